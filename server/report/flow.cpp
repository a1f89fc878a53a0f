// The running text of a report, made comparable.
#include "report/flow.h"

#include <algorithm>

#include "text/script.h"
#include "text/utf8.h"

namespace nianbao::report {
namespace {

bool is_left_out(char32_t c) {
  switch (c) {
    case U' ':
    case U'\t':
    case U'\r':
    case U'\n':
    case U'\f':
    case U'*':
    case U'#':
    case U'\\':
    case U'\u00A0':
    case U'\u3000':
    case U'\uFEFF':
      return true;
    default:
      return c >= 0x2000 && c <= 0x200F;
  }
}

char32_t folded(char32_t c) {
  if (c < 0x80) return c;
  if (c >= 0xFF01 && c <= 0xFF5E) return c - 0xFEE0;
  return text::simplified_of(c);
}

bool is_mark(char32_t c) {
  return c == U'《' || c == U'》' || c == U'〈' || c == U'〉' || c == U'<' || c == U'>' || c == U'"' || c == U'“' ||
         c == U'”' || c == U'「' || c == U'」' || c == U'『' || c == U'』';
}

/// Length of the tag at `at`, or 0.
std::size_t tag_at(std::string_view bytes, std::size_t at) {
  if (bytes[at] != '<' || at + 1 >= bytes.size()) return 0;
  const char next = bytes[at + 1];
  const bool begins = next == '/' || next == '!' || (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z');
  const std::size_t end = begins ? bytes.find('>', at) : std::string_view::npos;
  return end == std::string_view::npos ? 0 : end + 1 - at;
}

}  // namespace

Flow::Flow(const text::Text& text, const std::vector<PhysicalRow>& rows) {
  text_.reserve(text.size());
  for (const PhysicalRow& row : rows) {
    switch (row.kind) {
      case RowKind::cells:
        for (const PhysicalCell& cell : row.cells) {
          if (cell.covered || cell.range.empty()) continue;
          stop();
          add(text, cell.range, true, row.layout == Layout::html);
          stop();
        }
        break;
      case RowKind::heading:
        stop();
        add(text, row.line, false, false);
        // The text behind a run-in heading goes on in the next line.
        if (text.slice(row.line).find("。") == std::string_view::npos) stop();
        break;
      case RowKind::line:
        if (row.in_table) stop();
        add(text, row.line, row.in_table, false);
        if (row.in_table) stop();
        break;
      case RowKind::blank:
      case RowKind::rule:
      case RowKind::page_break:
        break;
    }
  }
}

Flow::Flow(const text::Text& text) {
  add(text, {0, text.size()}, false, false);
}

void Flow::stop() {
  if (!text_.empty() && text_.back() != '\n') text_ += '\n';
}

void Flow::add(const text::Text& text, text::ByteRange range, bool in_table, bool tags) {
  const std::string_view bytes = text.slice(range);
  const std::size_t begin = text_.size();
  for (std::size_t at = 0; at < bytes.size();) {
    if (const std::size_t tag = tags ? tag_at(bytes, at) : 0; tag > 0) {
      at += tag;
      continue;
    }
    const text::Scalar scalar = text::scalar_at(bytes, at);
    if (!is_left_out(scalar.value)) {
      put(folded(scalar.value), range.begin + static_cast<text::Offset>(at), scalar.length);
    }
    at += scalar.length;
  }
  segments_.push_back({begin, text_.size(), in_table});
}

void Flow::put(char32_t value, text::Offset at, std::uint32_t length) {
  const std::size_t before = text_.size();
  text::append_utf8(text_, value);
  const std::size_t size = text_.size() - before;
  const bool uniform = size == length;
  if (uniform && !pieces_.empty()) {
    Piece& last = pieces_.back();
    if (last.uniform && last.folded + last.folded_size == before && last.source + last.source_size == at) {
      last.folded_size += size;
      last.source_size += length;
      return;
    }
  }
  pieces_.push_back({before, at, length, size, uniform});
}

const Flow::Piece& Flow::piece_of(std::size_t at) const {
  const auto after = std::upper_bound(pieces_.begin(), pieces_.end(), at,
                                      [](std::size_t value, const Piece& piece) { return value < piece.folded; });
  return after == pieces_.begin() ? pieces_.front() : *std::prev(after);
}

text::ByteRange Flow::source(std::size_t begin, std::size_t end) const {
  if (pieces_.empty() || end <= begin) return {};
  const Piece& first = piece_of(begin);
  const Piece& last = piece_of(end - 1);
  const std::size_t skip = std::min(begin - std::min(begin, first.folded), first.folded_size);
  const std::size_t used = std::min(end - std::min(end, last.folded), last.folded_size);
  text::ByteRange range;
  range.begin = first.uniform ? first.source + static_cast<text::Offset>(skip) : first.source;
  range.end = last.source + (last.uniform ? static_cast<text::Offset>(used) : last.source_size);
  return range;
}

const Flow::Segment* Flow::segment_of(std::size_t at) const {
  const auto after = std::upper_bound(segments_.begin(), segments_.end(), at,
                                      [](std::size_t value, const Segment& segment) { return value < segment.begin; });
  return after == segments_.begin() ? nullptr : &*std::prev(after);
}

bool Flow::in_table(std::size_t at) const {
  const Segment* segment = segment_of(at);
  return segment != nullptr && segment->in_table;
}

bool Flow::fills_segment(std::size_t begin, std::size_t end) const {
  const Segment* segment = segment_of(begin);
  return segment != nullptr && segment->begin == begin && segment->end == end;
}

std::string folded_name(std::string_view name) {
  std::string out;
  for (std::size_t at = 0; at < name.size();) {
    const text::Scalar scalar = text::scalar_at(name, at);
    const char32_t value = folded(scalar.value);
    if (!is_left_out(scalar.value) && !is_mark(value)) text::append_utf8(out, value);
    at += scalar.length;
  }
  return out;
}

}  // namespace nianbao::report
