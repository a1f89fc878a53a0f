// What belongs to the place under the cursor: all cells of the sums that a cell takes part in.
// Must not know LSP.
#pragma once

#include <cstdint>
#include <vector>

#include "features/view.h"
#include "text/byte_range.h"

namespace nianbao::features {

struct Highlight {
  /// total: the sums' other side as seen from the cell; part: what is added up; text: anything else.
  enum class Kind : std::uint8_t { text, part, total };
  text::ByteRange range;
  Kind kind = Kind::text;
  friend bool operator==(const Highlight&, const Highlight&) = default;
};

/// By place, each range once. The cell under the cursor is among them; empty where nothing belongs to the place.
[[nodiscard]] std::vector<Highlight> highlights(const View& view, text::Offset offset);

}  // namespace nianbao::features
