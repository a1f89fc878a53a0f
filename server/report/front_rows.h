// Rows before the text that are none of it: a contents list and a Markdown file's block of metadata.
// Must not know tables or parts; what a part is called it is told.
#pragma once

#include <vector>

#include "report/physical.h"
#include "report/row_tokens.h"
#include "standard/form.h"
#include "standard/label_index.h"

namespace nianbao::report {

/// How many of the first rows are a block of metadata: `---`, lines of `key: value`, `---` at the very beginning.
[[nodiscard]] std::size_t metadata_rows(const text::Text& text, const std::vector<PhysicalRow>& rows);

/// Marks the rows of a contents list in `used`: titles of parts in a row with leaders or page numbers, or without them
/// where the same titles come again. Linear in the rows.
void mark_contents_list(const text::Text& text, const std::vector<PhysicalRow>& rows,
                        const std::vector<TokenRow>& tokens, const standard::LabelIndex& index,
                        const standard::Form& form, std::vector<bool>& used);

}  // namespace nianbao::report
