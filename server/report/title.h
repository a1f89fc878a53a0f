// The title of a report: organ, year and name, on one line or two.
// Must not know the parts or tables.
#pragma once

#include <optional>
#include <vector>

#include "report/physical.h"
#include "report/report.h"

namespace nianbao::report {

/// The first line near the beginning that is a title; the organ may stand on the line before.
[[nodiscard]] std::optional<Title> find_title(const text::Text& text, const std::vector<PhysicalRow>& rows);

}  // namespace nianbao::report
