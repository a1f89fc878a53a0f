// Steps over ideographs that no folding changes: most of what a reader of running text meets.
// Must not know what is done with the rest.
#pragma once

#include <cstddef>
#include <string_view>

#include "text/script.h"

namespace nianbao::text {

/// Behind the run of ideographs at `at` (a character boundary) that are their own simplified form and for which
/// `goes_on(character)` holds; `at` itself where there is none.
template <typename GoesOn>
[[nodiscard]] std::size_t plain_run_end(std::string_view bytes, std::size_t at, GoesOn goes_on) {
  const auto byte = [&](std::size_t i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[i])); };
  while (bytes.size() - at >= 3) {
    // E4…E9 are U+4000 to U+9FFF.
    const std::uint32_t first = byte(at);
    const std::uint32_t second = byte(at + 1);
    const std::uint32_t third = byte(at + 2);
    if (first < 0xE4 || first > 0xE9 || (second & 0xC0U) != 0x80U || (third & 0xC0U) != 0x80U) break;
    const char32_t c = ((first & 0x0FU) << 12) | ((second & 0x3FU) << 6) | (third & 0x3FU);
    if (simplified_of(c) != c || !goes_on(c)) break;
    at += 3;
  }
  return at;
}

[[nodiscard]] inline std::size_t plain_run_end(std::string_view bytes, std::size_t at) {
  return plain_run_end(bytes, at, [](char32_t) { return true; });
}

}  // namespace nianbao::text
