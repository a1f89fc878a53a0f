// Hover on a cited law, document or article. Must not know LSP.
#pragma once

#include <optional>

#include "features/hover.h"
#include "features/view.h"

namespace nianbao::features {

/// Nothing where no citation stands, or where it is not known what is meant.
[[nodiscard]] std::optional<Hover> hover_law(const View& view, text::Offset offset, const HoverOptions& options);

}  // namespace nianbao::features
