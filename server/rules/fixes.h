// How fixes are made and applied: edits of single cells, edits of many findings together.
// Must not know why a fix is right.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "report/grid.h"
#include "rules/finding.h"
#include "rules/rules.h"

namespace nianbao::rules {

/// True where applying both would change the same characters. Equal edits do not conflict: they are one.
[[nodiscard]] bool conflict(const TextEdit& first, const TextEdit& second);

/// By place; an insertion stands before a replacement that begins there.
void sort_edits(std::vector<TextEdit>& edits);

}  // namespace nianbao::rules
