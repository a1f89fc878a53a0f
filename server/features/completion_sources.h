// Where proposals come from, one function per kind of place. Internal to features/completion.
// Must not know LSP.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "features/completion.h"

namespace nianbao::features {

/// The line under the cursor, and what of it is written before the cursor.
struct Place {
  text::Offset offset = 0;
  text::ByteRange line;
  std::string_view before;  ///< from the begin of the line to the cursor
  std::string_view after;   ///< from the cursor to the end of the line
};
[[nodiscard]] Place place_at(const text::Text& text, text::Offset offset);

/// A snippet's text to be read: 〔地址〕 where a word is to be filled in, … where a number is.
[[nodiscard]] std::string readable(std::string_view snippet);

/// Whole reports of each form, where there is none yet.
void propose_reports(const View& view, const standard::Snippets& texts, const Place& place,
                     std::vector<Completion>& out);
/// Missing parts, sub-headings of the part, tables that the part lacks; at the begin of a line.
void propose_headings(const View& view, const standard::Snippets& texts, const Place& place,
                      std::vector<Completion>& out);
void propose_tables(const View& view, const Place& place, std::vector<Completion>& out);
/// Common sentences of the part; at the begin of a line or behind a full stop.
void propose_sentences(const View& view, const standard::Snippets& texts, const Place& place,
                       std::vector<Completion>& out);
/// Values that the sums ask for, and 0; in a cell.
void propose_values(const View& view, const Place& place, std::vector<Completion>& out);
/// Rows that the table lacks; in the first cells of a line of a table.
void propose_rows(const View& view, const Place& place, std::vector<Completion>& out);

}  // namespace nianbao::features
