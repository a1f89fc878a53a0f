// Dates, statistical periods and the signing date of a report.
// Must not know titles, tables or rules.
#pragma once

#include <optional>
#include <vector>

#include "report/report.h"
#include "text/text.h"

namespace nianbao::report {

/// All dates with a day, in source order; year 0 where only month and day are written. Spaces and line breaks inside
/// are accepted, digits may be ASCII, full-width or Chinese (二〇二一年一月三十一日).
[[nodiscard]] std::vector<Date> find_dates(const text::Text& text);

/// 统计期限: the first span of two dates whose sentence speaks of it, else the first that covers a calendar year.
[[nodiscard]] std::optional<Period> find_period(const text::Text& text, const std::vector<Date>& dates);

/// 落款: the last full date that stands alone on its line.
[[nodiscard]] std::optional<Date> find_signing_date(const text::Text& text, const std::vector<Date>& dates);

}  // namespace nianbao::report
