#include "report/passage.h"

#include <algorithm>
#include <array>

#include "report/heading_line.h"
#include "report/physical.h"
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
  text_.reserve(text_.size() + raw.size());
  places_.reserve(places_.size() + raw.size());
  sizes_.reserve(sizes_.size() + raw.size());
  for (std::size_t at = 0; at < raw.size();) {
    const text::Scalar scalar = text::scalar_at(raw, at);
    const std::size_t next = at + scalar.length;
    if (!is_left_out(scalar.value)) {
      const bool separator = scalar.value == ',' && !text_.empty() &&
                             is_digit(static_cast<unsigned char>(text_.back())) && next < raw.size() &&
                             is_digit(static_cast<unsigned char>(raw[next]));
      text::append_utf8(text_, separator ? U',' : scalar.value == ',' ? U'，' : folded(scalar.value));
      places_.resize(text_.size(), range.begin + static_cast<text::Offset>(at));
      sizes_.resize(text_.size(), static_cast<std::uint8_t>(scalar.length));
    }
    at = next;
  }
}

text::ByteRange Passage::source(std::size_t begin, std::size_t end) const {
  if (places_.empty()) return {};
  const std::size_t first = std::min(begin, places_.size() - 1);
  if (end <= begin) return {places_[first], places_[first]};
  const std::size_t last = std::min(end, places_.size()) - 1;
  return {places_[first], places_[last] + sizes_[last]};
}

std::vector<Passage> read_passages(const Report& report) {
  std::vector<Passage> passages;
  for (const Paragraph& paragraph : report.paragraphs) {
    const std::string_view text = report.text.slice(paragraph.range);
    if (!passages.empty() && is_page_number(text)) continue;
    if (passages.empty() || !runs_on(passages.back(), report.text, paragraph.range)) {
      passages.emplace_back();
      if (opens_item(report.text, paragraph.range)) passages.back().mark_heading();
    }
    passages.back().append(report.text, paragraph.range);
  }
  return passages;
}

}  // namespace nianbao::report
