// A run of prose as HTML: escaped, with Markdown's emphasis and links, and with findings marked.
// Must not know blocks: paragraphs, headings, tables.
#pragma once

#include <string>

#include "features/render_marks.h"
#include "text/byte_range.h"
#include "text/text.h"

namespace nianbao::features {

/// `text` is the rendered text. Emphasis that is not closed inside the range stays as it is written; pictures become
/// their description, because nothing may be loaded.
[[nodiscard]] std::string inline_html(const text::Text& text, text::ByteRange range, Places& places);

}  // namespace nianbao::features
