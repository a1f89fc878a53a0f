// Finds every citation of a report and says which law, article, 款 and 项 it means.
// Must not know rules; what the law says is none of its business, only whether the place exists.
#pragma once

#include <optional>
#include <vector>

#include "report/citation.h"
#include "report/flow.h"
#include "standard/standard.h"

namespace nianbao::report {

/// All citations in the order of the text. Laws are taken as in force for the report's year.
[[nodiscard]] std::vector<Citation> find_citations(const Flow& flow, const standard::Standard& standard,
                                                   std::optional<std::int32_t> report_year);

/// Whether a place exists in a law. `last` values as in Citation.
[[nodiscard]] Resolution resolve(const standard::Law& law, const Citation& citation);

}  // namespace nianbao::report
