// The only door to ICU: Unicode properties, NFKC and GB18030. icu.cpp is the only file that includes its headers.
// Must not know labels, files or widths.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace nianbao::text::icu {

/// Columns by East Asian Width (UAX #11): 0 for marks, format and control characters, 2 for wide, full and ambiguous.
[[nodiscard]] std::uint32_t columns(char32_t value);

/// White space, or a character that shows nothing (zero-width space, soft hyphen, variation selector).
[[nodiscard]] bool is_blank(char32_t value);

/// Assigned in Unicode and not for private use.
[[nodiscard]] bool is_public(char32_t value);

/// NFKC form; ill-formed bytes become U+FFFD.
[[nodiscard]] std::string nfkc(std::string_view utf8);

/// UTF-8 of GB18030 bytes; nothing when a byte sequence has no meaning.
[[nodiscard]] std::optional<std::string> from_gb18030(std::string_view bytes);

/// GB18030 bytes; ill-formed UTF-8 becomes U+FFFD, which GB18030 can write.
[[nodiscard]] std::string to_gb18030(std::string_view utf8);

}  // namespace nianbao::text::icu
