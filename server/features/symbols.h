// The outline of a report: title, parts, sub-headings, tables and their rows.
// Must not know LSP or how an editor shows it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "features/view.h"
#include "text/byte_range.h"

namespace nianbao::features {

enum class SymbolKind : std::uint8_t { report, part, heading, table, group, row, column };

struct Symbol {
  SymbolKind kind = SymbolKind::part;
  std::string name;  ///< never empty
  std::string detail;
  text::ByteRange range;
  text::ByteRange selection;  ///< inside `range`
  std::vector<Symbol> children;
};

/// In source order; the children of a symbol lie in its range.
[[nodiscard]] std::vector<Symbol> document_symbols(const View& view);

}  // namespace nianbao::features
