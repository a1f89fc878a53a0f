// Growing selections: cell, row, table, part, report; word, sentence, paragraph, part in prose.
// Must not know LSP.
#pragma once

#include <vector>

#include "features/view.h"
#include "text/byte_range.h"

namespace nianbao::features {

/// From the innermost outwards; each lies in the next and is larger. Never empty.
[[nodiscard]] std::vector<text::ByteRange> selection_ranges(const View& view, text::Offset offset);

}  // namespace nianbao::features
