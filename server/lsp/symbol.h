// textDocument/documentSymbol, the outline, and workspace/symbol.
// Must not know sections or tables.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "lsp/basic.h"

namespace nianbao::lsp {

/// The kinds that an outline of a text can use (LSP 3.17, "SymbolKind").
enum class SymbolKind : std::uint8_t {
  file = 1,
  module = 2,
  name_space = 3,
  property = 7,
  field = 8,
  constant = 14,
  string = 15,
  number = 16,
  array = 18,
  object = 19,
  key = 20,
  structure = 23,
};

struct DocumentSymbol {
  std::string name;  ///< must not be empty: VS Code refuses the whole outline
  std::string detail;
  SymbolKind kind = SymbolKind::string;
  Range range;
  Range selection_range;  ///< inside `range`
  std::vector<DocumentSymbol> children;
};

struct DocumentSymbolParams {
  TextDocumentIdentifier text_document;
};

/// A place with a name: in workspace/symbol, and in outlines for clients without ClientFlags::hierarchical_symbols.
struct SymbolInformation {
  std::string name;
  SymbolKind kind = SymbolKind::string;
  Location location;
  std::string container_name;
};

struct WorkspaceSymbolParams {
  std::string query;
};

bool read(const Value& value, DocumentSymbolParams& out);
bool read(const Value& value, WorkspaceSymbolParams& out);

[[nodiscard]] Json json_of(const DocumentSymbol& symbol);
[[nodiscard]] Json json_of(const SymbolInformation& symbol);

}  // namespace nianbao::lsp
