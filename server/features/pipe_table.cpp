// Pipe tables as they stand in the text, and the edits that bring their columns under each other.
#include "features/pipe_table.h"

#include <algorithm>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "syntax/cursor.h"
#include "text/width.h"

namespace nianbao::features {
namespace {

using rules::TextEdit;
using syntax::NodeKind;

/// Longer words hang over: a paragraph in one cell must not widen a thousand rows.
constexpr std::uint32_t widest_column = 240;
constexpr std::uint32_t narrowest_column = 3;  // GFM wants three dashes
/// A table may grow to this many times its size.
constexpr std::uint64_t most_growth = 6;
constexpr std::uint64_t free_growth = std::uint64_t{64} * 1024;

bool is_blank(char byte) {
  return byte == ' ' || byte == '\t';
}

text::ByteRange words_in(std::string_view bytes, text::ByteRange place) {
  text::ByteRange words = place;
  while (words.begin < words.end && is_blank(bytes[words.begin])) ++words.begin;
  while (words.end > words.begin && is_blank(bytes[words.end - 1])) --words.end;
  if (words.empty()) return {place.begin, place.begin};
  return words;
}

PipeRow row_of(const text::Text& text, text::ByteRange line, const std::vector<text::Offset>& pipes, bool delimiter) {
  PipeRow row;
  row.line = line;
  row.delimiter = delimiter;
  const std::string_view bytes = text.bytes();
  text::Offset begin = line.begin;
  for (std::size_t i = 0; i <= pipes.size(); ++i) {
    const text::ByteRange place{begin, i < pipes.size() ? pipes[i] : line.end};
    const text::ByteRange words = words_in(bytes, place);
    const bool outside = words.empty() && (i == 0 || i == pipes.size());
    if (!outside) row.cells.push_back({place, words});
    if (i == 0) row.opens = outside;
    if (i == pipes.size()) row.closes = outside;
    begin = place.end + 1;
  }
  return row;
}

enum class Side : std::uint8_t { left, right, middle };

struct Column {
  std::uint32_t width = narrowest_column;
  Side side = Side::left;
  bool colon_left = false;
};

class Aligner {
 public:
  Aligner(const text::Text& text, const PipeTable& table, std::span<const TextEdit> words)
      : text_(text), table_(table), words_(words) {}

  std::vector<TextEdit> run() {
    for (const PipeRow& row : table_.rows) measure(row);
    if (swells()) return {};
    for (const PipeRow& row : table_.rows) align(row);
    return std::move(edits_);
  }

 private:
  [[nodiscard]] std::string_view bytes(text::ByteRange range) const { return text_.slice(range); }

  /// Columns that the words take when the edits inside them are made.
  [[nodiscard]] std::uint32_t width_of(text::ByteRange words) {
    std::uint32_t width = text::display_width(bytes(words));
    while (next_ < words_.size() && words_[next_].range.end <= words.end) {
      const TextEdit& edit = words_[next_++];
      if (edit.range.begin < words.begin) continue;
      width += text::display_width(edit.new_text);
      width -= text::display_width(bytes(edit.range));
    }
    return width;
  }

  void measure(const PipeRow& row) {
    if (columns_.size() < row.cells.size()) columns_.resize(row.cells.size());
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      if (row.delimiter) {
        const std::string_view dashes = bytes(row.cells[i].words);
        const bool left = dashes.starts_with(':');
        const bool right = dashes.size() > 1 && dashes.ends_with(':');
        columns_[i].colon_left = left;
        columns_[i].side = !right ? Side::left : left ? Side::middle : Side::right;
        continue;
      }
      widths_.push_back(width_of(row.cells[i].words));
      if (widths_.back() <= widest_column) columns_[i].width = std::max(columns_[i].width, widths_.back());
    }
  }

  [[nodiscard]] bool swells() const {
    std::uint64_t size = 0;
    for (const PipeRow& row : table_.rows) {
      for (std::size_t i = 0; i < row.cells.size(); ++i) size += std::uint64_t{columns_[i].width} + 3;
    }
    return size > free_growth + most_growth * table_.range.size();
  }

  void replace(text::ByteRange range, std::string with) {
    if (bytes(range) != with) edits_.push_back({range, std::move(with)});
  }

  void align(const PipeRow& row) {
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const PipeCell& cell = row.cells[i];
      const Column& column = columns_[i];
      const std::string before = i == 0 && !row.opens ? "| " : " ";
      const std::string after = i + 1 == row.cells.size() && !row.closes ? " |" : " ";
      if (row.delimiter) {
        replace(cell.place, fmt::format("{}{}{}", before, dashes(column), after));
        continue;
      }
      const std::uint32_t width = widths_[measured_++];
      const std::uint32_t room = column.width > width ? column.width - width : 0;
      const std::uint32_t left = column.side == Side::left ? 0 : column.side == Side::right ? room : room / 2;
      if (cell.words.empty()) {
        replace(cell.place, fmt::format("{}{}{}", before, std::string(room, ' '), after));
        continue;
      }
      // A row that does not open with a pipe keeps what stands before its words.
      const text::Offset begin = i == 0 && !row.opens ? cell.words.begin : cell.place.begin;
      replace({begin, cell.words.begin}, before + std::string(left, ' '));
      replace({cell.words.end, cell.place.end}, std::string(room - left, ' ') + after);
    }
    if (!row.closes || row.cells.empty()) return;
    replace({row.cells.back().place.end + 1, row.line.end}, "");
  }

  static std::string dashes(const Column& column) {
    std::string out(column.width, '-');
    if (column.colon_left) out.front() = ':';
    if (column.side != Side::left) out.back() = ':';
    return out;
  }

  const text::Text& text_;
  const PipeTable& table_;
  std::span<const TextEdit> words_;
  std::size_t next_ = 0;
  std::vector<Column> columns_;
  std::vector<std::uint32_t> widths_;  ///< of the cells in reading order, delimiters left out
  std::size_t measured_ = 0;
  std::vector<TextEdit> edits_;
};

}  // namespace

std::vector<PipeTable> pipe_tables(const text::Text& text, const syntax::Tree& tree, text::ByteRange range) {
  std::vector<PipeTable> tables;
  std::vector<text::Offset> pipes;
  text::ByteRange line;
  bool delimiter = false;
  const auto end_row = [&] {
    if (!pipes.empty()) tables.back().rows.push_back(row_of(text, line, pipes, delimiter));
    pipes.clear();
  };
  syntax::Cursor cursor(tree);
  for (bool more = cursor.next(); more;) {
    const syntax::Node& node = cursor.node();
    const bool outside = node.range.end < range.begin || node.range.begin > range.end;
    const bool in_table =
        node.kind == NodeKind::pipe_row || node.kind == NodeKind::pipe_delimiter_row || node.kind == NodeKind::pipe;
    if (!in_table && node.kind != NodeKind::pipe_cell) end_row();
    if (node.kind == NodeKind::pipe_table && !outside) {
      tables.push_back({node.range, {}});
    } else if (node.kind == NodeKind::pipe_row || node.kind == NodeKind::pipe_delimiter_row) {
      end_row();
      line = text.line(text.line_of(node.range.begin));
      delimiter = node.kind == NodeKind::pipe_delimiter_row;
    } else if (node.kind == NodeKind::pipe) {
      // The node holds the spaces around the bar as well.
      pipes.push_back(node.range.begin + static_cast<text::Offset>(text.slice(node.range).find('|')));
    }
    const bool passes = node.kind == NodeKind::document || node.kind == NodeKind::section ||
                        (node.kind == NodeKind::pipe_table && !outside) || in_table;
    more = passes ? cursor.next() : cursor.skip();
  }
  end_row();
  return tables;
}

std::vector<rules::TextEdit> align(const text::Text& text, const PipeTable& table,
                                   std::span<const rules::TextEdit> words) {
  // A quotation (> | a |) is left as it is.
  for (const PipeRow& row : table.rows) {
    if (!row.opens && !row.cells.empty() && text.slice(row.cells.front().words).starts_with('>')) return {};
  }
  return Aligner(text, table, words).run();
}

}  // namespace nianbao::features
