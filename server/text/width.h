// Display width by East Asian Width: two columns for wide characters, none for combining ones.
// Must not know what is displayed.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace nianbao::text {

/// Columns that the text takes on a terminal; ambiguous characters (“ ” … —) count two, as in a Chinese font.
[[nodiscard]] std::uint32_t display_width(std::string_view utf8);

/// The text filled with spaces on the right up to `columns`; longer text is returned as it is.
[[nodiscard]] std::string pad_to_width(std::string_view utf8, std::uint32_t columns);

}  // namespace nianbao::text
