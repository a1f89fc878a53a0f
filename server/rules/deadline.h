// The day by which a report is to be published, as far as it is certain.
// Must not know how it is said.
#pragma once

#include <cstdint>
#include <optional>

#include "rules/rule.h"

namespace nianbao::rules {

struct Deadline {
  Day day;                                 ///< of the year after the report's
  OrganLevel level = OrganLevel::unknown;  ///< as set, or as the organ's name says
};

/// Nothing where the kind of organ is not certain and no day is set; then silence is right.
[[nodiscard]] std::optional<Deadline> deadline_of(const Context& context, std::int32_t report_year);

}  // namespace nianbao::rules
