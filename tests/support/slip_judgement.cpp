// What slipped tables are judged by: their equations, their true changes, and whether a verdict names these.
// Must not know how tables or slips are made.
#include <algorithm>
#include <array>

#include "support/slip_tables.h"

namespace nianbao::testing {

using rules::localise::Change;
using rules::localise::Equation;
using rules::localise::Index;
using rules::localise::System;

std::string_view name_of(SlipType type) {
  constexpr std::array<std::string_view, slip_type_count> names = {
      "drop", "double", "transpose", "key", "neighbour", "stale", "swap", "blank", "off1", "missed", "shift"};
  return names[static_cast<std::size_t>(type)];
}

std::string_view name_of(SizeClass size) {
  constexpr std::array<std::string_view, size_class_count> names = {"zero", "tiny", "small", "medium", "city"};
  return names[static_cast<std::size_t>(size)];
}

System table_system(TableShape shape) {
  System sums;
  const int last = TableShape::columns - 1;
  for (int row = 0; row < shape.rows(); ++row) {
    for (int column = 0; column <= last; ++column) {
      sums.places.push_back({row, column, column == last || row == shape.total_row(), false});
    }
  }
  for (int column = 0; column <= last; ++column) {
    Equation balance;
    balance.terms = {{shape.cell(0, column), 1},
                     {shape.cell(1, column), 1},
                     {shape.cell(shape.total_row(), column), -1},
                     {shape.cell(shape.carried_out_row(), column), -1}};
    sums.equations.push_back(balance);
    Equation sum;
    sum.total = shape.cell(shape.total_row(), column);
    sum.terms.push_back({sum.total, 1});
    for (int leaf = 0; leaf < shape.leaf_rows; ++leaf) sum.terms.push_back({shape.cell(2 + leaf, column), -1});
    sums.equations.push_back(sum);
  }
  for (int row = 0; row < shape.rows(); ++row) {
    Equation sum;
    sum.total = shape.cell(row, last);
    sum.terms.push_back({sum.total, 1});
    for (int column = 0; column < last; ++column) sum.terms.push_back({shape.cell(row, column), -1});
    sums.equations.push_back(sum);
  }
  return sums;
}

std::vector<Change> SlippedTable::truth() const {
  std::vector<Change> changes;
  for (std::size_t cell = 0; cell < meant.size(); ++cell) {
    if (written[cell].value != meant[cell]) changes.push_back({static_cast<Index>(cell), meant[cell]});
  }
  return changes;
}

Judgement judge(const SlippedTable& table, const rules::localise::Verdict& verdict) {
  using rules::localise::Outcome;
  const std::vector<Change> truth = table.truth();
  switch (verdict.outcome) {
    case Outcome::none:
      return truth.empty() ? Judgement::exact : Judgement::silent;
    case Outcome::culprit:
      return verdict.readings.front().changes == truth ? Judgement::exact : Judgement::wrong;
    case Outcome::choices: {
      const bool in = std::any_of(verdict.readings.begin(), verdict.readings.end(),
                                  [&](const auto& reading) { return reading.changes == truth; });
      return in ? Judgement::choice_in : Judgement::choice_out;
    }
    case Outcome::fallback:
      return Judgement::fallback;
  }
  return Judgement::fallback;
}

}  // namespace nianbao::testing
