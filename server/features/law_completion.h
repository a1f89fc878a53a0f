// Names of laws behind 《, articles behind 条例第, items behind 第三十六条第（, document numbers.
// Must not know LSP.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "features/completion.h"

namespace nianbao::features {

/// Best first; empty where nothing of the law is being written.
[[nodiscard]] std::vector<Completion> law_completions(const View& view, text::Offset offset);

/// Markdown for a key that `law_completions` gave (law/711/36); empty for other keys.
[[nodiscard]] std::string law_documentation(const standard::Standard& standard, const rules::Options& options,
                                            std::string_view key);

}  // namespace nianbao::features
