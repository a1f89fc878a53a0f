// The equalities of a form, as far as a report's cells allow, as linear systems for localisation.
// Must not know wording or findings.
#include "rules/sum_system.h"

#include <algorithm>

namespace nianbao::rules {
namespace {

using localise::Index;
using standard::CellIndex;

/// Row and column of every cell within its table; tables are far apart, so that cells of two never touch.
std::vector<localise::Place> places_of(const standard::Form& form) {
  std::vector<localise::Place> places(form.cells.size());
  Index row = 0;
  for (const standard::TableSpec& table : form.tables) {
    for (const standard::BlockSpec& block : table.blocks) {
      for (const standard::RowSpec& line : block.rows) {
        for (std::uint16_t i = 0; i < line.cell_count; ++i) {
          const std::size_t cell = static_cast<std::size_t>(line.first_cell) + i;
          if (cell >= places.size()) continue;
          places[cell].row = row;
          places[cell].column = i;
          places[cell].total = form.cells[cell].is_total;
          places[cell].may_be_negative = form.cells[cell].type == standard::ValueType::signed_integer;
        }
        ++row;
      }
    }
    row += 2;
  }
  return places;
}

bool plain_sum(const standard::Expression& side) {
  return side.fold == standard::Fold::sum && side.constant == 0;
}

bool usable(const Instance& instance) {
  const standard::Relation& relation = *instance.relation;
  return relation.kind == standard::RelationKind::equality && relation.severity == standard::Severity::error &&
         relation.when.empty() && relation.then.comparison == standard::Comparison::equal &&
         plain_sum(relation.then.left) && plain_sum(relation.then.right) && instance.complete;
}

localise::Equation equation_of(const standard::Relation& relation) {
  localise::Equation equation;
  for (const standard::Term& term : relation.then.left.terms) equation.terms.push_back({term.cell, term.factor});
  for (const standard::Term& term : relation.then.right.terms) equation.terms.push_back({term.cell, -term.factor});
  const std::vector<standard::Term>& left = relation.then.left.terms;
  if (left.size() == 1 && relation.then.right.terms.size() > 1) equation.total = left.front().cell;
  return equation;
}

bool integral(const Cells* cells, const standard::Relation& relation) {
  if (cells == nullptr) return true;
  const std::vector<CellIndex> all = cells_of(relation);
  return std::all_of(all.begin(), all.end(), [&](CellIndex cell) {
    const std::optional<report::Decimal> value = cells->value(cell);
    return value && value->integral();
  });
}

std::vector<SumSystem> build(const standard::Form& form, const Cells* cells, const std::vector<Instance>& instances) {
  localise::System whole;
  whole.places = places_of(form);
  std::vector<const Instance*> used;
  for (const Instance& instance : instances) {
    if (!usable(instance) || !integral(cells, *instance.relation)) continue;
    whole.equations.push_back(equation_of(*instance.relation));
    used.push_back(&instance);
  }
  std::vector<SumSystem> result;
  for (localise::Component& component : localise::components(whole)) {
    SumSystem part;
    part.sums = std::move(component.sums);
    for (const Index e : component.equations) part.instances.push_back(used[static_cast<std::size_t>(e)]);
    for (const Index cell : component.cells) {
      const auto index = static_cast<CellIndex>(cell);
      part.cells.push_back(index);
      if (cells != nullptr) {
        part.values.push_back({cells->value(index).value_or(report::Decimal{}).whole(), cells->blank(index)});
      } else {
        part.values.push_back({});
      }
    }
    result.push_back(std::move(part));
  }
  return result;
}

}  // namespace

std::vector<SumSystem> sum_systems(const standard::Form& form, const Cells& cells,
                                   const std::vector<Instance>& instances) {
  return build(form, &cells, instances);
}

std::vector<SumSystem> sum_systems(const standard::Form& form, const std::vector<Instance>& instances) {
  return build(form, nullptr, instances);
}

std::vector<Instance> all_equalities(const standard::Form& form) {
  std::vector<Instance> instances;
  for (const standard::Relation& relation : form.relations) {
    Instance instance;
    instance.relation = &relation;
    instance.complete = true;
    if (usable(instance)) instances.push_back(instance);
  }
  return instances;
}

}  // namespace nianbao::rules
