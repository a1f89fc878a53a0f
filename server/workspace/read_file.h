// The report in a file's text, open or not. Must not know where texts come from.
#pragma once

#include <memory>
#include <string_view>

#include "report/report.h"
#include "standard/standard.h"
#include "syntax/tree.h"
#include "text/text.h"

namespace nianbao::workspace {

/// By the name's ending.
[[nodiscard]] bool is_web_page_name(std::string_view name);

[[nodiscard]] std::shared_ptr<const report::Report> read_file_report(std::string_view uri, const text::Text& text,
                                                                     syntax::Parser& parser,
                                                                     const standard::Standard& standard);

/// Enough for rules::digest_of.
[[nodiscard]] report::Report read_file_brief(std::string_view uri, const text::Text& text, syntax::Parser& parser,
                                             const standard::Standard& standard);

}  // namespace nianbao::workspace
