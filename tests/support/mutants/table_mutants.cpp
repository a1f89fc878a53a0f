// Defects of a table's shape and of single cells: blanks, words, lost rows, lost columns.
// Must not know how tables are read.
#include <algorithm>

#include "support/mutants/mutant.h"

namespace nianbao::test {
namespace {

using report::CellReading;
using report::Grid;
using report::Layout;
using report::RowReading;
using standard::EntryKind;
using standard::TableId;
using standard::ValueType;

bool delimited(const Specimen& from) {
  const Layout layout = from.generated.shape.layout;
  return layout == Layout::pipe || (layout == Layout::html && !from.generated.shape.pretty_html);
}

const Grid* any_grid(const Specimen& from, Random& random) {
  return from.report.grids.empty() ? nullptr : &random.pick(from.report.grids);
}

/// A data cell with a number in it.
const CellReading* any_number(const Specimen& from, Random& random, bool input_only) {
  const Grid* grid = any_grid(from, random);
  if (grid == nullptr) return nullptr;
  std::vector<const CellReading*> cells;
  for (const CellReading& cell : grid->cells) {
    const auto& spec = from.form.cells[cell.cell];
    if (spec.type == ValueType::integer && cell.value() && cell.editable && !(input_only && spec.is_total)) {
      cells.push_back(&cell);
    }
  }
  return cells.empty() ? nullptr : random.pick(cells);
}

std::optional<Mutant> rewritten(const Specimen& from, const CellReading* cell, std::string_view words,
                                std::vector<std::string> rules) {
  if (cell == nullptr) return std::nullopt;
  Mutant mutant = with(from, cell->range, words, std::move(rules));
  const auto& spec = from.form.cells[cell->cell];
  mutant.cell = spec.row + "/" + spec.column;
  return mutant;
}

std::string digits_of(const Specimen& from, const CellReading& cell) {
  return std::string(from.text().substr(cell.range.begin, cell.range.size()));
}

/// Beside a blank the sums may speak of the cell instead.
std::optional<Mutant> blank(const Specimen& from, Random& random) {
  if (!delimited(from)) return std::nullopt;
  return rewritten(
      from, any_number(from, random, false), "",
      {"table/blank", "sum/culprit", "sum/row-total", "sum/result-total", "sum/balance", "sum/case-total"});
}

std::optional<Mutant> placeholder(const Specimen& from, Random& random) {
  const CellReading* cell = any_number(from, random, false);
  if (cell == nullptr || from.generated.shape.layout == Layout::aligned || cell->value() != report::Decimal{}) {
    return std::nullopt;
  }
  return delimited(from) ? rewritten(from, cell, "/", {"table/blank"}) : std::nullopt;
}

std::optional<Mutant> words_for_number(const Specimen& from, Random& random) {
  const CellReading* cell = any_number(from, random, false);
  if (cell == nullptr || !delimited(from)) return std::nullopt;
  return rewritten(from, cell, in_script(from, "约") + digits_of(from, *cell), {"table/not-a-number"});
}

std::optional<Mutant> see_attachment(const Specimen& from, Random& random) {
  if (!delimited(from)) return std::nullopt;
  return rewritten(from, any_number(from, random, false), in_script(from, "见附件"), {"table/not-a-number"});
}

std::optional<Mutant> fraction(const Specimen& from, Random& random) {
  const CellReading* cell = any_number(from, random, false);
  if (cell == nullptr) return std::nullopt;
  return rewritten(from, cell, digits_of(from, *cell) + ".5", {"table/not-an-integer"});
}

std::optional<Mutant> negative(const Specimen& from, Random& random) {
  const CellReading* cell = any_number(from, random, false);
  if (cell == nullptr || cell->value() == report::Decimal{}) return std::nullopt;
  return rewritten(from, cell, "-" + digits_of(from, *cell), {"table/negative"});
}

std::optional<Mutant> full_width(const Specimen& from, Random& random) {
  const CellReading* cell = any_number(from, random, false);
  if (cell == nullptr || from.generated.shape.layout == Layout::aligned) return std::nullopt;
  std::string digits;
  for (const char c : digits_of(from, *cell)) {
    if (c < '0' || c > '9') return std::nullopt;
    digits += std::string("\xef\xbc") + static_cast<char>(0x90 + (c - '0'));
  }
  return rewritten(from, cell, digits, {"table/digit-form"});
}

std::optional<Mutant> thousands(const Specimen& from, Random& random) {
  const CellReading* cell = any_number(from, random, false);
  if (cell == nullptr || from.generated.shape.layout == Layout::aligned) return std::nullopt;
  std::string digits = digits_of(from, *cell);
  if (digits.size() < 4) return std::nullopt;
  digits.insert(digits.size() - 3, ",");
  return rewritten(from, cell, digits, {"table/digit-form"});
}

/// One row of a table with delimited cells, label and all.
std::optional<Mutant> row_lost(const Specimen& from, Random& random) {
  const Grid* grid = any_grid(from, random);
  if (grid == nullptr || from.generated.shape.layout != Layout::pipe || grid->rows.size() < 5) return std::nullopt;
  const RowReading& row = grid->rows[2 + random.below(grid->rows.size() - 3)];
  const auto& spec = from.form.cells[row.first_cell];
  if (!row.present || row.label.empty() || spec.type == ValueType::none) return std::nullopt;
  const auto end = static_cast<text::Offset>(from.text().find('\n', row.line.end) + 1);
  Mutant mutant = with(from, {row.line.begin, end}, "", {"table/row-missing"});
  mutant.place = {grid->range.begin, grid->range.end - (end - row.line.begin)};
  return mutant;
}

std::optional<Mutant> label_altered(const Specimen& from, Random& random) {
  const Grid* grid = any_grid(from, random);
  if (grid == nullptr || grid->rows.size() < 5 || !delimited(from) || from.generated.shape.web_page)
    return std::nullopt;
  const RowReading& row = random.pick(grid->rows);
  if (from.form.cells[row.first_cell].type == ValueType::none) return std::nullopt;
  const std::string written(from.text().substr(row.label.begin, row.label.size()));
  // Long enough that a character too many leaves no doubt which row is meant.
  if (row.label_deviates || written.size() < 21 || written.find("—") != std::string::npos) return std::nullopt;
  return with(from, {row.label.end, row.label.end}, in_script(from, "内容"), {"table/row-label"});
}

std::optional<Mutant> table_lost(const Specimen& from, Random& random) {
  const Grid* grid = any_grid(from, random);
  if (grid == nullptr || grid->pieces.size() != 1 || from.generated.shape.web_page) return std::nullopt;
  Mutant mutant = with(from, grid->range, "", {"table/missing"});
  mutant.place = {};
  return mutant;
}

/// One column of table 三 in the rows from `first` on, of `rows` rows; `column` counts from the left.
std::optional<Mutant> cells_lost(const Specimen& from, std::size_t column, std::size_t first, std::size_t rows) {
  const Layout layout = from.generated.shape.layout;
  const bool web = from.generated.shape.web_page;
  if (web || (layout != Layout::pipe && layout != Layout::html)) return std::nullopt;
  const std::string_view close = layout == Layout::pipe ? "|" : "</td>";
  const Grid* grid = from.report.grid(TableId::t3);
  if (grid == nullptr || grid->rows.size() < 8) return std::nullopt;
  Mutant mutant;
  mutant.text = std::string(from.text());
  mutant.rules = {"table/column-missing"};
  for (std::size_t r = std::min(grid->rows.size(), first + rows); r-- > first;) {
    const RowReading& row = grid->rows[r];
    const CellReading* lost = grid->cell(static_cast<standard::CellIndex>(row.first_cell + column));
    if (!row.present || lost == nullptr) return std::nullopt;
    const auto open = layout == Layout::pipe ? lost->range.begin : mutant.text.rfind("<td", lost->range.begin);
    const auto end = mutant.text.find(close, lost->range.end);
    if (open == std::string::npos || end == std::string::npos) return std::nullopt;
    mutant.text.erase(open, end + close.size() - open);
  }
  mutant.place = {grid->range.begin, grid->range.end};
  return mutant;
}

/// The last cell of every row from some row on.
std::optional<Mutant> column_lost(const Specimen& from, Random& random) {
  return cells_lost(from, 6, 1 + random.below(3), 100);
}

/// The last cell of rows in the midst of the table: what a page break does.
std::optional<Mutant> column_lost_in_rows(const Specimen& from, Random& random) {
  return cells_lost(from, 6, 1 + random.below(12), 1 + random.below(8));
}

/// Which column it was cannot be told from the numbers that are left.
std::optional<Mutant> inner_column_lost(const Specimen& from, Random& random) {
  return cells_lost(from, random.below(6), random.below(10), 1 + random.below(20));
}

std::optional<Mutant> cut_by_blank_line(const Specimen& from, Random& random) {
  const Grid* grid = from.report.grid(TableId::t3);
  const Layout layout = from.generated.shape.layout;
  if (grid == nullptr || grid->rows.size() < 8 || (layout != Layout::pipe && layout != Layout::tab))
    return std::nullopt;
  const RowReading& row = grid->rows[4 + random.below(grid->rows.size() - 6)];
  if (!row.present || row.line.empty()) return std::nullopt;
  Mutant mutant =
      with(from, {row.line.begin, row.line.begin}, from.generated.shape.crlf ? "\r\n" : "\n", {"table/split"});
  mutant.place = {grid->range.begin, grid->range.end + 2};
  return mutant;
}

/// A number in a group row of the statistics table.
std::optional<Mutant> group_value(const Specimen& from, Random& random) {
  const Grid* grid = from.report.grid(TableId::stat2014);
  if (grid == nullptr || from.generated.shape.layout != Layout::pipe) return std::nullopt;
  std::vector<const RowReading*> rows;
  for (const RowReading& row : grid->rows) {
    if (row.present && from.form.cells[row.first_cell].type == ValueType::none) rows.push_back(&row);
  }
  if (rows.empty()) return std::nullopt;
  const RowReading& row = *random.pick(rows);
  const auto line = from.text().substr(row.line.begin, row.line.size());
  const auto bar = line.rfind('|');
  const auto before = bar == std::string_view::npos ? bar : line.rfind('|', bar - 1);
  if (before == std::string_view::npos) return std::nullopt;
  return with(from,
              {row.line.begin + static_cast<text::Offset>(before) + 1, row.line.begin + static_cast<text::Offset>(bar)},
              " 12 ", {"table/group-value"});
}

}  // namespace

std::vector<MutantKind> table_mutants() {
  return {
      {"cell: blank", blank},
      {"cell: placeholder", placeholder},
      {"cell: about so many", words_for_number},
      {"cell: see attachment", see_attachment},
      {"cell: fraction", fraction},
      {"cell: negative", negative},
      {"cell: full-width digits", full_width},
      {"cell: thousands separator", thousands},
      {"row: lost", row_lost},
      {"row: label altered", label_altered},
      {"table: lost", table_lost},
      {"table: last column lost", column_lost},
      {"table: last column lost in some rows", column_lost_in_rows},
      {"table: inner column lost in some rows", inner_column_lost},
      {"table: cut by a blank line", cut_by_blank_line},
      {"statistics: value in a group row", group_value},
  };
}

}  // namespace nianbao::test
