// Tables in columns: pipe tables aligned by display width. Never changes a value or a label's words.
// Must not know LSP or files: a report in, edits out.
#pragma once

#include <vector>

#include "features/view.h"
#include "rules/finding.h"
#include "text/byte_range.h"

namespace nianbao::features {

/// Edits of lines that touch the range, sorted, without overlaps; none where all is in order. Applying them and asking
/// again gives none.
[[nodiscard]] std::vector<rules::TextEdit> format(const Snapshot& snapshot, text::ByteRange range);
[[nodiscard]] std::vector<rules::TextEdit> format(const Snapshot& snapshot);

}  // namespace nianbao::features
