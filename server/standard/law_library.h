// Puts texts of the user's own library beside our summaries: exact wording of known laws, and laws that we do not know.
// Must not know files.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "standard/law_text.h"
#include "standard/standard.h"

namespace nianbao::standard {

/// Each text goes to the law of its number or name; one of no known law becomes a law of its own.
void add_law_texts(Standard& standard, std::vector<LawText> texts);

/// The version to show for a report's year: the last one of that year or before, else the oldest. Without a year the
/// newest. Null where the library has none.
[[nodiscard]] const LawText* text_for(const Law& law, std::optional<std::int32_t> report_year);

}  // namespace nianbao::standard
