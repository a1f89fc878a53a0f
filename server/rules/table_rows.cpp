// Where lost rows belong in a table, and their text in the table's own layout.
// Must not know why a row is missing, nor any row by name.
#include "rules/table_rows.h"

#include <algorithm>
#include <tuple>

#include "rules/table_edit.h"
#include "rules/table_words.h"

namespace nianbao::rules {
namespace {

using report::Grid;
using report::Layout;
using report::RowReading;

std::string_view parent_of(const standard::Form& form, const RowReading& row) {
  const standard::Entry* entry = form.entry(row.row);
  return entry != nullptr ? std::string_view(entry->parent) : std::string_view();
}

std::string unit_of(const standard::Form& form, const RowReading& row) {
  return row.first_cell < form.cells.size() ? form.cells[row.first_cell].unit : std::string();
}

/// The present row that the new one can be copied from: best from the same group, alone in its line, near.
const RowReading* model_for(const Context& context, const standard::Form& form, const Grid& grid, std::size_t index) {
  const RowReading& wanted = grid.rows[index];
  const std::string_view parent = parent_of(form, wanted);
  const RowReading* best = nullptr;
  auto best_rank = std::tuple(true, true, SIZE_MAX);
  for (std::size_t i = 0; i < grid.rows.size(); ++i) {
    const RowReading& row = grid.rows[i];
    if (!row.present || row.cell_count != wanted.cell_count || row.values_found != row.cell_count) continue;
    if (form.cells[row.first_cell].type == standard::ValueType::none) continue;
    const std::size_t distance = i > index ? i - index : index - i;
    const auto rank = std::tuple(shares_line_with_group(context.report, row), parent_of(form, row) != parent, distance);
    if (best == nullptr || rank < best_rank) {
      best = &row;
      best_rank = rank;
    }
  }
  return best;
}

/// The label of the row's group, where the row opens it and the group's label went with it.
std::string lost_group(const Context& context, const standard::Form& form, const Grid& grid, std::size_t index) {
  const std::string_view parent = parent_of(form, grid.rows[index]);
  const standard::Entry* group = parent.empty() ? nullptr : form.entry(parent);
  if (group == nullptr || group->kind != standard::EntryKind::row_group) return {};
  if (grid.table == standard::TableId::stat2014) return {};
  if (index > 0 && parent_of(form, grid.rows[index - 1]) == parent) return {};
  const bool there = std::any_of(grid.labels.begin(), grid.labels.end(),
                                 [&](const report::LabelReading& label) { return label.entry == parent; });
  return there ? std::string() : in_script(context.report, group->label);
}

bool is_blank_line(const text::Text& source, std::uint32_t line) {
  return source.slice(source.line(line)).find_first_not_of(" \t\r") == std::string_view::npos;
}

/// One cell per line with blank lines between the rows: a new row stands apart as well.
bool rows_stand_apart(const report::Report& report, const Grid& grid, const RowPlace& place) {
  if (grid.layout != Layout::lines || place.before == nullptr) return false;
  const std::uint32_t first = report.source.line_of(place.before->line.begin);
  return first > 0 && is_blank_line(report.source, first - 1) &&
         is_blank_line(report.source, report.source.line_of(place.at));
}

/// Rows inside groups that span rows: their number would have to be counted up as well.
bool in_row_span(const Context& context, const standard::Form& form, const Grid& grid, const RowReading& row) {
  if (grid.layout != Layout::html || parent_of(form, row).empty()) return false;
  return context.report.source.slice(grid.range).find("rowspan") != std::string_view::npos;
}

}  // namespace

RowPlace place_for(const report::Report& report, const Grid& grid, std::size_t begin, std::size_t end) {
  const RowReading* above = nullptr;
  for (std::size_t i = begin; i > 0 && above == nullptr; --i) {
    if (grid.rows[i - 1].present) above = &grid.rows[i - 1];
  }
  const RowReading* below = nullptr;
  for (std::size_t i = end; i < grid.rows.size() && below == nullptr; ++i) {
    if (grid.rows[i].present) below = &grid.rows[i];
  }
  RowPlace place;
  place.before = above;
  if (above != nullptr) {
    const text::Offset last = above->line.end > above->line.begin ? above->line.end - 1 : above->line.begin;
    place.at = grid.layout == Layout::html ? above->line.end : report.source.full_line(report.source.line_of(last)).end;
    place.mark = above->label.empty() ? above->line : above->label;
  } else if (below != nullptr) {
    place.at = below->line.begin;
    place.mark = below->label.empty() ? below->line : below->label;
  } else {
    place.at = grid.range.end;
    place.mark = grid.range;
  }
  return place;
}

namespace {

/// Borders stand between the rows of a drawn table, +---+ or ├───┤: a row alone would break the drawing.
bool is_drawn(const report::Report& report, const RowReading& row) {
  std::string_view behind = report.source.bytes().substr(row.line.end);
  behind.remove_prefix(std::min(behind.find_first_not_of("\r\n"), behind.size()));
  const auto box = [](std::string_view line) { return line.starts_with("\xE2\x94") || line.starts_with("\xE2\x95"); };
  return behind.starts_with("+-") || behind.starts_with("+=") || box(behind) || box(report.source.slice(row.line));
}

}  // namespace

std::optional<TextEdit> insert_rows(const Context& context, const standard::Form& form, const Grid& grid,
                                    std::size_t begin, std::size_t end, const RowPlace& place) {
  const bool first_of_group = place.before != nullptr && end < grid.rows.size() && grid.rows[end].present &&
                              parent_of(form, grid.rows[begin]) != parent_of(form, *place.before) &&
                              parent_of(form, grid.rows[end]) == parent_of(form, grid.rows[begin]);
  const text::Offset at = first_of_group ? grid.rows[end].line.begin : place.at;
  const std::string end_of_line(line_end(context.report, at));
  const bool apart = !first_of_group && rows_stand_apart(context.report, grid, place);
  std::string rows;
  for (std::size_t i = begin; i < end; ++i) {
    const RowReading* model = model_for(context, form, grid, i);
    const standard::Entry* entry = form.entry(grid.rows[i].row);
    if (model == nullptr || entry == nullptr) return std::nullopt;
    NewRow row{in_script(context.report, entry->label), lost_group(context, form, grid, i),
               in_script(context.report, unit_of(form, grid.rows[i]))};
    if (is_drawn(context.report, *model) || in_row_span(context, form, grid, grid.rows[i])) return std::nullopt;
    const auto text = row_like(context.report, grid, *model, in_script(context.report, unit_of(form, *model)), row);
    if (!text) return std::nullopt;
    if (apart) rows += end_of_line;
    rows += *text;
  }
  const std::string_view bytes = context.report.source.bytes();
  if (at > 0 && at <= bytes.size() && bytes[at - 1] != '\n') rows.insert(0, end_of_line);
  return TextEdit{{at, at}, std::move(rows)};
}

}  // namespace nianbao::rules
