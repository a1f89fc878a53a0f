// Pipe tables as they stand in the text, and the edits that bring their columns under each other by display width.
// Must not know reports: words are never touched, only the blanks and dashes around them.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "rules/finding.h"
#include "syntax/tree.h"
#include "text/byte_range.h"
#include "text/text.h"

namespace nianbao::features {

struct PipeCell {
  text::ByteRange place;  ///< from pipe to pipe
  text::ByteRange words;  ///< without the blanks at either end; empty at the begin of the place where there are none
};

struct PipeRow {
  text::ByteRange line;  ///< without its line end
  std::vector<PipeCell> cells;
  bool delimiter = false;  ///< | --- | :-: |
  bool opens = true;       ///< has a pipe before the first cell
  bool closes = true;      ///< has a pipe behind the last cell
};

struct PipeTable {
  text::ByteRange range;
  std::vector<PipeRow> rows;
};

/// The tables that touch the range, in source order.
[[nodiscard]] std::vector<PipeTable> pipe_tables(const text::Text& text, const syntax::Tree& tree,
                                                 text::ByteRange range);

/// `words` are edits inside of words that are made together with these (sorted); widths are those behind them.
/// None for a table that would swell beyond reason.
[[nodiscard]] std::vector<rules::TextEdit> align(const text::Text& text, const PipeTable& table,
                                                 std::span<const rules::TextEdit> words = {});

}  // namespace nianbao::features
