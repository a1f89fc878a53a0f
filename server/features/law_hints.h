// The subject of an article beside its number: 第三十六条（答复的七种情形）.
// Must not know LSP.
#pragma once

#include <vector>

#include "features/inlay_hints.h"

namespace nianbao::features {

/// By place. Each article at its first mention, or at every one, as the options say; none where the text names it.
[[nodiscard]] std::vector<InlayHint> law_hints(const View& view, text::ByteRange range);

}  // namespace nianbao::features
