// Marks around citations in a folded text (report/flow.h): the ends of 《…》 and of a remark in brackets.
// Must not know laws.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "text/script.h"

namespace nianbao::report {

inline constexpr std::size_t longest_remark = 300;  ///< bytes of a (…) behind a title

/// Position behind the 》 that belongs to the 《 at `open`, or npos.
[[nodiscard]] std::size_t close_of(std::string_view text, std::size_t open);

/// What a character of folded text may begin.
enum class Lead : std::uint8_t { none, sentence_end, title, ordinal, bracket };
[[nodiscard]] constexpr Lead lead_of(char32_t c) {
  if (text::is_ideograph(c)) return c == U'第' ? Lead::ordinal : Lead::none;
  switch (c) {
    case U'\n':
    case U'。':
    case U'!':
    case U'?':
      return Lead::sentence_end;
    case U'《':
      return Lead::title;
    case U'(':
    case U'[':
    case U'〔':
    case U'【':
    case U'［':
    case U'﹝':
      return Lead::bracket;
    default:
      return Lead::none;
  }
}

/// Position behind the ) that belongs to the ( at `open`, or `open`.
[[nodiscard]] std::size_t remark_end(std::string_view text, std::size_t open);

}  // namespace nianbao::report
