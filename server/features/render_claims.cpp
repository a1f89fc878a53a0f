#include "features/render_claims.h"

#include <algorithm>

#include "text/normalise.h"

namespace nianbao::features {
namespace {

/// Longer texts are no piece of a label.
constexpr std::size_t longest_label = 240;

std::string wording_of(const standard::Form& form, standard::TableId id) {
  std::string all;
  const auto add = [&](std::string_view text) { all += text::normalise_label(text) + '\n'; };
  for (const standard::Entry& entry : form.entries) {
    add(entry.label);
    for (const std::string& variant : entry.variants) add(variant);
  }
  for (const standard::CellSpec& cell : form.cells) {
    if (cell.table == id) add(cell.unit);
  }
  if (const standard::TableSpec* table = form.table(id)) {
    for (const auto& row : table->print.head) {
      for (const standard::HeadCell& cell : row) add(cell.text);
    }
    if (table->print.units) add("——");
  }
  return all;
}

}  // namespace

Claims::Claims(const report::Report& report, const standard::Standard& standard) {
  for (std::size_t g = 0; g < report.grids.size(); ++g) {
    const report::Grid& grid = report.grids[g];
    for (const report::CellReading& cell : grid.cells) {
      if (cell.state != report::CellState::absent) readings_.push_back({cell.range, g});
    }
    for (const report::RowReading& row : grid.rows) {
      if (!row.present) continue;
      if (!row.label.empty()) readings_.push_back({row.label, g});
      lines_.push_back({row.line, g});
    }
    for (const report::LabelReading& label : grid.labels) readings_.push_back({label.range, g});
    for (const report::LabelReading& label : grid.local_rows) {
      readings_.push_back({label.range, g});
      local_.push_back({label.range, g});
    }
    wording_.push_back(wording_of(standard.form(grid.form), grid.table));
  }
  known_.resize(report.grids.size());
  const auto by_begin = [](const Reading& a, const Reading& b) { return a.range.begin < b.range.begin; };
  std::sort(readings_.begin(), readings_.end(), by_begin);
  std::sort(lines_.begin(), lines_.end(), by_begin);
  std::sort(local_.begin(), local_.end(), by_begin);
}

const Claims::Reading* Claims::first_in(const std::vector<Reading>& list, text::ByteRange range) const {
  const auto found = std::lower_bound(list.begin(), list.end(), range.begin,
                                      [](const Reading& one, text::Offset at) { return one.range.begin < at; });
  if (found != list.end() && found->range.begin < std::max(range.end, range.begin + 1)) return &*found;
  if (found != list.begin() && std::prev(found)->range.end > range.begin) return &*std::prev(found);
  return nullptr;
}

std::optional<std::size_t> Claims::owner(const report::PhysicalRow& row) const {
  // A blank cell at the end of a line has its place behind the last character.
  const text::ByteRange line{row.line.begin, row.line.end + 1};
  for (const auto* list : {&readings_, &lines_}) {
    if (const Reading* reading = first_in(*list, line)) return reading->grid;
  }
  return std::nullopt;
}

std::vector<std::optional<std::size_t>> Claims::owners(const std::vector<report::PhysicalRow>& rows) {
  std::vector<std::optional<std::size_t>> owners(rows.size());
  // The table of a row of cells that nothing was read from, beside a row of the same run that was read.
  const auto neighbour = [&](std::size_t i, std::size_t beside) {
    const bool in_table = rows[i].in_table && rows[i].layout != report::Layout::lines;
    return in_table && rows[beside].run == rows[i].run ? owners[beside] : std::nullopt;
  };
  for (std::size_t i = 0; i < rows.size(); ++i) {
    owners[i] = owner(rows[i]);
    if (!owners[i] && i > 0) owners[i] = neighbour(i, i - 1);
  }
  for (std::size_t i = rows.size(); i > 1; --i) {
    if (!owners[i - 2]) owners[i - 2] = neighbour(i - 2, i - 1);
  }
  // Cells above a table, apart from it by blank lines, that only say what its header says are that header.
  std::optional<std::size_t> below;
  for (std::size_t i = rows.size(); i > 0; --i) {
    const report::PhysicalRow& row = rows[i - 1];
    if (row.kind == report::RowKind::blank) continue;
    const bool loose = !owners[i - 1] && below && row.kind == report::RowKind::cells && row.in_table;
    if (loose && is_only_wording(row, *below)) owners[i - 1] = below;
    below = owners[i - 1];
  }
  return owners;
}

bool Claims::is_only_wording(const report::PhysicalRow& row, std::size_t grid) {
  return std::ranges::all_of(row.cells, [&](const report::PhysicalCell& cell) {
    return cell.text.empty() || cell.covered || is_wording(cell.text, grid);
  });
}

bool Claims::is_local(const report::PhysicalRow& row) const {
  return first_in(local_, row.line) != nullptr;
}

std::vector<std::string> Claims::strays(const report::PhysicalRow& row, std::size_t grid) {
  std::vector<std::string> texts;
  for (const report::PhysicalCell& cell : row.cells) {
    if (cell.text.empty() || cell.covered || first_in(readings_, cell.range) != nullptr) continue;
    if (!is_wording(cell.text, grid)) texts.push_back(cell.text);
  }
  return texts;
}

bool Claims::is_wording(const std::string& text, std::size_t grid) {
  if (text.size() > longest_label) return false;
  const std::string normal = text::normalise_label(text);
  if (normal.empty() || known_[grid].contains(normal)) return true;
  if (wording_[grid].find(normal) == std::string::npos) return false;
  // Digits and ordinals alone are pieces of many labels, and still may be a value.
  const bool has_word = std::any_of(normal.begin(), normal.end(), [](char c) { return (c & 0x80) != 0; });
  if (!has_word) return false;
  known_[grid].insert(normal);
  return true;
}

}  // namespace nianbao::features
