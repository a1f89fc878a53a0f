#include "lsp/folding.h"

#include <algorithm>

#include "lsp/writer.h"

namespace nianbao::lsp {
namespace {

/// JSON nests with every range, and nested JSON is written by recursion.
constexpr std::size_t max_selection_depth = 60;

}  // namespace

bool read(const Value& value, FoldingRangeParams& out) {
  return required(value, "textDocument", out.text_document);
}

bool read(const Value& value, SelectionRangeParams& out) {
  return required(value, "textDocument", out.text_document) && required(value, "positions", out.positions);
}

Json json_of(const FoldingRange& range) {
  return ObjectWriter()
      .put("startLine", range.start_line)
      .put("endLine", range.end_line)
      .maybe("kind", range.kind)
      .maybe("collapsedText", range.collapsed_text)
      .take();
}

Json json_of(const SelectionRange& selection) {
  Json out;
  for (std::size_t i = std::min(selection.ranges.size(), max_selection_depth); i > 0; --i) {
    Json inner = ObjectWriter().put("range", selection.ranges[i - 1]).take();
    if (!out.is_null()) inner["parent"] = std::move(out);
    out = std::move(inner);
  }
  return out;
}

}  // namespace nianbao::lsp
