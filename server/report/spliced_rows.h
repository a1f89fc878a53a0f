// Rows that stand on several lines of the text because their cells do: a quoted cell pasted from a spreadsheet, a cell
// between the lines of a drawn table. Must not know tables of any form: only lines, cells and whether a text is a
// label.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "report/physical.h"
#include "report/row_tokens.h"
#include "report/wrapped_rows.h"
#include "standard/label_index.h"
#include "text/text.h"

namespace nianbao::report {

/// One row and the lines (physical rows) that it takes.
struct SplicedRow {
  std::size_t first = 0;
  std::size_t last = 0;
  PhysicalRow row;
};

/// The rows of a text with those of several lines put together, and then those whose label is broken. Every line of a
/// spliced row is taken by its last one; lines of drawn and quoted tables are `in_table` from then on.
[[nodiscard]] JoinedRows join_lines(const text::Text& text, const std::vector<PhysicalRow>& rows,
                                    const std::vector<TokenRow>& tokens, const standard::LabelIndex& index);

/// Tab-separated cells of which at least one stands in ASCII quotes and holds a line break ("" is a quote there).
[[nodiscard]] std::optional<SplicedRow> quoted_row(const text::Text& text, const std::vector<PhysicalRow>& rows,
                                                   std::size_t first);

/// A table between borders, +---+ or ┌─┬─┐, that begins on this line; borders are rows of the kind `rule`. Empty where
/// there is none.
[[nodiscard]] std::vector<SplicedRow> drawn_table(const text::Text& text, const std::vector<PhysicalRow>& rows,
                                                  std::size_t first, const standard::LabelIndex& index);

/// The next part of a cell that goes on in another line; what the text is at its place in the source is lost.
void append_piece(PhysicalCell& cell, const PhysicalCell& piece);

}  // namespace nianbao::report
