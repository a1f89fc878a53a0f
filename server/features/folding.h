// What can be folded: parts, sub-headings, tables, the groups of a table, comments.
// Must not know lines: an editor folds those that a range touches.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "features/view.h"
#include "text/byte_range.h"

namespace nianbao::features {

struct Fold {
  enum class Kind : std::uint8_t { part, table, comment };
  Kind kind = Kind::part;
  text::ByteRange range;  ///< its first line stays visible; white space at its end is left out
  std::string summary;    ///< what a folded table may show instead; else empty
};

/// By begin; a fold lies wholly inside or outside of another.
[[nodiscard]] std::vector<Fold> folds(const View& view);

}  // namespace nianbao::features
