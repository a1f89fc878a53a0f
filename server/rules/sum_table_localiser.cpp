// Error localisation of tables that come as bare numbers, without a report.
// Must not know wording or findings.
#include <algorithm>

#include "rules/sum_system.h"

namespace nianbao::rules {
namespace {

using localise::Outcome;

/// Several systems in one table: what is least certain goes for the whole.
Outcome join(Outcome a, Outcome b) {
  return std::max(a, b);
}

}  // namespace

TableLocaliser::TableLocaliser(const standard::Form& form, standard::TableId table) {
  const std::vector<Instance> instances = all_equalities(form);
  for (SumSystem& sums : sum_systems(form, instances)) {
    if (sums.cells.empty() || form.cells[sums.cells.front()].table != table) continue;
    parts_.push_back({localise::Localiser(std::move(sums.sums)), std::move(sums.cells)});
  }
}

TableVerdict TableLocaliser::locate(const std::vector<std::optional<std::int64_t>>& values) const {
  TableVerdict verdict;
  for (const Part& part : parts_) {
    std::vector<localise::Value> own;
    for (const standard::CellIndex cell : part.cells) {
      const std::optional<std::int64_t> value = cell < values.size() ? values[cell] : std::nullopt;
      own.push_back({value.value_or(0), !value.has_value()});
    }
    const localise::Verdict found = part.localiser.locate(own);
    verdict.outcome = join(verdict.outcome, found.outcome);
    for (const localise::Reading& reading : found.readings) {
      TableVerdict::Set set;
      for (const localise::Change& change : reading.changes) {
        set.changes.emplace_back(part.cells[static_cast<std::size_t>(change.cell)], change.value);
      }
      std::sort(set.changes.begin(), set.changes.end());
      verdict.sets.push_back(std::move(set));
    }
  }
  return verdict;
}

}  // namespace nianbao::rules
