// Words of a report that lead somewhere: laws and articles to our pages, addresses of web pages.
// Must not know LSP.
#pragma once

#include <string>
#include <vector>

#include "features/view.h"
#include "text/byte_range.h"

namespace nianbao::features {

struct DocumentLink {
  text::ByteRange range;  ///< inside one line
  std::string target;     ///< a URI
  std::string tooltip;
};

/// By place, without overlaps.
[[nodiscard]] std::vector<DocumentLink> document_links(const View& view);

}  // namespace nianbao::features
