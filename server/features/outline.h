// How a report is nested: sections under their headings, tables in them, groups of rows in tables.
// Must not know what is shown of it; the outline, folding and selections are read off it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "features/view.h"
#include "text/byte_range.h"

namespace nianbao::features {

struct OutlineNode {
  enum class Kind : std::uint8_t { section, table, group, row, columns };
  Kind kind = Kind::section;
  text::ByteRange range;                    ///< blanks and line ends at its end left out; lies in the parent's range
  text::ByteRange name;                     ///< the words that name it; inside `range`
  std::optional<std::size_t> heading;       ///< of a section: index into Report::headings
  const report::Grid* grid = nullptr;       ///< of a table and what is in it
  const report::RowReading* row = nullptr;  ///< of a row
  std::string entry;                        ///< of a group, a row, or a group of columns
  std::vector<OutlineNode> children;        ///< by place
};

/// The top level: sections and tables that stand outside of them. Nests at most ten deep.
[[nodiscard]] std::vector<OutlineNode> outline(const View& view);

/// The range without blanks and line ends at its end.
[[nodiscard]] text::ByteRange without_tail(const text::Text& text, text::ByteRange range);

}  // namespace nianbao::features
