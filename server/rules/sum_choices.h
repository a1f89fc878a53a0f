// Findings where the numbers do not tell which cell is wrong: readings to choose from, or the broken sums themselves.
// Must not know any cell, row or table by name.
#pragma once

#include <vector>

#include "rules/sum_finding.h"
#include "rules/sum_system.h"

namespace nianbao::rules {

/// The changes of a reading to these cells, in the order of the text.
[[nodiscard]] std::vector<CellChange> changes_of(const SumScene& scene, const SumSystem& sums,
                                                 const localise::Reading& reading,
                                                 const std::vector<localise::Index>& cells);

/// A broken sum as related information of another finding; `here`: that finding stands in the same row or column.
[[nodiscard]] Related related_sum(const SumScene& scene, const Instance& instance, bool here);

/// One finding on the first broken total, one fix per reading, none preferred.
[[nodiscard]] Finding choices_finding(const SumScene& scene, const SumSystem& sums, const localise::Verdict& verdict);

/// The broken sums, largest first, at most five, each with its own rule.
[[nodiscard]] std::vector<Finding> fallback_findings(const SumScene& scene, const SumSystem& sums,
                                                     const localise::Verdict& verdict);

}  // namespace nianbao::rules
