// Random cell values of a form that satisfy all its relations within one report.
// Must not know labels or layouts.
#pragma once

#include <cstdint>
#include <vector>

#include "report/number.h"
#include "standard/form.h"
#include "support/random.h"

namespace nianbao::test {

/// One value per cell of the form. `size_class` as in Shape.
[[nodiscard]] std::vector<report::Decimal> consistent_values(const standard::Form& form, std::int32_t size_class,
                                                             Random& random);

/// Does the relation hold for these values? Relations that name last year's cells count as holding.
[[nodiscard]] bool holds(const standard::Relation& relation, const std::vector<report::Decimal>& values);

}  // namespace nianbao::test
