// All articles of a law with the places where a report cites them, for a list beside the text.
// Must not know LSP or how the list looks.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "features/view.h"
#include "standard/law.h"
#include "text/byte_range.h"

namespace nianbao::features {

struct CitedArticle {
  const standard::Article* article = nullptr;
  std::vector<text::ByteRange> cited;  ///< in the order of the text
};

struct LawOutline {
  const standard::Law* law = nullptr;  ///< the version that a report of that year means; null: not in the data
  std::vector<CitedArticle> articles;  ///< every article, in order
};

/// Captions of the official tables cite articles too, but are the form's words and not the report's: left out.
[[nodiscard]] LawOutline law_outline(const View& view, std::string_view law);

}  // namespace nianbao::features
