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

/// `scalar_at` for what is neither ASCII nor the common three-byte case.
[[nodiscard]] Scalar rare_scalar_at(std::string_view bytes, std::size_t offset);

/// The step at `offset`, which must be inside the text. Inline because every reader of a text spends its time here.
[[nodiscard]] inline Scalar scalar_at(std::string_view bytes, std::size_t offset) {
  const auto byte = [&](std::size_t i) -> std::uint32_t { return static_cast<unsigned char>(bytes[offset + i]); };
  const std::uint32_t first = byte(0);
  if (first < 0x80) return {first, 1, true};
  // E1…EC, EE, EF: most ideographs and all of their punctuation; no further bounds on the second byte.
  if (first > 0xE0 && first < 0xF0 && first != 0xED && bytes.size() - offset >= 3 &&
      ((byte(1) & byte(2)) & 0xC0U) == 0x80U && ((byte(1) | byte(2)) & 0x40U) == 0) {
    return {((first & 0x0FU) << 12) | ((byte(1) & 0x3FU) << 6) | (byte(2) & 0x3FU), 3, true};
  }
  return rare_scalar_at(bytes, offset);
}

/// Begin of the step that covers `offset`; offsets at or past the end come back clamped.
[[nodiscard]] std::size_t scalar_begin(std::string_view bytes, std::size_t offset);

/// Appends the code point; surrogates and values past U+10FFFF are written as U+FFFD.
void append_utf8(std::string& out, char32_t value);

[[nodiscard]] bool is_valid_utf8(std::string_view bytes);

}  // namespace nianbao::text
