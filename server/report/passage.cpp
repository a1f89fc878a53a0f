#include "report/passage.h"

#include <algorithm>
#include <array>

#include "report/heading_line.h"
#include "report/physical.h"
#include "text/plain_run.h"
#include "text/script.h"
#include "text/utf8.h"

namespace nianbao::report {
namespace {

constexpr std::size_t shortest_cut_bytes = 60;  // a shorter line without an end mark is a title or label of its own

bool is_left_out(char32_t c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f' || c == '#' || c == '*' || c == 0xA0 ||
         c == 0x3000 || c == 0xFEFF || (c >= 0x2000 && c <= 0x200B);
}

bool is_digit(char32_t c) {
  return c >= '0' && c <= '9';
}

char32_t folded(char32_t c) {
  if (c >= 0xFF10 && c <= 0xFF19) return c - 0xFF10 + U'0';
  switch (c) {
    case ';':
      return U'；';
    case ':':
      return U'：';
    case '(':
      return U'（';
    case ')':
      return U'）';
    case '!':
      return U'！';
    case '?':
      return U'？';
    case U'％':
      return U'%';
    case U'．':
      return U'.';
    default:
      return text::simplified_of(c);
  }
}

bool ends_sentence(std::string_view text) {
  constexpr std::array<std::string_view, 10> ends{"。", "！", "？", "；", "：", "”", "」", "）", "》", "…"};
  return std::any_of(ends.begin(), ends.end(), [&](std::string_view end) { return text.ends_with(end); });
}

/// Numbers of pages: digits and dashes only.
bool is_page_number(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return is_digit(static_cast<unsigned char>(c)) || c == '-'; }) ||
         (text.starts_with("—") && text.ends_with("—"));
}

bool opens_item(const text::Text& text, text::ByteRange range) {
  const text::ByteRange line{range.begin, std::min(range.end, text.full_line(text.line_of(range.begin)).end)};
  return !read_heading_line(text, line).marker.empty();
}

/// Titles and headings have no comma.
bool is_prose(std::string_view text) {
  return text.find("，") != std::string_view::npos || text.find("。") != std::string_view::npos;
}

/// A sentence runs on from `passage` into the paragraph.
bool runs_on(const Passage& passage, const text::Text& text, text::ByteRange next) {
  return passage.text().size() >= shortest_cut_bytes && is_prose(passage.text()) && !ends_sentence(passage.text()) &&
         !opens_item(text, next);
}

}  // namespace

void Passage::append(const text::Text& source, text::ByteRange range) {
  const std::string_view raw = source.slice(range);
  folded_.reserve(text().size() + raw.size());
  const auto place = [&](std::size_t at) { return range.begin + static_cast<text::Offset>(at); };
  std::size_t same = 0;  // begin of the characters that stay as they are
  for (std::size_t at = 0;;) {
    at = text::plain_run_end(raw, at);
    if (at >= raw.size()) break;
    const text::Scalar scalar = text::scalar_at(raw, at);
    const std::size_t next = at + scalar.length;
    const bool left_out = is_left_out(scalar.value);
    char32_t value = left_out ? 0 : folded(scalar.value);
    if (value == ',') {
      folded_.copy(raw.substr(same, at - same), place(same));
      same = at;
      const bool separator = !empty() && is_digit(static_cast<unsigned char>(text().back())) && next < raw.size() &&
                             is_digit(static_cast<unsigned char>(raw[next]));
      if (!separator) value = U'，';
    }
    if (value != scalar.value || !scalar.valid) {
      folded_.copy(raw.substr(same, at - same), place(same));
      if (!left_out) folded_.put(value, place(at), scalar.length);
      same = next;
    }
    at = next;
  }
  folded_.copy(raw.substr(same), place(same));
}

Passage read_passage(const Report& report, std::size_t& at) {
  Passage passage;
  const text::ByteRange first = report.paragraphs[at].range;
  if (opens_item(report.text, first)) passage.mark_heading();
  passage.append(report.text, first);
  for (++at; at < report.paragraphs.size(); ++at) {
    const text::ByteRange range = report.paragraphs[at].range;
    if (is_page_number(report.text.slice(range))) continue;
    if (!runs_on(passage, report.text, range)) break;
    passage.append(report.text, range);
  }
  return passage;
}

std::vector<text::ByteRange> ranges_of(const std::vector<Paragraph>& paragraphs) {
  std::vector<text::ByteRange> ranges;
  ranges.reserve(paragraphs.size());
  for (const Paragraph& paragraph : paragraphs) ranges.push_back(paragraph.range);
  return ranges;
}

}  // namespace nianbao::report
