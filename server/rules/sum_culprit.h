// Findings of error localisation: the culprit cell, the choices, or the sums that no cell explains.
// Must not know any cell, row or table by name, nor how readings are found.
#pragma once

#include <vector>

#include "rules/sum_finding.h"
#include "rules/sum_system.h"

namespace nianbao::rules {

/// What is to be said of one connected system of sums that do not all hold.
[[nodiscard]] std::vector<Finding> explain_sums(const SumScene& scene, const SumSystem& sums,
                                                const localise::Verdict& verdict);

}  // namespace nianbao::rules
