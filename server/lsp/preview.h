// nianbao/preview: a report as it will be published, for a viewer beside the text.
// Must not know how it is made.
#pragma once

#include <cstdint>
#include <string>

#include "lsp/basic.h"

namespace nianbao::lsp {

struct PreviewParams {
  TextDocumentIdentifier text_document;
  bool marks = true;  ///< findings in place
};

struct Preview {
  std::string title;
  std::string html;  ///< one <main>; no scripts, nothing to load
  std::string css;   ///< the style that belongs to it
  std::int32_t version = 0;
};

bool read(const Value& value, PreviewParams& out);
[[nodiscard]] Json json_of(const Preview& preview);

}  // namespace nianbao::lsp
