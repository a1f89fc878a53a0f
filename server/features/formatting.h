// Tables in columns: pipe tables aligned by display width, labels in the form's own spacing and brackets.
// Must not know LSP or files: a report in, edits out. Never changes a value or a word.
#pragma once

#include <vector>

#include "features/view.h"
#include "rules/finding.h"
#include "text/byte_range.h"

namespace nianbao::features {

/// Edits of all tables that touch the range, each table as a whole; sorted, without overlaps; none where all is in
/// order. Applying them and asking again gives none.
[[nodiscard]] std::vector<rules::TextEdit> format(const View& view, text::ByteRange range);
[[nodiscard]] std::vector<rules::TextEdit> format(const View& view);

/// Labels that differ from the official wording in blanks and width of characters only: (一) 予以公开.
[[nodiscard]] std::vector<rules::TextEdit> normalise_labels(const View& view, text::ByteRange range);

}  // namespace nianbao::features
