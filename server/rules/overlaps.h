// One finding per root cause: what to leave out where several families speak of the same thing.
// Must not know reports; works on finished findings.
#pragma once

#include <vector>

#include "rules/finding.h"

namespace nianbao::rules {

/// Drops the weaker of two findings that mark the same single cell and have the same repair.
void drop_overlaps(std::vector<Finding>& findings);

}  // namespace nianbao::rules
