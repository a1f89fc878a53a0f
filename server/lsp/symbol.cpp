#include "lsp/symbol.h"

#include "lsp/writer.h"

namespace nianbao::lsp {
namespace {

/// An outline deeper than this is nobody's; what lies below is left out.
constexpr int max_depth = 32;

Json write(const DocumentSymbol& symbol, int depth) {
  ObjectWriter out;
  out.put("name", symbol.name)
      .maybe("detail", symbol.detail)
      .put("kind", static_cast<std::uint32_t>(symbol.kind))
      .put("range", symbol.range)
      .put("selectionRange", symbol.selection_range);
  if (!symbol.children.empty() && depth < max_depth) {
    Json children = Json::array();
    for (const DocumentSymbol& child : symbol.children) children.push_back(write(child, depth + 1));
    out.put("children", std::move(children));
  }
  return out.take();
}

}  // namespace

bool read(const Value& value, DocumentSymbolParams& out) {
  return required(value, "textDocument", out.text_document);
}

bool read(const Value& value, WorkspaceSymbolParams& out) {
  return optional(value, "query", out.query);
}

Json json_of(const SymbolInformation& symbol) {
  return ObjectWriter()
      .put("name", symbol.name)
      .put("kind", static_cast<std::uint32_t>(symbol.kind))
      .put("location", symbol.location)
      .maybe("containerName", symbol.container_name)
      .take();
}

Json json_of(const DocumentSymbol& symbol) {
  return write(symbol, 0);
}

}  // namespace nianbao::lsp
