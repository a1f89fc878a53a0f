// Hover on a label or cell of the form. Must not know cited articles or LSP.
#pragma once

#include <optional>

#include "features/hover.h"
#include "features/locate.h"
#include "rules/rule.h"

namespace nianbao::features {

/// Rows, columns, groups, captions, headings: label with path, definition, basis, arithmetic, changes, links.
[[nodiscard]] std::optional<Hover> hover_entry(const rules::Context& context, const Target& target,
                                               const HoverOptions& options);

/// A number: row × column, definition, basis, and the sums that fail with it. A correct one gets three lines.
[[nodiscard]] std::optional<Hover> hover_cell(const rules::Context& context, const Target& target,
                                              const HoverOptions& options);

}  // namespace nianbao::features
