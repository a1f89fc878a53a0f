// textDocument/foldingRange and textDocument/selectionRange.
// Must not know what is folded or selected.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "lsp/basic.h"

namespace nianbao::lsp {

struct FoldingRange {
  std::uint32_t start_line = 0;
  std::uint32_t end_line = 0;
  std::string kind;  ///< "comment", "region" or empty
  std::string collapsed_text;
};

struct FoldingRangeParams {
  TextDocumentIdentifier text_document;
};

struct SelectionRangeParams {
  TextDocumentIdentifier text_document;
  std::vector<Position> positions;
};

/// From the innermost range outwards; each lies in the next.
struct SelectionRange {
  std::vector<Range> ranges;
};

bool read(const Value& value, FoldingRangeParams& out);
bool read(const Value& value, SelectionRangeParams& out);

[[nodiscard]] Json json_of(const FoldingRange& range);
[[nodiscard]] Json json_of(const SelectionRange& selection);

}  // namespace nianbao::lsp
