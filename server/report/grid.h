// The official grid of one table as read from a report: every data cell of the form with its place and state.
// Must not know how rules judge it; nothing here is specific to one table.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "report/number.h"
#include "standard/form.h"
#include "text/byte_range.h"

namespace nianbao::report {

/// The five physical forms of a table (design §4).
enum class Layout : std::uint8_t { pipe, tab, lines, html, aligned };
[[nodiscard]] std::string_view name_of(Layout layout);  ///< the contract's names

/// absent: the text has no place for the cell; blank: it has a place and nothing in it; malformed: not a number.
enum class CellState : std::uint8_t { absent, blank, number, malformed };

struct CellReading {
  standard::CellIndex cell = 0;
  CellState state = CellState::absent;
  text::ByteRange range;  ///< the trimmed text in the source; for a blank cell an empty range where a value goes
  std::string text;       ///< trimmed, as written; empty for blank and absent
  NumberReading number;   ///< meaningful for number and malformed
  bool in_domain = true;  ///< false for 3.5 件 or a negative count: a finding of its own, and no relation counts it
  bool editable = true;   ///< false where the source text is not contiguous (tags inside a number of a web page)

  /// The value relations may use: the number, where it was read for certain and can be one.
  [[nodiscard]] std::optional<Decimal> value() const {
    return state == CellState::number && in_domain ? number.value : std::nullopt;
  }
};

struct RowReading {
  std::string row;  ///< entry id; empty for table 四
  standard::CellIndex first_cell = 0;
  std::uint16_t cell_count = 0;
  bool present = false;
  text::ByteRange label;           ///< the label as written; empty where absent or (table 四) without one
  std::string label_text;          ///< trimmed, as written
  bool label_deviates = false;     ///< recognised, but not by the official wording or an accepted variant
  text::ByteRange line;            ///< the physical row or rows, without the last line end
  std::uint16_t values_found = 0;  ///< places for values, blank ones included
  bool delimited = false;          ///< cells are marked off by pipes or tags, so that a missing one is certain
};

/// A label that belongs to the table but to no data row: header cells, captions, group rows.
struct LabelReading {
  std::string entry;
  text::ByteRange range;
  std::string text;
};

struct Grid {
  standard::TableId table = standard::TableId::t2;
  standard::FormId form{};
  Layout layout = Layout::pipe;
  text::ByteRange range;                 ///< from the first to the last physical row
  std::vector<CellReading> cells;        ///< one per cell of the table, in the form's order
  std::vector<RowReading> rows;          ///< one per data row of the table, in the form's order
  std::vector<LabelReading> labels;      ///< in source order
  std::vector<LabelReading> local_rows;  ///< labelled rows that the form does not have (entry empty)
  std::vector<text::ByteRange>
      pieces;           ///< physical runs; more than one where a page break or blank line cuts the table
  bool certain = true;  ///< false: arithmetic is not reported for it

  [[nodiscard]] const CellReading* cell(standard::CellIndex index) const;
  [[nodiscard]] const RowReading* row(std::string_view entry_id) const;
};

}  // namespace nianbao::report
