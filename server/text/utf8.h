// Reading and writing single code points of UTF-8 that may be broken.
// Must not allocate beyond the string it appends to, and must not know Unicode properties.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace nianbao::text {

constexpr char32_t replacement_character = 0xFFFD;

/// One step through a text: a well-formed sequence (Unicode 15, table 3-7), or one byte that belongs to none.
struct Scalar {
  char32_t value = replacement_character;
  std::uint32_t length = 1;  ///< bytes; never 0
  bool valid = false;
};

/// The step at `offset`, which must be inside the text.
[[nodiscard]] Scalar scalar_at(std::string_view bytes, std::size_t offset);

/// Begin of the step that covers `offset`; offsets at or past the end come back clamped.
[[nodiscard]] std::size_t scalar_begin(std::string_view bytes, std::size_t offset);

/// Appends the code point; surrogates and values past U+10FFFF are written as U+FFFD.
void append_utf8(std::string& out, char32_t value);

[[nodiscard]] bool is_valid_utf8(std::string_view bytes);

}  // namespace nianbao::text
