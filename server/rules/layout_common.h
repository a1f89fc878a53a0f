// What the layout rules share: numerals, headings of parts, word lists of the catalogue.
// Must not know any part, table or word by name.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "report/report.h"
#include "rules/rule.h"

namespace nianbao::rules {

/// 一 → 1 … 九十九 → 99, also ASCII and full-width digits; nothing for other text.
[[nodiscard]] std::optional<std::int32_t> ordinal_value(std::string_view numeral);

/// 1 → 一 … 99 → 九十九.
[[nodiscard]] std::string chinese_ordinal(std::int32_t value);

/// A word list of a rule's entry in the catalogue; empty where it has none.
[[nodiscard]] const std::vector<std::string>& words_of(const Context& context, std::string_view rule,
                                                       std::string_view list);

[[nodiscard]] bool contains_any(std::string_view text, const std::vector<std::string>& words);

/// The heading that opens a part, or null where only its table is there.
[[nodiscard]] const report::Heading* heading_of(const report::Report& report, const report::Part& part);

/// Index of a part in its form, or nothing.
[[nodiscard]] std::optional<std::size_t> place_in_form(const standard::Form& form, std::string_view section);

/// What a finding on a heading marks: its title, else its line.
[[nodiscard]] text::ByteRange mark_of(const report::Heading& heading);

/// White space (also U+3000 and U+00A0) trimmed from both ends.
[[nodiscard]] text::ByteRange trimmed(const text::Text& source, text::ByteRange range);

/// The text in simplified script and the words of the mainland, as word lists have them: 資訊公開 → 信息公开.
[[nodiscard]] std::string mainland_words(const Context& context, std::string_view text);

}  // namespace nianbao::rules
