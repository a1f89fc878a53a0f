#include "support/values.h"

#include <algorithm>
#include <cstddef>
#include <cstdlib>

namespace nianbao::test {
namespace {

using report::Decimal;
using standard::CellIndex;
using standard::Comparison;
using standard::Condition;
using standard::Expression;
using standard::Fold;
using standard::Form;
using standard::Relation;
using standard::RelationKind;
using standard::ValueType;

std::int64_t evaluate(const Expression& expression, const std::vector<Decimal>& values) {
  std::int64_t sum = 0;
  std::int64_t largest = 0;
  bool first = true;
  for (const auto& term : expression.terms) {
    const std::int64_t value = values[term.cell].scaled * term.factor;
    sum += value;
    largest = first ? value : std::max(largest, value);
    first = false;
  }
  return (expression.fold == Fold::max ? largest : sum) + expression.constant * Decimal::scale;
}

/// How far the condition is from holding (0 = it holds), as the surplus of the side that should be smaller.
std::int64_t surplus(const Condition& condition, const std::vector<Decimal>& values) {
  const std::int64_t difference = evaluate(condition.left, values) - evaluate(condition.right, values);
  switch (condition.comparison) {
    case Comparison::equal:
      return difference;
    case Comparison::less_equal:
      return std::max<std::int64_t>(difference, 0);
    case Comparison::less:
      return difference < 0 ? 0 : difference + Decimal::scale;
    case Comparison::greater_equal:
      return std::min<std::int64_t>(difference, 0);
    case Comparison::greater:
      return difference > 0 ? 0 : difference - Decimal::scale;
  }
  return 0;
}

bool within_one_report(const Relation& relation) {
  return relation.kind == RelationKind::equality || relation.kind == RelationKind::inequality ||
         relation.kind == RelationKind::implication;
}

/// The equalities of a form solved for some of its cells: pivot = Σ coefficient × free cell.
class Solution {
 public:
  explicit Solution(const Form& form) : form_(form), row_of_cell_(form.cells.size(), none) {
    for (const auto& relation : form.relations) {
      if (relation.kind == RelationKind::equality && relation.when.empty()) add(relation.then);
    }
  }

  [[nodiscard]] bool is_free(CellIndex cell) const { return row_of_cell_[cell] == none; }

  void recompute(std::vector<Decimal>& values) const {
    for (const auto& row : rows_) {
      std::int64_t sum = 0;
      for (std::size_t cell = 0; cell < row.coefficients.size(); ++cell) {
        if (cell != row.pivot) sum -= row.coefficients[cell] * values[cell].scaled;
      }
      values[row.pivot].scaled = sum * row.coefficients[row.pivot];
    }
  }

  /// Halves free cells until no computed cell is negative. Ends: with all free cells zero, all cells are zero.
  void make_computed_cells_legal(std::vector<Decimal>& values) const {
    for (bool again = true; again;) {
      again = false;
      recompute(values);
      for (const auto& row : rows_) {
        if (values[row.pivot].scaled >= 0) continue;
        for (std::size_t cell = 0; cell < row.coefficients.size(); ++cell) {
          const bool lowers = -row.coefficients[cell] * row.coefficients[row.pivot] < 0;
          if (cell == row.pivot || !lowers || values[cell].scaled <= 0) continue;
          values[cell] = Decimal::of(values[cell].whole() / 2);
          again = true;
        }
      }
    }
  }

  /// Effect of one unit of each free cell on left − right of a condition with its present largest terms.
  [[nodiscard]] std::vector<std::int64_t> gradient(const Condition& condition,
                                                   const std::vector<Decimal>& values) const {
    std::vector<std::int64_t> effect(form_.cells.size(), 0);
    add_side(condition.left, 1, values, effect);
    add_side(condition.right, -1, values, effect);
    for (const auto& row : rows_) {
      const std::int64_t weight = effect[row.pivot];
      if (weight == 0) continue;
      effect[row.pivot] = 0;
      for (std::size_t cell = 0; cell < row.coefficients.size(); ++cell) {
        if (cell != row.pivot) effect[cell] -= weight * row.coefficients[cell] * row.coefficients[row.pivot];
      }
    }
    return effect;
  }

 private:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);
  struct Row {
    std::size_t pivot = 0;  ///< its coefficient is 1 or -1
    std::vector<std::int64_t> coefficients;
  };

  static void add_side(const Expression& side, std::int64_t sign, const std::vector<Decimal>& values,
                       std::vector<std::int64_t>& effect) {
    if (side.fold == Fold::sum) {
      for (const auto& term : side.terms) effect[term.cell] += sign * term.factor;
      return;
    }
    const auto largest = std::max_element(side.terms.begin(), side.terms.end(), [&](const auto& a, const auto& b) {
      return values[a.cell].scaled * a.factor < values[b.cell].scaled * b.factor;
    });
    if (largest != side.terms.end()) effect[largest->cell] += sign * largest->factor;
  }

  void add(const Condition& condition) {
    Row row;
    row.coefficients.assign(form_.cells.size(), 0);
    add_side(condition.left, 1, {}, row.coefficients);
    add_side(condition.right, -1, {}, row.coefficients);
    for (const auto& known : rows_) subtract(row, known);
    if (!choose_pivot(row)) return;  // redundant
    for (auto& known : rows_) subtract(known, row);
    row_of_cell_[row.pivot] = rows_.size();
    rows_.push_back(std::move(row));
  }

  static void subtract(Row& from, const Row& what) {
    const std::int64_t weight = from.coefficients[what.pivot] * what.coefficients[what.pivot];
    if (weight == 0) return;
    for (std::size_t cell = 0; cell < from.coefficients.size(); ++cell) {
      from.coefficients[cell] -= weight * what.coefficients[cell];
    }
  }

  /// Totals first; else the first cell, which in the forms is a sum's own side.
  bool choose_pivot(Row& row) const {
    for (const bool totals : {true, false}) {
      for (std::size_t cell = 0; cell < row.coefficients.size(); ++cell) {
        if (std::abs(row.coefficients[cell]) == 1 && (!totals || form_.cells[cell].is_total)) {
          row.pivot = cell;
          return true;
        }
      }
    }
    return false;
  }

  const Form& form_;
  std::vector<std::size_t> row_of_cell_;
  std::vector<Row> rows_;
};

Decimal draw(const standard::CellSpec& cell, std::int32_t size_class, Random& random) {
  if (size_class == 0 || cell.type == ValueType::none) return {};
  static constexpr int chance_of_value[] = {0, 14, 40, 75};
  static constexpr std::int64_t largest[] = {0, 15, 180, 9000};
  const auto size = static_cast<std::size_t>(std::clamp(size_class, 0, 3));
  if (!random.chance(chance_of_value[size])) return {};
  if (cell.type == ValueType::amount) return {random.between(1, 30'000'000) * 100};  // up to 3000 万元, to 元
  const std::int64_t value = random.between(1, largest[size]);
  return Decimal::of(cell.type == ValueType::signed_integer && random.chance(40) ? -value : value);
}

/// Changes one free cell so that the condition comes nearer to holding. False: nothing can be changed.
bool repair_step(const Form& form, const Solution& solution, const Condition& condition, std::vector<Decimal>& values,
                 Random& random) {
  const std::int64_t excess = surplus(condition, values);
  if (excess == 0) return false;
  const std::int64_t sign = excess > 0 ? 1 : -1;
  const auto effect = solution.gradient(condition, values);
  std::vector<std::size_t> candidates;
  for (std::size_t cell = 0; cell < effect.size(); ++cell) {
    const bool can_fall = values[cell].scaled > 0 || form.cells[cell].type == ValueType::signed_integer;
    if (effect[cell] * sign < 0 || (effect[cell] * sign > 0 && can_fall)) candidates.push_back(cell);
  }
  if (candidates.empty()) return false;
  const std::size_t cell = random.pick(candidates);
  std::int64_t amount = std::max<std::int64_t>(std::abs(excess) / std::abs(effect[cell]), 1);
  if (form.cells[cell].type != ValueType::amount) {
    amount = (amount + Decimal::scale - 1) / Decimal::scale * Decimal::scale;
  }
  if (effect[cell] * sign < 0) {
    values[cell].scaled += amount;
  } else {
    const bool is_signed = form.cells[cell].type == ValueType::signed_integer;
    values[cell].scaled -= is_signed ? amount : std::min(amount, values[cell].scaled);
  }
  solution.make_computed_cells_legal(values);
  return true;
}

bool premises_hold(const Relation& relation, const std::vector<Decimal>& values) {
  return std::all_of(relation.when.begin(), relation.when.end(),
                     [&](const Condition& condition) { return surplus(condition, values) == 0; });
}

}  // namespace

bool holds(const Relation& relation, const std::vector<Decimal>& values) {
  if (!within_one_report(relation)) return true;
  return !premises_hold(relation, values) || surplus(relation.then, values) == 0;
}

std::vector<Decimal> consistent_values(const Form& form, std::int32_t size_class, Random& random) {
  std::vector<Decimal> values;
  for (const auto& cell : form.cells) values.push_back(draw(cell, size_class, random));
  const Solution solution(form);
  solution.make_computed_cells_legal(values);
  constexpr int sweeps = 400;
  for (int sweep = 0; sweep < sweeps; ++sweep) {
    bool changed = false;
    for (const auto& relation : form.relations) {
      if (relation.kind == RelationKind::equality || holds(relation, values)) continue;
      changed = repair_step(form, solution, relation.then, values, random) || changed;
    }
    if (!changed) break;
  }
  return values;
}

}  // namespace nianbao::test
