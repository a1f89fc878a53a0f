// Tables drawn with characters: +---+ borders as pandoc writes them, or ┌─┬─┐. What stands between two borders is one
// row, however many lines its cells take.

#include <algorithm>
#include <string>

#include "report/spliced_rows.h"
#include "text/utf8.h"
#include "text/width.h"

namespace nianbao::report {
namespace {

enum class LineKind : std::uint8_t { none, border, cells };

bool is_bar(char32_t c) {
  return c == '|' || c == 0x2502 || c == 0x2503 || c == 0x2551;  // │ ┃ ║
}

bool is_drawn(char32_t c) {
  return c >= 0x2500 && c <= 0x257F;
}

/// What of a drawn table the line may be; `|…|` may also be Markdown.
LineKind kind_of(std::string_view line) {
  if (line.empty()) return LineKind::none;
  const char32_t first = text::scalar_at(line, 0).value;
  if (first != '+' && !is_bar(first) && !is_drawn(first)) return LineKind::none;
  std::size_t corners = 0;
  std::size_t bars = 0;
  bool border = true;
  bool crossing = false;
  for (std::size_t at = 0; at < line.size();) {
    const text::Scalar scalar = text::scalar_at(line, at);
    const char32_t c = scalar.value;
    if (is_bar(c)) {
      ++bars;
    } else if (c == '+') {
      ++corners;
      // A cell that spans rows interrupts the border: |      +-----+.
      const std::string_view behind = line.substr(at + 1);
      crossing = crossing || behind.starts_with("--") || behind.starts_with("==");
    } else if (is_drawn(c)) {
      ++corners;
    } else if (c != '-' && c != '=' && c != ':' && c != ' ') {
      border = false;
    }
    at += scalar.length;
  }
  if (corners >= 2 && (border || (is_bar(first) && crossing))) return LineKind::border;
  return is_bar(first) && bars >= 2 ? LineKind::cells : LineKind::none;
}

PhysicalRow row_of(RowKind kind, text::ByteRange line) {
  PhysicalRow row;
  row.kind = kind;
  row.layout = Layout::pipe;
  row.line = line;
  row.in_table = true;
  row.delimited = true;
  return row;
}

class Drawing {
 public:
  Drawing(const text::Text& text, const std::vector<PhysicalRow>& rows, const standard::LabelIndex& index)
      : text_(text), rows_(rows), index_(index) {}

  std::vector<SplicedRow> read(std::size_t first) {
    for (std::size_t i = first; i < rows_.size(); ++i) {
      if (i > first && rows_[i].line.begin == rows_[i - 1].line.begin) break;
      const LineKind kind = kind_at(i);
      if (kind == LineKind::none) break;
      if (kind == LineKind::cells) {
        lines_.push_back({i, i, cells_of(rows_[i].line)});
        continue;
      }
      close();
      result_.push_back({i, i, row_of(RowKind::rule, rows_[i].line)});
    }
    close();
    return std::move(result_);
  }

  [[nodiscard]] LineKind kind_at(std::size_t i) const {
    if (rows_[i].kind == RowKind::page_break || rows_[i].layout == Layout::html) return LineKind::none;
    return kind_of(text_.slice(trimmed(text_, rows_[i].line)));
  }

 private:
  PhysicalRow cells_of(text::ByteRange line) const {
    PhysicalRow row = row_of(RowKind::cells, line);
    const text::ByteRange inner = trimmed(text_, line);
    const std::string_view bytes = text_.bytes();
    std::uint32_t column = 0;
    std::uint32_t cell_column = 0;
    text::Offset begin = inner.begin;
    for (text::Offset at = inner.begin; at < inner.end;) {
      const text::Scalar scalar = text::scalar_at(bytes, at);
      if (is_bar(scalar.value)) {
        if (at > inner.begin) push(row, {begin, at}, cell_column, column);
        begin = at + scalar.length;
        cell_column = column;
      } else if (bytes[at] == '\\' && at + 1 < inner.end) {
        column += 1;
        ++at;
        continue;
      }
      column += text::display_width(bytes.substr(at, scalar.length));
      at += scalar.length;
    }
    if (begin < inner.end) push(row, {begin, inner.end}, cell_column, column);
    return row;
  }

  void push(PhysicalRow& row, text::ByteRange place, std::uint32_t column, std::uint32_t end) const {
    PhysicalCell cell = cell_of(text_, place);
    // An empty cell takes its value behind the bar and a space.
    if (cell.range.empty()) {
      const text::Offset at = place.begin + (place.size() >= 2 ? 1 : 0);
      cell.range = {at, at};
    }
    cell.column = column;
    cell.end_column = end;
    row.cells.push_back(std::move(cell));
  }

  /// The lines since the last border.
  void close() {
    if (lines_.empty()) return;
    if (lines_.size() == 1 || are_rows()) {
      std::ranges::move(lines_, std::back_inserter(result_));
    } else {
      result_.push_back(merged());
    }
    lines_.clear();
  }

  /// Two numbers or two whole labels below each other: borders do not part the rows of this table.
  [[nodiscard]] bool are_rows() const {
    std::vector<std::size_t> whole;
    for (const SplicedRow& line : lines_) {
      const TokenRow tokens = tokens_of(text_, line.row, index_);
      whole.resize(std::max(whole.size(), tokens.tokens.size()));
      for (std::size_t c = 0; c < tokens.tokens.size(); ++c) {
        const TokenKind kind = tokens.tokens[c].kind;
        if ((kind == TokenKind::number || kind == TokenKind::label) && ++whole[c] > 1) return true;
      }
    }
    return false;
  }

  [[nodiscard]] SplicedRow merged() const {
    const auto widest = std::ranges::max_element(
        lines_, {}, [](const SplicedRow& line) { return static_cast<std::ptrdiff_t>(line.row.cells.size()); });
    SplicedRow result{lines_.front().first, lines_.back().last, widest->row};
    PhysicalRow& row = result.row;
    row.line = {lines_.front().row.line.begin, lines_.back().row.line.end};
    const std::vector<PhysicalCell> places = row.cells;
    for (PhysicalCell& cell : row.cells) cell.text.clear();
    for (const SplicedRow& line : lines_) {
      const std::vector<PhysicalCell>& cells = line.row.cells;
      for (std::size_t c = 0; c < cells.size(); ++c) {
        append_piece(row.cells[cells.size() == places.size() ? c : column_of(places, cells[c].column)], cells[c]);
      }
    }
    return result;
  }

  /// The last of the columns that begin no further right.
  static std::size_t column_of(const std::vector<PhysicalCell>& places, std::uint32_t column) {
    std::size_t found = 0;
    while (found + 1 < places.size() && places[found + 1].column <= column) ++found;
    return found;
  }

  const text::Text& text_;
  const std::vector<PhysicalRow>& rows_;
  const standard::LabelIndex& index_;
  std::vector<SplicedRow> lines_;
  std::vector<SplicedRow> result_;
};

}  // namespace

std::vector<SplicedRow> drawn_table(const text::Text& text, const std::vector<PhysicalRow>& rows, std::size_t first,
                                    const standard::LabelIndex& index) {
  Drawing drawing(text, rows, index);
  const LineKind kind = drawing.kind_at(first);
  if (kind == LineKind::none) return {};
  // Pipes alone are Markdown: a drawing has a border and cells below it, or bars that are no pipes.
  const bool pipe = text.slice(trimmed(text, rows[first].line)).starts_with('|');
  const bool headed = first + 1 < rows.size() && drawing.kind_at(first + 1) == LineKind::cells;
  if (pipe || (kind == LineKind::border && !headed)) return {};
  return drawing.read(first);
}

}  // namespace nianbao::report
