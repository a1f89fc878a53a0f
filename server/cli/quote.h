// One line of a text as shown on a terminal, with the place of a mark below it.
// Must not know findings or colours.
#pragma once

#include <cstdint>
#include <string>

#include "text/byte_range.h"
#include "text/text.h"

namespace nianbao::cli {

/// Most columns of the text that are shown; what is left out is shown as ….
inline constexpr std::uint32_t quote_width = 72;

struct Quote {
  std::string line;          ///< tabs and control characters are one space each
  std::uint32_t before = 0;  ///< columns before the mark
  std::uint32_t width = 1;   ///< columns of the mark, at least one
};

/// The line in which the range begins. A range over several lines is marked up to the end of the first.
[[nodiscard]] Quote quote(const text::Text& text, text::ByteRange range);

}  // namespace nianbao::cli
