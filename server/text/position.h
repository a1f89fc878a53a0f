// Byte offsets to and from (line, column) in the three position encodings of LSP 3.17.
// Must not know LSP's structs or JSON.
#pragma once

#include <cstdint>
#include <optional>

#include "text/byte_range.h"
#include "text/text.h"

namespace nianbao::text {

/// Unit of a column: UTF-8 bytes, UTF-16 code units, or code points.
enum class Encoding : std::uint8_t { utf8, utf16, utf32 };

/// Zero-based. The column counts code units of the encoding that produced it.
struct Position {
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  friend constexpr auto operator<=>(const Position&, const Position&) = default;
};

/// Offsets past the end give the end of the text. An offset inside a character gives that character's column.
[[nodiscard]] Position position_at(const Text& text, Offset offset, Encoding encoding);

/// A column past the end of its line means the end of that line (LSP 3.17 "Position"); a line past the last one
/// means the end of the text. A column inside a surrogate pair or a UTF-8 sequence is rounded down.
[[nodiscard]] Offset offset_at(const Text& text, Position position, Encoding encoding);

}  // namespace nianbao::text
