// Markdown of our own pages as text for a terminal.
// Must not know what the pages say; it is no general Markdown reader.
#pragma once

#include <string>
#include <string_view>

namespace nianbao::cli {

/// Marks of headings, emphasis and code are dropped, links keep their text.
[[nodiscard]] std::string plain_text(std::string_view markdown);

}  // namespace nianbao::cli
