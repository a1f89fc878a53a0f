// Comments that silence rules for the block that follows: <!-- nianbao-ignore rule-id: 理由 -->
// Must not know rules; whether an id exists is theirs to say.
#pragma once

#include <vector>

#include "report/grid.h"
#include "report/report.h"

namespace nianbao::report {

[[nodiscard]] std::vector<Suppression> find_suppressions(const text::Text& text, const std::vector<Grid>& grids);

}  // namespace nianbao::report
