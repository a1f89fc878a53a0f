// UTF-8 to UTF-16 code units and back, in memory.
// Must not know byte order: that belongs to text/decode.h.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace nianbao::text {

/// Ill-formed bytes become U+FFFD.
[[nodiscard]] std::u16string utf16_of(std::string_view utf8);

/// Nothing when a surrogate stands alone.
[[nodiscard]] std::optional<std::string> utf8_of(std::u16string_view units);

}  // namespace nianbao::text
