// The physical rows of a report in reading order: cells as they are written, whatever the table's shape on paper.
// Must not know any label or form.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "report/grid.h"
#include "syntax/tree.h"
#include "text/byte_range.h"
#include "text/text.h"

namespace nianbao::report {

struct PhysicalCell {
  text::ByteRange range;     ///< trimmed; an empty cell has an empty range inside its place
  std::string text;          ///< trimmed; tags removed and entities decoded in HTML
  bool covered = false;      ///< repeats the cell before it, which spans this column (or row) in HTML
  bool contiguous = true;    ///< the source holds exactly `text` at `range`
  std::uint32_t column = 0;  ///< display column of the first character; only for aligned rows
  std::uint32_t end_column = 0;
};

/// What a physical line is, before anybody asks what it means. `line`: a lone line, perhaps one cell of a table that is
/// written one cell per line, perhaps prose.
enum class RowKind : std::uint8_t { cells, line, heading, blank, rule, page_break };

struct PhysicalRow {
  RowKind kind = RowKind::line;
  Layout layout = Layout::lines;
  text::ByteRange line;  ///< the whole physical row
  std::vector<PhysicalCell> cells;
  std::uint32_t run = 0;  ///< rows of one uninterrupted table share it
  bool in_table = false;  ///< the grammar sees a table here; false for lone lines
  bool opens_table = false;
  bool delimited = false;  ///< cells are marked off by pipes or tags
};

/// All lines of the text as rows.
[[nodiscard]] std::vector<PhysicalRow> physical_rows(const text::Text& text, const syntax::Tree& tree);

/// Those that the nodes beginning in the range give. Their runs are not numbered: number_runs.
[[nodiscard]] std::vector<PhysicalRow> physical_rows(const text::Text& text, const syntax::Tree& tree,
                                                     text::ByteRange range);
/// `run` of all rows of a text, from where tables open.
void number_runs(std::vector<PhysicalRow>& rows);

/// One function per physical form; each reads the cells of one row or table.
void read_pipe_row(const text::Text& text, PhysicalRow& row);
void read_tab_row(const text::Text& text, PhysicalRow& row);
void read_aligned_row(const text::Text& text, PhysicalRow& row);
void read_single_cell(const text::Text& text, PhysicalRow& row);
/// Rows of a <table>…</table>, spans expanded; appended to `rows`.
void read_html_table(const text::Text& text, text::ByteRange table, std::vector<PhysicalRow>& rows);

/// The words of a line as cells with their columns, however narrow the gaps.
[[nodiscard]] std::vector<PhysicalCell> words_of(const text::Text& text, text::ByteRange line);
/// What stands at a place, without decoration.
[[nodiscard]] PhysicalCell cell_of(const text::Text& text, text::ByteRange place);

/// The range without white space (also U+3000 and NBSP) and Markdown emphasis at its ends.
[[nodiscard]] text::ByteRange trimmed(const text::Text& text, text::ByteRange range);

}  // namespace nianbao::report
