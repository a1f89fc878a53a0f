// Hover on a cited article: what it says in our words, and this report's rows that rest on it.
// Must not know LSP; never shows the statute's wording.
#pragma once

#include <optional>

#include "features/hover.h"
#include "rules/rule.h"

namespace nianbao::features {

/// Nothing where the law that is meant is not certain: a bare 第五十条 without a name before it on its line.
[[nodiscard]] std::optional<Hover> hover_article(const rules::Context& context, const Snapshot& snapshot,
                                                 text::Offset offset, const HoverOptions& options);

}  // namespace nianbao::features
