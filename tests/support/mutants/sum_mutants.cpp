// Defects of arithmetic: one number of a table that balanced.
// Must not know which relation breaks.
#include "support/mutants/mutant.h"

namespace nianbao::test {
namespace {

using report::CellReading;
using report::Decimal;
using standard::CellSpec;
using standard::FormId;
using standard::TableId;
using standard::ValueType;

const std::vector<std::string> sum_rules = {"sum/row-total",  "sum/result-total", "sum/balance",
                                            "sum/case-total", "sum/statistics",   "sum/culprit"};

/// A cell of the table that holds a whole number and can be rewritten where it stands.
const CellReading* any_cell(const Specimen& from, Random& random, TableId table, bool total) {
  const report::Grid* grid = from.report.grid(table);
  if (grid == nullptr || !grid->certain) return nullptr;
  std::vector<const CellReading*> cells;
  for (const CellReading& cell : grid->cells) {
    const CellSpec& spec = from.form.cells[cell.cell];
    const auto value = cell.value();
    if (spec.is_total == total && spec.type == ValueType::integer && value && value->integral() && cell.editable) {
      cells.push_back(&cell);
    }
  }
  return cells.empty() ? nullptr : random.pick(cells);
}

std::string id_of(const Specimen& from, standard::CellIndex cell) {
  return from.form.cells[cell].row + "/" + from.form.cells[cell].column;
}

std::optional<Mutant> with_value(const Specimen& from, const CellReading* cell, std::int64_t value) {
  if (cell == nullptr || value < 0) return std::nullopt;
  Mutant mutant = with(from, cell->range, std::to_string(value), sum_rules);
  mutant.cell = id_of(from, cell->cell);
  return mutant;
}

/// Another number, at a distance that a slip makes.
std::int64_t other_value(std::int64_t value, Random& random) {
  const std::int64_t step = random.between(1, 9);
  return value >= step && random.chance(50) ? value - step : value + step;
}

template <TableId table, bool total>
std::optional<Mutant> changed(const Specimen& from, Random& random) {
  const CellReading* cell = any_cell(from, random, table, total);
  return cell == nullptr ? std::nullopt : with_value(from, cell, other_value(cell->value()->whole(), random));
}

/// The last digit was not typed.
std::optional<Mutant> digit_dropped(const Specimen& from, Random& random) {
  const CellReading* cell = any_cell(from, random, TableId::t3, random.chance(50));
  if (cell == nullptr || cell->value()->whole() < 10) return std::nullopt;
  return with_value(from, cell, cell->value()->whole() / 10);
}

std::optional<Mutant> digits_swapped(const Specimen& from, Random& random) {
  const CellReading* cell = any_cell(from, random, TableId::t3, random.chance(50));
  if (cell == nullptr || cell->value()->whole() < 10) return std::nullopt;
  std::string digits = std::to_string(cell->value()->whole());
  const std::size_t at = random.below(digits.size() - 1);
  if (digits[at] == digits[at + 1]) return std::nullopt;
  std::swap(digits[at], digits[at + 1]);
  return with_value(from, cell, std::stoll(digits));
}

/// A value that stands one column too far to the right.
std::optional<Mutant> moved_right(const Specimen& from, Random& random) {
  const CellReading* cell = any_cell(from, random, TableId::t3, false);
  if (cell == nullptr || cell->value()->whole() == 0) return std::nullopt;
  const CellReading* next = from.report.cell(cell->cell + 1);
  if (next == nullptr || from.form.cells[next->cell].row != from.form.cells[cell->cell].row ||
      from.form.cells[next->cell].is_total || next->value() != Decimal{} || !next->editable) {
    return std::nullopt;
  }
  const std::string value(from.text().substr(cell->range.begin, cell->range.size()));
  Mutant mutant = with(from, next->range, value, sum_rules);
  mutant.text.replace(cell->range.begin, cell->range.size(), "0");
  mutant.cell = id_of(from, next->cell);
  mutant.place = {cell->range.begin, mutant.place.end};
  return mutant;
}

}  // namespace

std::vector<MutantKind> sum_mutants() {
  return {
      {"table 3: total changed", changed<TableId::t3, true>},
      {"table 3: input changed", changed<TableId::t3, false>},
      {"table 3: digit dropped", digit_dropped},
      {"table 3: digits swapped", digits_swapped},
      {"table 3: value in the neighbouring column", moved_right},
      {"table 4: total changed", changed<TableId::t4, true>},
      {"table 4: input changed", changed<TableId::t4, false>},
      {"statistics: total changed", changed<TableId::stat2014, true>},
  };
}

}  // namespace nianbao::test
