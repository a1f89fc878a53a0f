// The running text of a report, made comparable.
#include "report/flow.h"

#include <algorithm>

#include "report/forward_search.h"
#include "text/plain_run.h"
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

Flow::Flow(const text::Text& text, std::span<const PhysicalRow> rows) {
  if (!rows.empty()) folded_.reserve(rows.back().line.end - std::min(rows.front().line.begin, rows.back().line.end));
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
  if (!folded_.text().empty() && folded_.text().back() != '\n') folded_.insert('\n');
}

void Flow::add(const text::Text& text, text::ByteRange range, bool in_table, bool tags) {
  const std::string_view bytes = text.slice(range);
  const std::size_t begin = folded_.text().size();
  const auto source = [&](std::size_t at) { return range.begin + static_cast<text::Offset>(at); };
  std::size_t same = 0;  // begin of the characters that stay as they are
  const auto copy = [&](std::size_t end) { folded_.copy(bytes.substr(same, end - same), source(same)); };
  for (std::size_t at = 0;;) {
    at = text::plain_run_end(bytes, at);
    if (at >= bytes.size()) break;
    if (const std::size_t tag = tags ? tag_at(bytes, at) : 0; tag > 0) {
      copy(at);
      at += tag;
      same = at;
      continue;
    }
    const text::Scalar scalar = text::scalar_at(bytes, at);
    const bool left_out = is_left_out(scalar.value);
    const char32_t value = left_out ? 0 : folded(scalar.value);
    if (value != scalar.value || !scalar.valid) {
      copy(at);
      if (!left_out) folded_.put(value, source(at), scalar.length);
      same = at + scalar.length;
    }
    at += scalar.length;
  }
  copy(bytes.size());
  segments_.push_back({begin, folded_.text().size(), in_table});
}

const Flow::Segment* Flow::segment_of(std::size_t at) const {
  const auto found = find_forwards(segments_, at, [](const Segment& segment) { return segment.begin; }, last_);
  return found ? &segments_[*found] : nullptr;
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
