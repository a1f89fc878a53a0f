// Half-open ranges of byte offsets into a UTF-8 text: the one internal unit of position.
// Must not know lines, columns or any editor's code units.
#pragma once

#include <compare>
#include <cstdint>

namespace nianbao::text {

/// Byte offset into a UTF-8 text. 32 bits: a report over 4 GiB is refused before it gets here.
using Offset = std::uint32_t;

/// Half-open: [begin, end). An empty range marks a place (an insertion point), not a word.
struct ByteRange {
  Offset begin = 0;
  Offset end = 0;

  [[nodiscard]] constexpr bool empty() const { return begin >= end; }
  [[nodiscard]] constexpr Offset size() const { return empty() ? 0 : end - begin; }
  [[nodiscard]] constexpr bool contains(Offset offset) const { return begin <= offset && offset < end; }
  [[nodiscard]] constexpr bool covers(ByteRange other) const { return begin <= other.begin && other.end <= end; }
  /// True where the cursor may stand: the end counts, as editors put the cursor behind the last character.
  [[nodiscard]] constexpr bool touches(Offset offset) const { return begin <= offset && offset <= end; }
  friend constexpr auto operator<=>(const ByteRange&, const ByteRange&) = default;
};

}  // namespace nianbao::text
