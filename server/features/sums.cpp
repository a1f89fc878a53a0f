// The sums of a report's tables, evaluated once per question. Must not know any relation by name.
#include "features/sums.h"

#include <algorithm>

namespace nianbao::features {
namespace {

using standard::CellIndex;
using standard::Expression;

bool stands_alone(const Expression& side) {
  return side.terms.size() == 1 && side.constant == 0 && side.terms.front().factor == 1;
}

Sum sum_of(rules::Instance instance) {
  Sum sum;
  const standard::Condition& then = instance.relation->then;
  sum.total_left = stands_alone(then.left);
  if (sum.total_left || stands_alone(then.right)) {
    sum.total = (sum.total_left ? then.left : then.right).terms.front().cell;
  }
  for (const CellIndex cell : rules::cells_of(*instance.relation)) {
    if (cell != sum.total) sum.parts.push_back(cell);
  }
  sum.instance = instance;
  return sum;
}

}  // namespace

FormSums::FormSums(const standard::Form& form, const report::Report& report) : form_(&form), cells_(form, report) {
  for (const rules::Instance& instance : rules::evaluate(form, cells_)) {
    if (instance.relation->kind == standard::RelationKind::equality) sums_.push_back(sum_of(instance));
  }
}

std::vector<const Sum*> FormSums::of_cell(CellIndex cell) const {
  std::vector<const Sum*> found;
  for (const Sum& sum : sums_) {
    const bool part = std::ranges::find(sum.parts, cell) != sum.parts.end();
    if (part || sum.total == cell) found.push_back(&sum);
  }
  return found;
}

Tally FormSums::tally(standard::TableId table) const {
  Tally tally;
  for (const Sum& sum : sums_) {
    if (sum.instance.relation->table != table) continue;
    ++(sum.holds() ? tally.holding : sum.broken() ? tally.broken : tally.unknown);
  }
  return tally;
}

std::optional<text::ByteRange> FormSums::place(CellIndex cell) const {
  const report::CellReading* reading = cells_.reading(cell);
  if (reading == nullptr || reading->state == report::CellState::absent) return std::nullopt;
  return reading->range;
}

}  // namespace nianbao::features
