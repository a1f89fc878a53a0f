// Colours of citations in prose. Must not know LSP.
#pragma once

#include <vector>

#include "features/semantic_tokens.h"

namespace nianbao::features {

/// By place, without overlaps, each inside one line; tables are left to their labels.
[[nodiscard]] std::vector<Token> law_tokens(const View& view);

}  // namespace nianbao::features
