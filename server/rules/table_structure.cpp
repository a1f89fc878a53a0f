// table/row-missing, column-missing, row-label, split, unread: whether a table that was found is whole.
// Must not know any row by name; blank cells and values are judged elsewhere.
#include <algorithm>
#include <cstdint>

#include "rules/families.h"
#include "rules/relations.h"
#include "rules/table_edit.h"
#include "rules/table_rows.h"
#include "rules/table_words.h"
#include "text/normalise.h"

namespace nianbao::rules {
namespace {

using report::Grid;
using report::Layout;
using report::RowReading;
using standard::Severity;
using standard::TableId;

/// Half-open stretch of rows of a grid.
struct Run {
  std::size_t begin = 0;
  std::size_t end = 0;
  [[nodiscard]] std::size_t size() const { return end - begin; }
};

/// Rows that follow each other and satisfy `belongs`; `same` decides whether a row continues the run.
template <typename Belongs, typename Same>
std::vector<Run> runs_of(const Grid& grid, Belongs belongs, Same same) {
  std::vector<Run> runs;
  for (std::size_t i = 0; i < grid.rows.size(); ++i) {
    if (!belongs(i)) continue;
    if (!runs.empty() && runs.back().end == i && same(i - 1, i)) {
      runs.back().end = i + 1;
    } else {
      runs.push_back({i, i + 1});
    }
  }
  return runs;
}

bool is_short(const RowReading& row) {
  return row.present && row.values_found > 0 && row.values_found < row.cell_count;
}

bool is_full(const RowReading& row) {
  return row.present && row.values_found >= row.cell_count;
}

/// Where the values of a row begin and end in the text; its label where it has none.
text::ByteRange extent(const Grid& grid, const RowReading& row) {
  text::ByteRange range = row.label;
  for (std::uint16_t i = 0; i < row.cell_count; ++i) {
    const report::CellReading* cell = grid.cell(static_cast<standard::CellIndex>(row.first_cell + i));
    if (cell == nullptr || cell->state == report::CellState::absent) continue;
    if (range.empty()) range = cell->range;
    range.end = std::max(range.end, cell->range.end);
  }
  return range.empty() ? row.line : range;
}

// --- column-missing ---------------------------------------------------------------------------------------------

bool all_zero(const Grid& grid, const Run& run) {
  for (std::size_t i = run.begin; i < run.end; ++i) {
    const RowReading& row = grid.rows[i];
    for (std::uint16_t k = 0; k < row.cell_count; ++k) {
      const report::CellReading* cell = grid.cell(static_cast<standard::CellIndex>(row.first_cell + k));
      if (cell == nullptr || cell->state == report::CellState::absent) continue;
      const auto value = cell->value();
      if (!value || value->scaled != 0) return false;
    }
  }
  return true;
}

Severity column_severity(const Grid& grid, const Run& run) {
  const bool delimited = std::all_of(grid.rows.begin() + static_cast<std::ptrdiff_t>(run.begin),
                                     grid.rows.begin() + static_cast<std::ptrdiff_t>(run.end),
                                     [](const RowReading& row) { return row.delimited; });
  const bool above = run.begin == 0 || is_full(grid.rows[run.begin - 1]);
  const bool below = run.end == grid.rows.size() || is_full(grid.rows[run.end]);
  const bool beside = run.size() < grid.rows.size();
  return delimited && beside && above && below ? Severity::error : Severity::warning;
}

/// The head of the last column.
std::optional<text::ByteRange> header_of(const standard::Form& form, const Grid& grid) {
  const standard::TableSpec* table = form.table(grid.table);
  if (table == nullptr || table->blocks.empty() || table->blocks.front().columns.empty()) return std::nullopt;
  const std::string& column = table->blocks.front().columns.back();
  for (const report::LabelReading& label : grid.labels) {
    if (label.entry == column) return label.range;
  }
  return std::nullopt;
}

void add_column_fix(const Context& context, const Grid& grid, const Run& run, std::size_t missing, Finding& finding) {
  if (!all_zero(grid, run)) return;
  Fix fix;
  fix.title = context.say("table/column-missing.fix", {{"count", std::to_string(missing)}});
  fix.asks = true;
  for (std::size_t i = run.begin; i < run.end; ++i) {
    auto edit = append_zeros(context.report, grid, grid.rows[i], missing);
    if (!edit) return;
    fix.edits.push_back(std::move(*edit));
  }
  finding.fixes.push_back(std::move(fix));
}

void column_missing(const Context& context, const standard::Form& form, const Grid& grid, const Run& run, Sink& sink) {
  const RowReading& first = grid.rows[run.begin];
  const RowReading& last = grid.rows[run.end - 1];
  const std::size_t missing = static_cast<std::size_t>(first.cell_count) - first.values_found;
  Finding finding;
  finding.rule = "table/column-missing";
  finding.severity = column_severity(grid, run);
  finding.range = {extent(grid, first).begin, std::max(extent(grid, first).end, extent(grid, last).end)};
  const std::string values = std::to_string(first.values_found);
  finding.message =
      context.say(run.size() == 1 ? "table/column-missing.one" : "table/column-missing",
                  {{"rows", std::to_string(run.size())}, {"values", values}, {"missing", std::to_string(missing)}});
  for (std::size_t i = run.begin; i < run.end; ++i) {
    const RowReading& row = grid.rows[i];
    for (std::uint16_t k = 0; k < row.cell_count; ++k) {
      const auto index = static_cast<standard::CellIndex>(row.first_cell + k);
      const report::CellReading* cell = grid.cell(index);
      if (cell != nullptr && cell->state == report::CellState::absent)
        finding.cells.push_back(cell_name(form.cells[index]));
    }
  }
  if (const auto header = header_of(form, grid)) {
    finding.related.push_back(
        {*header, context.say("table/column-missing.header", {{"columns", std::to_string(first.cell_count)}})});
  }
  if (run.size() > 1) {
    finding.related.push_back({extent(grid, first), context.say("table/column-missing.first", {{"values", values}})});
    finding.related.push_back({extent(grid, last), context.say("table/column-missing.last", {{"values", values}})});
  }
  add_column_fix(context, grid, run, missing, finding);
  sink.add(std::move(finding));
}

// --- row-missing ------------------------------------------------------------------------------------------------

/// Read with certainty: no label without a place, no row short of values, and not half of the table lost.
bool rest_is_certain(const standard::Form& form, const Grid& grid) {
  if (!grid.certain || grid.table == TableId::stat2014 || !grid.local_rows.empty()) return false;
  std::size_t present = 0;
  for (const RowReading& row : grid.rows) {
    if (!row.present) continue;
    ++present;
    if (row.values_found != row.cell_count || row.label_deviates) return false;
  }
  return form.table(grid.table) != nullptr && present * 2 >= grid.rows.size();
}

std::vector<standard::CellIndex> cells_of_rows(const Grid& grid, const Run& run) {
  std::vector<standard::CellIndex> cells;
  for (std::size_t i = run.begin; i < run.end; ++i) {
    const RowReading& row = grid.rows[i];
    for (std::uint16_t k = 0; k < row.cell_count; ++k) {
      cells.push_back(static_cast<standard::CellIndex>(row.first_cell + k));
    }
  }
  return cells;
}

void row_missing(const Context& context, const standard::Form& form, const Grid& grid, const Run& run, Sink& sink) {
  const RowPlace place = place_for(context.report, grid, run.begin, run.end);
  Finding finding;
  finding.rule = "table/row-missing";
  finding.severity = rest_is_certain(form, grid) ? Severity::error : Severity::warning;
  finding.range = place.mark;
  const std::string first = full_label(form, grid.rows[run.begin].row);
  const std::string last = full_label(form, grid.rows[run.end - 1].row);
  const bool balanced = grid.table == TableId::t3;
  if (first.empty()) {
    finding.message = context.say("table/row-missing.values", {{"table", table_name(form, grid.table)}});
  } else if (run.size() == 1) {
    finding.message = context.say(balanced ? "table/row-missing.balance" : "table/row-missing", {{"row", first}});
  } else {
    finding.message =
        context.say("table/row-missing.many", {{"row", first}, {"last", last}, {"count", std::to_string(run.size())}});
  }
  for (std::size_t i = run.begin; i < run.end; ++i) {
    const RowReading& row = grid.rows[i];
    for (std::uint16_t k = 0; k < row.cell_count; ++k)
      finding.cells.push_back(cell_name(form.cells[static_cast<std::size_t>(row.first_cell) + k]));
  }
  if (place.before != nullptr && !place.before->row.empty()) {
    finding.related.push_back(
        {place.mark, context.say("table/row-missing.related", {{"row", full_label(form, place.before->row)}})});
  }
  if (auto edit = insert_rows(context, form, grid, run.begin, run.end, place)) {
    Fix fix;
    fix.asks = !zeros_hold(form, context.report, cells_of_rows(grid, run));
    const std::string id = run.size() == 1 ? "table/row-missing.fix" : "table/row-missing.fix-many";
    fix.title = context.say(fix.asks ? id + "-unknown" : id, {{"count", std::to_string(run.size())}});
    fix.edits = {std::move(*edit)};
    finding.fixes.push_back(std::move(fix));
  }
  sink.add(std::move(finding));
}

// --- row-label --------------------------------------------------------------------------------------------------

/// A label that can be replaced as one piece: no line break, no tag, nothing but the label itself.
bool replaceable(const report::Report& report, const RowReading& row) {
  const std::string_view written = report.source.slice(row.label);
  if (written.find_first_of("\r\n<>|\t") != std::string_view::npos) return false;
  return text::normalise_label(written) == text::normalise_label(row.label_text);
}

void row_label(const Context& context, const standard::Form& form, const Grid& grid, const RowReading& row,
               Sink& sink) {
  const standard::Entry* entry = form.entry(row.row);
  if (entry == nullptr) return;
  Finding finding;
  finding.rule = "table/row-label";
  finding.severity = grid.table == TableId::stat2014 ? Severity::information : Severity::warning;
  finding.range = row.label;
  finding.message = context.say("table/row-label", {{"label", brief(entry->label)}});
  if (replaceable(context.report, row)) {
    Fix fix;
    fix.title = context.say("table/row-label.fix");
    fix.edits = {{row.label, in_script(context.report, entry->label)}};
    fix.preferred = true;
    finding.fixes.push_back(std::move(fix));
  }
  sink.add(std::move(finding));
}

// --- split, unread ----------------------------------------------------------------------------------------------

/// A blank line, a page break or a page number. Words right between two rows belong to the table, read or not.
bool breaks_table(const text::Text& source, text::ByteRange gap) {
  const std::uint32_t last = source.line_of(gap.end);
  for (std::uint32_t line = source.line_of(gap.begin == 0 ? 0 : gap.begin - 1) + 1; line < last; ++line) {
    const std::string_view text = source.slice(source.line(line));
    const bool words =
        std::any_of(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0x80U) != 0; });
    if (!words || text.find('\f') != std::string_view::npos || text::normalise_label(text).empty()) return true;
  }
  return source.slice(gap).find('\f') != std::string_view::npos;
}

/// The gaps between the runs of a table: blank lines, a page break, whatever stands between with one of them. Runs that
/// follow each other line by line are no gap; blank lines between nearly all rows are the layout's own habit.
std::vector<text::ByteRange> gaps_of(const text::Text& source, const Grid& grid) {
  std::vector<text::ByteRange> gaps;
  for (std::size_t i = 0; i + 1 < grid.pieces.size(); ++i) {
    const text::ByteRange gap{grid.pieces[i].end, grid.pieces[i + 1].begin};
    if (gap.begin >= gap.end) continue;
    const std::uint32_t last = source.line_of(gap.begin == 0 ? 0 : gap.begin - 1);
    if (source.line_of(gap.end) > last + 1 && breaks_table(source, gap)) gaps.push_back(gap);
  }
  if (gaps.size() * 3 > grid.rows.size() || grid.layout == Layout::html) gaps.clear();
  return gaps;
}

void split(const Context& context, const Grid& grid, Sink& sink) {
  const text::Text& source = context.report.source;
  const std::vector<text::ByteRange> gaps = gaps_of(source, grid);
  if (gaps.empty()) return;
  Finding finding;
  finding.rule = "table/split";
  finding.severity = Severity::information;
  finding.message = context.say("table/split");
  Fix fix;
  bool blank = true;
  for (const text::ByteRange& gap : gaps) {
    blank = blank && source.slice(gap).find_first_not_of(" \t\r\n\f") == std::string_view::npos;
    const text::Offset above = source.full_line(source.line_of(gap.begin == 0 ? 0 : gap.begin - 1)).end;
    const text::ByteRange below = source.line(source.line_of(gap.end));
    if (above < below.begin) fix.edits.push_back({{above, below.begin}, ""});
    if (finding.range.empty()) {
      finding.range = below;
    } else {
      finding.related.push_back({below, context.say("table/split")});
    }
  }
  if (blank && !fix.edits.empty()) {
    fix.title = context.say("table/split.fix");
    fix.preferred = true;
    finding.fixes.push_back(std::move(fix));
  }
  sink.add(std::move(finding));
}

void not_read(const Context& context, const standard::Form& form, const Grid& grid, Sink& sink) {
  const text::Text& source = context.report.source;
  Finding finding;
  finding.rule = "table/unread";
  finding.severity = Severity::information;
  finding.range = source.line(source.line_of(grid.range.begin));
  finding.message = context.say("table/unread", {{"table", table_name(form, grid.table)},
                                                 {"reason", context.say("table/unread.reason.columns")}});
  sink.add(std::move(finding));
}

void check_grid(const Context& context, const Grid& grid, Sink& sink) {
  const standard::Form& form = context.standard.form(grid.form);
  const auto is_group = [&](const RowReading& row) {
    return row.first_cell < form.cells.size() && form.cells[row.first_cell].type == standard::ValueType::none;
  };
  bool structural = false;
  const auto missing = runs_of(
      grid, [&](std::size_t i) { return !grid.rows[i].present && !is_group(grid.rows[i]); },
      [](std::size_t, std::size_t) { return true; });
  for (const Run& run : missing) row_missing(context, form, grid, run, sink);
  const auto shorter = runs_of(
      grid, [&](std::size_t i) { return is_short(grid.rows[i]); },
      [&](std::size_t a, std::size_t b) {
        return grid.rows[a].cell_count == grid.rows[b].cell_count &&
               grid.rows[a].values_found == grid.rows[b].values_found;
      });
  for (const Run& run : shorter) column_missing(context, form, grid, run, sink);
  structural = !missing.empty() || !shorter.empty();
  for (const RowReading& row : grid.rows) {
    if (row.present && row.label_deviates) row_label(context, form, grid, row, sink);
  }
  split(context, grid, sink);
  const bool some_blank_row = std::any_of(grid.rows.begin(), grid.rows.end(),
                                          [](const RowReading& row) { return row.present && row.values_found == 0; });
  if (!grid.certain && !structural && !some_blank_row) not_read(context, form, grid, sink);
}

}  // namespace

RuleFamily table_structure_family() {
  return {{"table/row-missing", "table/column-missing", "table/row-label", "table/split", "table/unread"},
          [](const Context& context, Sink& sink) {
            for (const Grid& grid : context.report.grids) check_grid(context, grid, sink);
          }};
}

}  // namespace nianbao::rules
