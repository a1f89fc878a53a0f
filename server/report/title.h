// The title of a report: organ, year and name, on one line or two.
// Must not know the parts or tables.
#pragma once

#include <optional>
#include <vector>

#include "report/physical.h"
#include "report/report.h"

namespace nianbao::report {

/// The most complete title near the beginning, of equal ones the first; the organ may stand on the line before, and the
/// title may be broken over two lines or have its year in front or behind.
/// Where no year can be read, `year_range` is what stands in its place directly before the name: 2024 or a lone 年.
/// The first `skipped` rows are not looked at. Regional words count as their standard ones (政府資訊公開).
[[nodiscard]] std::optional<Title> find_title(const text::Text& text, const std::vector<PhysicalRow>& rows,
                                              std::size_t skipped, const std::vector<standard::WordVariant>& variants);

}  // namespace nianbao::report
