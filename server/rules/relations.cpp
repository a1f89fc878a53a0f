// Relations between cells, evaluated over what was read of a report.
// Must not know any cell, row, table or rule by name.
#include "rules/relations.h"

#include <algorithm>

namespace nianbao::rules {
namespace {

using report::Decimal;
using standard::CellIndex;

template <typename Values>
std::optional<Decimal> fold_values(const standard::Expression& side, const Values& value_of) {
  Decimal result = side.fold == standard::Fold::sum ? Decimal::of(side.constant) : Decimal{};
  bool first = true;
  for (const standard::Term& term : side.terms) {
    const std::optional<Decimal> value = value_of(term.cell);
    if (!value) return std::nullopt;
    const Decimal part{value->scaled * term.factor};
    if (side.fold == standard::Fold::sum) {
      result.scaled += part.scaled;
    } else if (first || part > result) {
      result = part;
    }
    first = false;
  }
  return result;
}

std::optional<Decimal> fold(const standard::Expression& side, const Cells& cells) {
  return fold_values(side, [&](CellIndex cell) { return cells.value(cell); });
}

/// true or false where both sides are known.
std::optional<bool> holds(const standard::Condition& condition, const Cells& cells) {
  const std::optional<Decimal> left = fold(condition.left, cells);
  const std::optional<Decimal> right = fold(condition.right, cells);
  if (!left || !right) return std::nullopt;
  return compare(*left, condition.comparison, *right);
}

std::int32_t count_blanks(const standard::Condition& condition, const Cells& cells) {
  std::int32_t blanks = 0;
  for (const standard::Expression* side : {&condition.left, &condition.right}) {
    for (const standard::Term& term : side->terms) blanks += cells.blank(term.cell) ? 1 : 0;
  }
  return blanks;
}

Instance evaluate_one(const standard::Relation& relation, const Cells& cells) {
  Instance instance;
  instance.relation = &relation;
  bool applies = true;
  for (const standard::Condition& condition : relation.when) {
    const std::optional<bool> met = holds(condition, cells);
    if (!met) return instance;
    applies = applies && *met;
    instance.blanks += count_blanks(condition, cells);
  }
  const std::optional<Decimal> left = fold(relation.then.left, cells);
  const std::optional<Decimal> right = fold(relation.then.right, cells);
  if (!left || !right) return instance;
  instance.blanks += count_blanks(relation.then, cells);
  instance.complete = true;
  instance.left = *left;
  instance.right = *right;
  instance.residual = Decimal{left->scaled - right->scaled};
  if (!applies || compare(*left, relation.then.comparison, *right)) {
    instance.standing = Standing::holds;
  } else if (instance.blanks == 0) {
    instance.standing = Standing::broken;
  }
  return instance;
}

bool within_report(const standard::Relation& relation) {
  return relation.kind != standard::RelationKind::cross_year && relation.kind != standard::RelationKind::aggregate;
}

}  // namespace

bool compare(Decimal left, standard::Comparison comparison, Decimal right) {
  switch (comparison) {
    case standard::Comparison::equal:
      return left == right;
    case standard::Comparison::less_equal:
      return left <= right;
    case standard::Comparison::greater_equal:
      return left >= right;
    case standard::Comparison::greater:
      return left > right;
    case standard::Comparison::less:
      return left < right;
  }
  return true;
}

std::optional<Decimal> result_of(const standard::Expression& side, const CellValues& values) {
  return fold_values(side, values);
}

Cells::Cells(const standard::Form& form, const report::Report& report)
    : readings_(form.cells.size(), nullptr), grids_(form.cells.size(), nullptr), placed_(form.cells.size(), false) {
  for (const report::Grid& grid : report.grids) {
    if (grid.form != form.id) continue;
    for (const report::CellReading& cell : grid.cells) {
      if (cell.cell >= readings_.size()) continue;
      readings_[cell.cell] = &cell;
      grids_[cell.cell] = &grid;
    }
    // A row with fewer values than columns: which column each of them belongs to is a guess.
    for (const report::RowReading& row : grid.rows) {
      if (row.values_found < row.cell_count) continue;
      for (std::size_t i = 0; i < row.cell_count && row.first_cell + i < placed_.size(); ++i) {
        placed_[row.first_cell + i] = true;
      }
    }
  }
}

const report::CellReading* Cells::reading(CellIndex cell) const {
  return cell < readings_.size() ? readings_[cell] : nullptr;
}

const report::Grid* Cells::grid(CellIndex cell) const {
  return cell < grids_.size() ? grids_[cell] : nullptr;
}

std::optional<Decimal> Cells::value(CellIndex cell) const {
  if (const auto changed = changed_.find(cell); changed != changed_.end()) return changed->second;
  const report::CellReading* found = reading(cell);
  if (found == nullptr || !grids_[cell]->certain || !placed_[cell]) return std::nullopt;
  if (found->state == report::CellState::blank) return Decimal{};
  return found->value();
}

bool Cells::blank(CellIndex cell) const {
  const report::CellReading* found = reading(cell);
  return found != nullptr && found->state == report::CellState::blank && !changed_.contains(cell);
}

std::vector<standard::FormId> forms_of(const report::Report& report) {
  std::vector<standard::FormId> forms;
  for (const report::Grid& grid : report.grids) {
    if (std::find(forms.begin(), forms.end(), grid.form) == forms.end()) forms.push_back(grid.form);
  }
  return forms;
}

std::vector<Instance> evaluate(const standard::Form& form, const Cells& cells) {
  std::vector<Instance> instances;
  instances.reserve(form.relations.size());
  for (const standard::Relation& relation : form.relations) {
    if (within_report(relation)) instances.push_back(evaluate_one(relation, cells));
  }
  return instances;
}

std::vector<Instance> evaluate(const standard::Form& form, const report::Report& report) {
  return evaluate(form, Cells(form, report));
}

bool zeros_hold(const standard::Form& form, const report::Report& report, const std::vector<CellIndex>& cells) {
  const auto broken = [&](const Cells& values) {
    const std::vector<Instance> all = evaluate(form, values);
    return std::count_if(all.begin(), all.end(),
                         [](const Instance& each) { return each.standing == Standing::broken; });
  };
  Cells values(form, report);
  const auto before = broken(values);
  for (const CellIndex cell : cells) values.set(cell, Decimal{});
  return broken(values) <= before;
}

std::vector<CellIndex> cells_of(const standard::Relation& relation) {
  std::vector<CellIndex> cells;
  for (const standard::Expression* side : {&relation.then.left, &relation.then.right}) {
    for (const standard::Term& term : side->terms) cells.push_back(term.cell);
  }
  return cells;
}

}  // namespace nianbao::rules
