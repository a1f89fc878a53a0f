// Markdown of our own pages as text for a terminal.
// Must not know what the pages say; it is no general Markdown reader.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "cli/style.h"

namespace nianbao::cli {

/// Marks of headings, emphasis and code are dropped, links keep their text.
/// Headings are painted where the style has colours.
[[nodiscard]] std::string plain_text(std::string_view markdown, const Style& style = Style(false));

/// Markdown whose links lead out of the program's own pages (nianbao:…): to what `target_of` says, or nowhere.
[[nodiscard]] std::string with_outward_links(std::string_view markdown,
                                             const std::function<std::string(std::string_view)>& target_of);

}  // namespace nianbao::cli
