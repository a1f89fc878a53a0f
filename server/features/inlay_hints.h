// Words that an editor shows between the text: the sum beside a total that is wrong, ✓ beside one that holds.
// Must not know LSP.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "features/view.h"
#include "rules/finding.h"
#include "text/byte_range.h"

namespace nianbao::features {

struct InlayHint {
  enum class Kind : std::uint8_t { sum, verdict, law };
  Kind kind = Kind::sum;
  text::Offset at = 0;  ///< on a character boundary
  std::string label;
  std::string tooltip;                 ///< plain text
  std::vector<rules::TextEdit> edits;  ///< what accepting the hint does; empty: it only tells
};

/// Hints of places that touch the range, by place. Sums are told only where a finding points at the cell, so the
/// snapshot should be a checked one.
[[nodiscard]] std::vector<InlayHint> inlay_hints(const View& view, text::ByteRange range);

}  // namespace nianbao::features
