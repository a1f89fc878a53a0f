// What a spreadsheet puts on the clipboard: tabs between cells, and a cell that holds line breaks in quotes.

#include <string>

#include "report/spliced_rows.h"

namespace nianbao::report {
namespace {

constexpr std::size_t most_breaks = 8;  // in one cell
constexpr std::size_t most_lines = 60;  // of a row: the fifteen heads of table 四, each broken
constexpr std::string_view line_ends = "\r\n";

class QuotedRow {
 public:
  QuotedRow(const text::Text& text, text::Offset begin) : text_(text), bytes_(text.bytes()), at_(begin) {}

  /// False where the quotes are none of a spreadsheet.
  bool read() {
    for (;;) {
      if (at_ < bytes_.size() && bytes_[at_] == '"') {
        if (!read_quoted()) return false;
      } else {
        const text::Offset begin = at_;
        while (!at_cell_end()) ++at_;
        cells_.push_back(cell_of(text_, {begin, at_}));
      }
      if (at_ >= bytes_.size() || bytes_[at_] != '\t') return breaks_ > 0 && cells_.size() > 1;
      ++at_;
    }
  }

  [[nodiscard]] text::Offset end() const { return at_; }
  std::vector<PhysicalCell> cells() && { return std::move(cells_); }

 private:
  [[nodiscard]] bool at_cell_end() const {
    return at_ >= bytes_.size() || bytes_[at_] == '\t' || line_ends.find(bytes_[at_]) != std::string_view::npos;
  }

  /// From the opening quote to behind the closing one.
  bool read_quoted() {
    const text::Offset begin = at_++;
    PhysicalCell cell;
    text::Offset piece = at_;
    std::size_t breaks = 0;
    for (;; ++at_) {
      if (at_ >= bytes_.size() || bytes_[at_] == '\t') return false;
      if (bytes_[at_] == '\n') {
        if (++breaks > most_breaks || ++breaks_ > most_lines) return false;
        append_piece(cell, cell_of(text_, {piece, at_}));
        piece = at_ + 1;
      } else if (bytes_[at_] == '"') {
        if (at_ + 1 >= bytes_.size() || bytes_[at_ + 1] != '"') break;
        ++at_;
      }
    }
    append_piece(cell, cell_of(text_, {piece, at_}));
    ++at_;
    if (!at_cell_end()) return false;
    cell.range = {begin, at_};
    cell.contiguous = false;
    for (auto quote = cell.text.find("\"\""); quote != std::string::npos; quote = cell.text.find("\"\"", quote + 1))
      cell.text.erase(quote, 1);
    cells_.push_back(std::move(cell));
    return true;
  }

  const text::Text& text_;
  std::string_view bytes_;
  text::Offset at_;
  std::size_t breaks_ = 0;
  std::vector<PhysicalCell> cells_;
};

bool opens_quote(std::string_view line) {
  return line.starts_with('"') || line.find("\t\"") != std::string_view::npos;
}

}  // namespace

std::optional<SplicedRow> quoted_row(const text::Text& text, const std::vector<PhysicalRow>& rows, std::size_t first) {
  if (!opens_quote(text.slice(rows[first].line))) return std::nullopt;
  QuotedRow quoted(text, rows[first].line.begin);
  if (!quoted.read()) return std::nullopt;
  SplicedRow result;
  result.first = result.last = first;
  while (result.last + 1 < rows.size() && rows[result.last + 1].line.begin < quoted.end()) ++result.last;
  for (std::size_t i = first; i <= result.last; ++i) {
    if (rows[i].layout == Layout::html || rows[i].layout == Layout::pipe || rows[i].kind == RowKind::page_break)
      return std::nullopt;
  }
  if (result.last == first) return std::nullopt;
  result.row.kind = RowKind::cells;
  result.row.layout = Layout::tab;
  result.row.in_table = true;
  result.row.line = {rows[first].line.begin, rows[result.last].line.end};
  result.row.cells = std::move(quoted).cells();
  return result;
}

}  // namespace nianbao::report
