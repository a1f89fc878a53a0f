// Pipe, tab, aligned and single-cell rows: from a line to its cells.

#include <algorithm>
#include <optional>

#include "report/html_tokens.h"
#include "report/physical.h"
#include "text/utf8.h"
#include "text/width.h"

namespace nianbao::report {
namespace {

bool is_blank(char32_t c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f' || c == 0xA0 || c == 0x3000 || c == 0xFEFF ||
         (c >= 0x2000 && c <= 0x200B);
}

/// What a backslash escapes in Markdown: any ASCII punctuation, as in 1\. or \-8.
bool is_ascii_punctuation(char c) {
  return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}

/// Markdown emphasis, escapes, comments and line breaks inside a cell are decoration; &nbsp; is white space there as on
/// a page.
std::string without_markup(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    if (text[i] == '*') {
      ++i;
    } else if (text[i] == '\\' && i + 1 < text.size() && is_ascii_punctuation(text[i + 1])) {
      result += text[i + 1];
      i += 2;
    } else if (text[i] == '<' && (text.substr(i).starts_with("<br") || text.substr(i).starts_with("<BR"))) {
      const auto close = text.find('>', i);
      if (close == std::string_view::npos) break;
      result += ' ';
      i = close + 1;
    } else if (text.substr(i).starts_with("<!--")) {
      const auto close = text.find("-->", i);
      if (close == std::string_view::npos) break;
      i = close + 3;
    } else if (const auto reference = text[i] == '&' ? character_reference(text.substr(i)) : std::nullopt) {
      result += reference->utf8;
      i += reference->length;
    } else {
      result += text[i++];
    }
  }
  return result;
}

/// Without the white space that decoration leaves at both ends.
std::string without_edges(const std::string& words) {
  const auto blank_at = [&](std::size_t at) { return is_blank(text::scalar_at(words, at).value); };
  std::size_t begin = 0;
  while (begin < words.size() && blank_at(begin)) begin += text::scalar_at(words, begin).length;
  std::size_t end = words.size();
  while (end > begin && blank_at(text::scalar_begin(words, end - 1))) end = text::scalar_begin(words, end - 1);
  return words.substr(begin, end - begin);
}

struct Chunk {
  text::ByteRange range;
  std::uint32_t column = 0;
  std::uint32_t end_column = 0;
};

/// Runs of text between gaps of at least `gap` columns of white space (U+3000 counts two).
std::vector<Chunk> chunks(const text::Text& text, text::ByteRange line, std::uint32_t gap) {
  std::vector<Chunk> result;
  std::optional<Chunk> open;
  std::uint32_t column = 0;
  std::uint32_t blank_columns = gap;
  const std::string_view bytes = text.bytes();
  for (text::Offset at = line.begin; at < line.end;) {
    const text::Scalar scalar = text::scalar_at(bytes, at);
    const auto width = scalar.value == '\t' ? 1 : text::display_width(bytes.substr(at, scalar.length));
    if (is_blank(scalar.value)) {
      blank_columns += width;
    } else {
      if (blank_columns >= gap || !open) {
        if (open) result.push_back(*open);
        open = Chunk{{at, at}, column, column};
      }
      blank_columns = 0;
      open->range.end = at + scalar.length;
      open->end_column = column + width;
    }
    column += width;
    at += scalar.length;
  }
  if (open) result.push_back(*open);
  return result;
}

bool is_number_like(std::string_view text) {
  const NumberForm form = read_number(text).form;
  return form != NumberForm::text && form != NumberForm::approximate && form != NumberForm::chinese;
}

}  // namespace

PhysicalCell cell_of(const text::Text& text, text::ByteRange place) {
  PhysicalCell cell;
  cell.range = trimmed(text, place);
  const std::string_view raw = text.slice(cell.range);
  const auto holds = [&](char c) { return raw.find(c) != std::string_view::npos; };
  const bool marked_up = holds('*') || holds('\\') || holds('<') || holds('&');
  cell.text = marked_up ? without_edges(without_markup(raw)) : std::string(raw);
  return cell;
}

text::ByteRange trimmed(const text::Text& text, text::ByteRange range) {
  const std::string_view bytes = text.bytes();
  while (range.begin < range.end) {
    const text::Scalar scalar = text::scalar_at(bytes, range.begin);
    if (!is_blank(scalar.value)) break;
    range.begin += scalar.length;
  }
  while (range.begin < range.end) {
    const auto last = static_cast<text::Offset>(text::scalar_begin(bytes, range.end - 1));
    if (last < range.begin || !is_blank(text::scalar_at(bytes, last).value)) break;
    range.end = last;
  }
  // **12** is 12 in bold.
  while (range.size() >= 4 && text.slice(range).starts_with("**") && text.slice(range).ends_with("**")) {
    range = {range.begin + 2, range.end - 2};
  }
  return range;
}

void read_pipe_row(const text::Text& text, PhysicalRow& row) {
  row.layout = Layout::pipe;
  row.delimited = true;
  text::ByteRange inner = trimmed(text, row.line);
  const std::string_view bytes = text.bytes();
  if (!inner.empty() && bytes[inner.begin] == '|') ++inner.begin;
  text::Offset begin = inner.begin;
  bool closed = false;
  for (text::Offset at = inner.begin; at < inner.end; ++at) {
    if (bytes[at] == '\\') {
      ++at;
    } else if (bytes[at] == '|') {
      row.cells.push_back(cell_of(text, {begin, at}));
      begin = at + 1;
      closed = begin == inner.end;
    }
  }
  if (!closed) row.cells.push_back(cell_of(text, {std::min(begin, inner.end), inner.end}));
  // An empty cell `|  |` takes its value one space behind the bar.
  for (PhysicalCell& cell : row.cells) {
    if (cell.range.empty() && cell.range.begin > inner.begin && bytes[cell.range.begin - 1] == ' ' &&
        cell.range.begin >= 2 && bytes[cell.range.begin - 2] == ' ') {
      while (cell.range.begin >= 2 && bytes[cell.range.begin - 1] == ' ' && bytes[cell.range.begin - 2] == ' ') {
        --cell.range.begin;
      }
      cell.range.end = cell.range.begin;
    }
  }
}

void read_tab_row(const text::Text& text, PhysicalRow& row) {
  row.layout = Layout::tab;
  const std::string_view bytes = text.bytes();
  text::Offset begin = row.line.begin;
  for (text::Offset at = row.line.begin; at <= row.line.end; ++at) {
    if (at != row.line.end && bytes[at] != '\t') continue;
    row.cells.push_back(cell_of(text, {begin, at}));
    begin = at + 1;
  }
}

void read_single_cell(const text::Text& text, PhysicalRow& row) {
  row.layout = Layout::lines;
  row.cells.push_back(cell_of(text, row.line));
}

std::vector<PhysicalCell> words_of(const text::Text& text, text::ByteRange line) {
  std::vector<PhysicalCell> words;
  for (const Chunk& chunk : chunks(text, line, 1)) {
    words.push_back(cell_of(text, chunk.range));
    words.back().column = chunk.column;
    words.back().end_column = chunk.end_column;
  }
  return words;
}

void read_aligned_row(const text::Text& text, PhysicalRow& row) {
  row.layout = Layout::aligned;
  const auto add = [&](const Chunk& chunk) {
    PhysicalCell cell = cell_of(text, chunk.range);
    cell.column = chunk.column;
    cell.end_column = chunk.end_column;
    row.cells.push_back(std::move(cell));
  };
  for (const Chunk& chunk : chunks(text, row.line, 2)) {
    // Numbers that a single space parts, behind a label or among themselves, are cells of their own.
    std::vector<Chunk> words = chunks(text, chunk.range, 1);
    std::size_t first_number = words.size();
    while (first_number > 0 && is_number_like(text.slice(words[first_number - 1].range))) --first_number;
    if (words.size() < 2 || first_number == words.size()) {
      add(chunk);
      continue;
    }
    if (first_number > 0) {
      add({{chunk.range.begin, words[first_number - 1].range.end},
           chunk.column,
           chunk.column + words[first_number - 1].end_column});
    }
    for (std::size_t i = first_number; i < words.size(); ++i) {
      words[i].column += chunk.column;
      words[i].end_column += chunk.column;
      add(words[i]);
    }
  }
}

}  // namespace nianbao::report
