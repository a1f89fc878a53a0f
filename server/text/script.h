// Traditional and simplified forms of single ideographs, from a table made once (hans/).
// Must not know words: what needs the word to be decided is left as it is.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace nianbao::text {

inline constexpr char32_t first_ideograph = 0x3400;
inline constexpr char32_t last_ideograph = 0x9FFF;
[[nodiscard]] constexpr bool is_ideograph(char32_t c) {
  return c >= first_ideograph && c <= last_ideograph;
}

/// One entry for each ideograph of the plane, 0 where nothing changes.
using IdeographTable = std::array<char16_t, last_ideograph - first_ideograph + 1>;
extern const IdeographTable simplified_table;
/// A bit for each entry that is not 0: small enough to stay near the processor while a text is read.
using IdeographSet = std::array<std::uint64_t, (last_ideograph - first_ideograph) / 64 + 1>;
extern const IdeographSet traditional_set;

/// The simplified form, or the character itself. Applying it twice changes nothing. Inline as `scalar_at` is.
[[nodiscard]] inline char32_t simplified_of(char32_t value) {
  if (!is_ideograph(value)) return value;
  const std::size_t at = value - first_ideograph;
  return (traditional_set[at / 64] >> (at % 64) & 1U) != 0 ? char32_t{simplified_table[at]} : value;
}

/// The traditional form that simplifies to `value`, or the character itself.
[[nodiscard]] char32_t traditional_of(char32_t value);

}  // namespace nianbao::text
