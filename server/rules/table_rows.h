// Where lost rows belong in a table, and their text in the table's own layout.
// Must not know why a row is missing, nor any row by name.
#pragma once

#include <cstddef>
#include <optional>

#include "rules/finding.h"
#include "rules/rule.h"

namespace nianbao::rules {

/// The place of the rows [begin, end) of a grid, which are not in the text.
struct RowPlace {
  text::Offset at = 0;                         ///< where they are inserted: the begin of a line, or the end of the text
  text::ByteRange mark;                        ///< what a finding marks: the label of the row beside them
  const report::RowReading* before = nullptr;  ///< the row above; null where the table begins with them
};
[[nodiscard]] RowPlace place_for(const report::Report& report, const report::Grid& grid, std::size_t begin,
                                 std::size_t end);

/// One insertion that writes the rows [begin, end) with 0; nothing where the layout is too intricate to be copied.
[[nodiscard]] std::optional<TextEdit> insert_rows(const Context& context, const standard::Form& form,
                                                  const report::Grid& grid, std::size_t begin, std::size_t end,
                                                  const RowPlace& place);

}  // namespace nianbao::rules
