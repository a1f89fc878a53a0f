// Traditional and simplified forms of single ideographs, from a table made once (hans/).
// Must not know words: what needs the word to be decided is left as it is.
#pragma once

namespace nianbao::text {

/// The simplified form, or the character itself. Applying it twice changes nothing.
[[nodiscard]] char32_t simplified_of(char32_t value);

/// The traditional form that simplifies to `value`, or the character itself.
[[nodiscard]] char32_t traditional_of(char32_t value);

}  // namespace nianbao::text
