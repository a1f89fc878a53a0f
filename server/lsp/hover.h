// textDocument/hover. Its parameters are TextDocumentPositionParams.
// Must not know what is shown.
#pragma once

#include <optional>

#include "lsp/basic.h"

namespace nianbao::lsp {

using HoverParams = TextDocumentPositionParams;

struct Hover {
  MarkupContent contents;
  std::optional<Range> range;
};

[[nodiscard]] Json json_of(const Hover& hover);

}  // namespace nianbao::lsp
