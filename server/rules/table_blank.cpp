// table/blank: cells that must hold a number and hold nothing or a placeholder; one finding per connected block.
// Must not know any cell by name. A cell without a place is table_structure's, unless its whole row has none.
#include <algorithm>
#include <cstdint>
#include <numeric>

#include "rules/families.h"
#include "rules/relations.h"
#include "rules/table_edit.h"
#include "rules/table_words.h"

namespace nianbao::rules {
namespace {

using report::CellState;
using standard::Severity;
using standard::ValueType;

constexpr std::size_t fewest_habitual = 4;  // that many blanks and no 0 at all: the table writes nothing for zero
constexpr std::size_t most_related = 12;

/// A blank cell by its place in the printed grid.
struct Blank {
  standard::CellIndex cell = 0;
  std::size_t row = 0;    ///< index into Grid::rows
  std::size_t block = 0;  ///< rows of one header
  std::size_t column = 0;
  std::string_view group;  ///< the column's group, where the table has one row only
  bool whole_row = false;
  text::ByteRange range;
};

/// Disjoint sets over blanks, with path halving.
class Components {
 public:
  explicit Components(std::size_t count) : parents_(count) { std::iota(parents_.begin(), parents_.end(), 0U); }
  std::size_t root(std::size_t i) {
    while (parents_[i] != i) i = parents_[i] = parents_[parents_[i]];
    return i;
  }
  void join(std::size_t a, std::size_t b) {
    const std::size_t first = std::min(root(a), root(b));
    const std::size_t second = std::max(root(a), root(b));
    parents_[second] = first;
  }

 private:
  std::vector<std::size_t> parents_;
};

bool is_empty(const report::CellReading& cell) {
  return cell.state == CellState::blank ||
         (cell.state == CellState::malformed && cell.number.form == report::NumberForm::placeholder);
}

/// Block of each row of the grid, in its order.
std::vector<std::size_t> blocks_of(const standard::TableSpec& table) {
  std::vector<std::size_t> blocks;
  for (std::size_t block = 0; block < table.blocks.size(); ++block)
    blocks.insert(blocks.end(), table.blocks[block].rows.size(), block);
  return blocks;
}

struct Survey {
  std::vector<Blank> blanks;
  std::size_t zeros = 0;
  std::size_t numbers = 0;
};

Survey survey(const standard::Form& form, const standard::TableSpec& table, const report::Grid& grid) {
  Survey result;
  const std::vector<std::size_t> blocks = blocks_of(table);
  for (std::size_t i = 0; i < grid.rows.size(); ++i) {
    const report::RowReading& row = grid.rows[i];
    if (!row.present) continue;
    const bool nothing = row.values_found == 0 && !row.label.empty();
    std::size_t in_row = 0;
    const std::size_t first = result.blanks.size();
    for (std::uint16_t column = 0; column < row.cell_count; ++column) {
      const auto index = static_cast<standard::CellIndex>(row.first_cell + column);
      const report::CellReading* cell = grid.cell(index);
      if (cell == nullptr || index >= form.cells.size() || form.cells[index].type == ValueType::none) continue;
      if (const auto value = cell->value()) {
        ++result.numbers;
        if (value->scaled == 0) ++result.zeros;
      }
      if (!is_empty(*cell) && !(nothing && cell->state == CellState::absent)) continue;
      const standard::Entry* entry = row.row.empty() ? form.entry(form.cells[index].column) : nullptr;
      Blank blank{index,
                  i,
                  i < blocks.size() ? blocks[i] : 0,
                  column,
                  entry != nullptr ? std::string_view(entry->parent) : std::string_view(),
                  false,
                  cell->range};
      if (cell->state == CellState::absent) blank.range = {row.label.end, row.label.end};
      result.blanks.push_back(blank);
      ++in_row;
    }
    for (std::size_t k = first; k < result.blanks.size(); ++k) result.blanks[k].whole_row = in_row == row.cell_count;
  }
  return result;
}

/// Neighbours in a row, and above each other under one header, belong together. Blanks come in reading order.
std::vector<std::vector<Blank>> connected(const std::vector<Blank>& blanks) {
  Components components(blanks.size());
  std::vector<std::size_t> above;  // blanks of the row above, by column; SIZE_MAX where none
  std::size_t above_row = SIZE_MAX;
  std::vector<std::size_t> current;
  std::size_t current_row = SIZE_MAX;
  for (std::size_t i = 0; i < blanks.size(); ++i) {
    const Blank& blank = blanks[i];
    if (blank.row != current_row) {
      above = std::move(current);
      above_row = current_row;
      current.clear();
      current_row = blank.row;
    }
    if (current.size() <= blank.column) current.resize(blank.column + 1, SIZE_MAX);
    current[blank.column] = i;
    if (blank.column > 0 && current[blank.column - 1] != SIZE_MAX && blanks[i - 1].group == blank.group)
      components.join(i - 1, i);
    const bool touches = above_row != SIZE_MAX && above_row + 1 == blank.row && blank.column < above.size() &&
                         above[blank.column] != SIZE_MAX;
    if (touches && blanks[above[blank.column]].block == blank.block) components.join(above[blank.column], i);
  }
  std::vector<std::vector<Blank>> result;
  std::vector<std::size_t> place(blanks.size(), SIZE_MAX);
  for (std::size_t i = 0; i < blanks.size(); ++i) {
    const std::size_t root = components.root(i);
    if (place[root] == SIZE_MAX) {
      place[root] = result.size();
      result.emplace_back();
    }
    result[place[root]].push_back(blanks[i]);
  }
  return result;
}

/// A cell that is blank because its row ends before it: there is no place to write in.
bool has_no_place(const report::CellReading& cell) {
  return cell.state == CellState::absent || (cell.state == CellState::blank && !cell.editable);
}

/// 0 for every blank; a row that ends too early is written on.
std::vector<TextEdit> fill(const Context& context, const report::Grid& grid, const std::vector<Blank>& blanks) {
  std::vector<TextEdit> edits;
  for (std::size_t i = 0; i < blanks.size(); ++i) {
    const report::CellReading* cell = grid.cell(blanks[i].cell);
    if (cell == nullptr) return {};
    std::optional<TextEdit> edit;
    if (has_no_place(*cell)) {
      const std::size_t first = i;
      const auto continues = [&](std::size_t next) {
        return next < blanks.size() && blanks[next].row == blanks[first].row &&
               grid.cell(blanks[next].cell) != nullptr && has_no_place(*grid.cell(blanks[next].cell));
      };
      while (continues(i + 1)) ++i;
      edit = append_zeros(context.report, grid, grid.rows[blanks[i].row], i - first + 1);
    } else {
      edit = write_cell(context.report, grid, *cell, "0");
    }
    if (!edit) return {};
    edits.push_back(std::move(*edit));
  }
  return edits;
}

/// The mark: whole rows from the first to the last cell, else the stretch in the first row.
text::ByteRange mark_of(const std::vector<Blank>& blanks) {
  const bool whole = std::all_of(blanks.begin(), blanks.end(), [](const Blank& blank) { return blank.whole_row; });
  text::ByteRange mark = blanks.front().range;
  for (const Blank& blank : blanks) {
    if (!whole && blank.row != blanks.front().row) break;
    mark.end = std::max(mark.end, blank.range.end);
  }
  return mark;
}

std::string placeholder_of(const report::Grid& grid, const Blank& blank) {
  const report::CellReading* cell = grid.cell(blank.cell);
  return cell != nullptr ? cell->text : std::string();
}

std::size_t count_rows(const std::vector<Blank>& blanks) {
  std::size_t rows = 0;
  std::size_t last = SIZE_MAX;
  for (const Blank& blank : blanks) {
    if (blank.row != last) ++rows;
    last = blank.row;
  }
  return rows;
}

/// Which cells, where the mark alone does not tell: 行政复议, “规章”行, “（一）予以公开”行等 2 行.
std::string where_of(const Context& context, const standard::Form& form, const std::vector<Blank>& blanks) {
  const std::string_view group = blanks.front().group;
  const bool one_group = !group.empty() && std::all_of(blanks.begin(), blanks.end(),
                                                       [&](const Blank& blank) { return blank.group == group; });
  if (one_group) return context.label(group);
  const std::string row = context.label(form.cells[blanks.front().cell].row);
  const std::size_t rows = count_rows(blanks);
  if (row.empty()) return {};
  if (rows == 1) return context.say("where.row", {{"row", row}});
  return context.say("table/blank.rows", {{"row", row}, {"rows", std::to_string(rows)}});
}

std::string message_of(const Context& context, const standard::Form& form, const report::Grid& grid,
                       const std::vector<Blank>& blanks) {
  const std::string count = std::to_string(blanks.size());
  const std::string placeholder = placeholder_of(grid, blanks.front());
  if (!placeholder.empty())
    return context.say(blanks.size() == 1 ? "table/blank.placeholder" : "table/blank.placeholders",
                       {{"text", placeholder}, {"count", count}});
  if (blanks.size() == 1) return context.say("table/blank.one");
  return context.say("table/blank", {{"where", where_of(context, form, blanks)}, {"count", count}});
}

Finding finding_of(const Context& context, const standard::Form& form, const report::Grid& grid,
                   const std::vector<Blank>& blanks) {
  Finding finding;
  finding.rule = "table/blank";
  finding.severity = Severity::warning;
  finding.range = mark_of(blanks);
  for (const Blank& blank : blanks) finding.cells.push_back(cell_name(form.cells[blank.cell]));
  for (const Blank& blank : blanks) {
    const bool marked = finding.range.covers(blank.range);
    if (marked || finding.related.size() >= most_related) continue;
    finding.related.push_back({blank.range, cell_place(context, form.cells[blank.cell])});
  }
  std::vector<TextEdit> edits = fill(context, grid, blanks);
  std::vector<standard::CellIndex> cells;
  for (const Blank& blank : blanks) cells.push_back(blank.cell);
  // Where the other numbers contradict a 0, something else belongs there.
  if (!edits.empty() && zeros_hold(form, context.report, cells)) {
    Fix fix;
    fix.title = blanks.size() == 1 ? context.say("table/blank.fix-one")
                                   : context.say("table/blank.fix", {{"count", std::to_string(blanks.size())}});
    fix.edits = std::move(edits);
    finding.fixes.push_back(std::move(fix));
  }
  return finding;
}

void check_grid(const Context& context, const report::Grid& grid, Sink& sink) {
  const standard::Form& form = context.standard.form(grid.form);
  const standard::TableSpec* table = form.table(grid.table);
  if (table == nullptr) return;
  const Survey found = survey(form, *table, grid);
  if (found.blanks.empty()) return;
  const bool habit = found.zeros == 0 && (found.numbers == 0 || found.blanks.size() >= fewest_habitual);
  if (habit) {
    Finding finding = finding_of(context, form, grid, found.blanks);
    finding.severity = Severity::information;
    finding.message = context.say("table/blank.all", {{"count", std::to_string(found.blanks.size())}});
    sink.add(std::move(finding));
    return;
  }
  for (const std::vector<Blank>& blanks : connected(found.blanks)) {
    Finding finding = finding_of(context, form, grid, blanks);
    finding.message = message_of(context, form, grid, blanks);
    sink.add(std::move(finding));
  }
}

}  // namespace

RuleFamily table_blank_family() {
  return {{"table/blank"}, [](const Context& context, Sink& sink) {
            for (const report::Grid& grid : context.report.grids) check_grid(context, grid, sink);
          }};
}

}  // namespace nianbao::rules
