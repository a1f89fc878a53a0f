// Which version of a law a report of some year means, and when a document applied.
// Must not know reports or where the law was cited.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "standard/standard.h"

namespace nianbao::standard {

/// 2019-05-15 → 2019; 0 where there is no date.
[[nodiscard]] std::int32_t year_of(std::string_view iso_date);

/// The law itself, or the one that it replaced where it was not yet in force at the end of the report's year.
/// Reports describe a year: what came into force within it counts for all of it.
[[nodiscard]] const Law& in_force_for(const Standard& standard, const Law& law,
                                      std::optional<std::int32_t> report_year);

/// The law that `law` replaced, or null.
[[nodiscard]] const Law* former_of(const Standard& standard, const Law& law);

}  // namespace nianbao::standard
