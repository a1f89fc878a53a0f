// A report read for what others ask of it, when many are read at once.
// Must not know who asks.
#pragma once

#include "report/report.h"

namespace nianbao::report {

/// As `build` and `build_from_web_page`, without facts and citations: what the running text says is left unread.
[[nodiscard]] Report build_brief(const text::Text& source, const syntax::Tree& tree,
                                 const standard::Standard& standard);
[[nodiscard]] Report build_brief_from_web_page(const text::Text& source, const standard::Standard& standard);

}  // namespace nianbao::report
