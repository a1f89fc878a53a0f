// The prose of a report as characters. Must not know any word or rule.
#include "rules/wording.h"

#include <algorithm>
#include <array>
#include <utility>

#include "report/html_tokens.h"
#include "rules/layout_common.h"
#include "rules/table_edit.h"
#include "text/plain_run.h"
#include "text/script.h"
#include "text/utf8.h"

namespace nianbao::rules {
namespace {

/// A shorter piece without an end mark is a heading, a name or a date, not half a sentence.
constexpr std::size_t shortest_cut_piece = 24;
/// Between the halves of a cut sentence: line ends, perhaps a page number.
constexpr text::Offset longest_cut = 40;
/// 地址：, 联系电话： at the beginning of a unit: an entry of its own.
constexpr std::size_t longest_label = 8;
constexpr std::size_t longest_tag = 1000;  // bytes; keeps broken pages linear

bool is_space(char32_t c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f' || c == 0x3000 || c == 0xA0 || c == 0xFEFF ||
         (c >= 0x2000 && c <= 0x200B);
}

bool is_emphasis(char32_t c) {
  return c == '*' || c == '#' || c == '`';
}

bool is_one_of(char32_t c, std::u32string_view set) {
  return set.find(c) != std::u32string_view::npos;
}

/// Length of a tag or comment at `at`, 0 where there is none.
std::size_t tag_at(std::string_view text, std::size_t at) {
  if (text[at] != '<' || at + 1 >= text.size()) return 0;
  const char next = text[at + 1];
  const bool name = (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z') || next == '/' || next == '!';
  const std::size_t close = name ? text.substr(at, longest_tag).find('>') : std::string_view::npos;
  return close == std::string_view::npos ? 0 : close + 1;
}

/// A character reference of a page; length 0 where there is none. What is no mark of the prose stands for itself.
struct Reference {
  char32_t value = 0;
  std::size_t length = 0;
};

Reference reference_at(std::string_view text, std::size_t at) {
  constexpr std::size_t longest = 10;
  if (const auto known = report::character_reference(text.substr(at, longest))) {
    const char32_t value = text::scalar_at(known->utf8, 0).value;
    // &amp; and &quot; are no marks of the prose.
    return {value < 0x80 && value != ' ' && value != '<' && value != '>' ? U'&' : value, known->length};
  }
  const std::size_t end = text.substr(at, longest).find(';');
  if (text[at] != '&' || end == std::string_view::npos) return {};
  const std::string_view name = text.substr(at + 1, end - 1);
  const bool plain = !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return is_ascii_letter(static_cast<unsigned char>(c)) || is_ascii_digit(static_cast<unsigned char>(c));
  });
  return plain ? Reference{U'&', end + 1} : Reference{};
}

}  // namespace

std::u32string code_points(std::string_view utf8) {
  std::u32string result;
  for (std::size_t at = 0; at < utf8.size();) {
    const text::Scalar scalar = text::scalar_at(utf8, at);
    result.push_back(scalar.value);
    at += scalar.length;
  }
  return result;
}

std::string utf8_of(std::u32string_view text) {
  std::string result;
  for (const char32_t c : text) text::append_utf8(result, c);
  return result;
}

Wording::Wording(const report::Report& report) : Wording(report, 0, report.paragraphs.size()) {}

Wording::Wording(const report::Report& report, std::size_t first_paragraph, std::size_t behind_last) {
  const bool web_page = is_web_page(report);
  const auto paragraphs = std::span(report.paragraphs).subspan(first_paragraph, behind_last - first_paragraph);
  std::size_t most = 0;
  for (const report::Paragraph& paragraph : paragraphs) {
    // Every character has one byte that continues none.
    const std::string_view text = report.source.slice(paragraph.range);
    most += static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
  }
  characters_.reserve(most);
  std::size_t next_heading = 0;
  std::vector<std::size_t> first_units;
  for (const report::Paragraph& paragraph : paragraphs) {
    const std::size_t begin = characters_.size();
    read_paragraph(report, paragraph.range, web_page);
    shapes_.push_back({characters_.size() == begin, false});
    first_units.push_back(units_.size());
    if (shapes_.back().empty) continue;
    mark_literals(begin);
    add_units(report, begin, next_heading);
  }
  join_units(report);
  for (std::size_t i = 0; i < shapes_.size(); ++i) {
    shapes_[i].joined = !shapes_[i].empty && units_[first_units[i]].cut_before;
  }
}

void Wording::read_paragraph(const report::Report& report, text::ByteRange range, bool web_page) {
  const std::string_view text = report.source.slice(range);
  bool gap = true;
  const auto add = [&](const text::Scalar& scalar, char32_t folded, std::size_t at) {
    const auto begin = static_cast<text::Offset>(range.begin + at);
    const auto marks_before = static_cast<std::uint32_t>(marks_.size());
    if (!is_han(scalar.value) || is_han_numeral(scalar.value)) marks_.push_back(characters_.size());
    characters_.push_back({scalar.value, folded, begin, begin + scalar.length, gap, false, marks_before});
    gap = false;
  };
  for (std::size_t at = 0; at < text.size();) {
    std::size_t place = at;
    at = text::plain_run_end(text, at, [&](char32_t c) {
      add({c, 3, true}, c, place);
      place += 3;
      return true;
    });
    if (at >= text.size()) break;
    if (web_page) {
      if (const std::size_t length = tag_at(text, at); length > 0) {
        gap = true;
        at += length;
        continue;
      }
    }
    text::Scalar scalar = text::scalar_at(text, at);
    // In Markdown, too: the ; of &nbsp; is no punctuation.
    if (scalar.value == '&') {
      const Reference reference = reference_at(text, at);
      if (reference.length > 0) scalar = {reference.value, static_cast<std::uint32_t>(reference.length), true};
    }
    if (is_space(scalar.value) || is_emphasis(scalar.value)) {
      gap = true;
    } else {
      add(scalar, text::simplified_of(scalar.value), at);
    }
    at += scalar.length;
  }
}

/// Addresses (with :// or www. or @) and the targets of links: runs of ASCII without a gap.
void Wording::mark_literals(std::size_t begin) {
  for (std::size_t at = begin; at < characters_.size();) {
    if (characters_[at].value >= 0x80) {
      ++at;
      continue;
    }
    std::size_t end = at + 1;
    while (end < characters_.size() && characters_[end].value < 0x80 && !characters_[end].gap) ++end;
    bool literal = false;
    for (std::size_t i = at; i < end && !literal; ++i) {
      const char32_t c = characters_[i].value;
      literal = c == '@' || (c == '/' && i + 1 < end && characters_[i + 1].value == '/') ||
                (c == ']' && i + 1 < end && characters_[i + 1].value == '(') ||
                (c == 'w' && i + 3 < end && characters_[i + 1].value == 'w' && characters_[i + 3].value == '.');
    }
    // A bracket or comma that closes the run belongs to the sentence around it.
    std::size_t first = at;
    std::size_t last = end;
    while (literal && first < last && is_one_of(characters_[first].value, U"(,;:")) ++first;
    while (literal && last > first && is_one_of(characters_[last - 1].value, U",;")) --last;
    for (std::size_t i = first; literal && i < last; ++i) characters_[i].literal = true;
    at = end;
  }
}

/// A heading that fills its line is a unit, and so is what stands between such headings.
void Wording::add_units(const report::Report& report, std::size_t begin, std::size_t& next_heading) {
  const std::size_t end = characters_.size();
  const auto& headings = report.headings;
  const text::Offset last = characters_[end - 1].end;
  while (next_heading < headings.size() && headings[next_heading].line.end <= characters_[begin].begin) ++next_heading;
  std::size_t at = begin;
  for (std::size_t h = next_heading; h < headings.size() && headings[h].line.begin < last; ++h) {
    const std::size_t first = index_of(std::max(headings[h].line.begin, characters_[begin].begin));
    const std::size_t behind = std::min(index_of(headings[h].line.end), end);
    const bool run_in = behind > first && headings[h].title.end < characters_[behind - 1].end &&
                        !is_one_of(characters_[behind - 1].value, U"。：:");
    if (first > at) units_.push_back({at, first, false, false});
    if (behind <= first) continue;
    if (run_in) {
      at = first;
      continue;
    }
    units_.push_back({first, behind, true, false});
    at = behind;
  }
  if (at < end) units_.push_back({at, end, false, false});
}

void Wording::join_units(const report::Report& report) {
  const auto is_half = [&](const Unit& unit) { return !unit.heading && unit.end - unit.begin >= shortest_cut_piece; };
  const auto has_label = [&](const Unit& unit) {
    for (std::size_t i = unit.begin; i < unit.end && i < unit.begin + longest_label; ++i) {
      if (is_one_of(characters_[i].value, U"：:")) return true;
    }
    return false;
  };
  const auto speaks = [&](const Unit& unit) {
    return std::any_of(characters_.begin() + static_cast<std::ptrdiff_t>(unit.begin),
                       characters_.begin() + static_cast<std::ptrdiff_t>(unit.end),
                       [](const Character& c) { return is_one_of(c.value, U"，。；,;"); });
  };
  const auto holds_open_bracket = [&](const Unit& unit) {
    std::ptrdiff_t depth = 0;
    for (std::size_t i = unit.begin; i < unit.end; ++i) {
      if (is_one_of(characters_[i].value, U"（《“")) ++depth;
      if (is_one_of(characters_[i].value, U"）》”)")) --depth;
    }
    return depth > 0;
  };
  for (std::size_t i = 0; i < units_.size(); ++i) {
    if (i > 0 && is_half(units_[i - 1]) && !units_[i].heading) {
      const Character& last = characters_[units_[i - 1].end - 1];
      const Character& first = characters_[units_[i].begin];
      const text::ByteRange between{last.end, first.begin};
      const std::string_view blank = report.source.slice(between);
      const bool near = between.size() <= longest_cut && blank.find_first_of("|<\t") == std::string_view::npos;
      const bool open = is_han(last.value) || is_one_of(last.value, U"、，,（《“");
      const bool ordinal = is_han_numeral(first.value) || first.value == U'（' || first.value == '(' ||
                           (first.value == U'第' && units_[i].begin + 1 < units_[i].end);
      const bool goes_on =
          is_han(first.value) || is_ascii_digit(first.value) || is_one_of(first.value, U"〔“《，。、）");
      units_[i].cut_before = near && open && goes_on && !ordinal && !has_label(units_[i]) &&
                             (speaks(units_[i - 1]) || holds_open_bracket(units_[i - 1])) && speaks(units_[i]);
    }
    if (units_[i].cut_before) {
      stretches_.back().end = units_[i].end;
    } else {
      stretches_.push_back({units_[i].begin, units_[i].end});
    }
  }
}

std::span<const std::size_t> Wording::marks(std::size_t begin, std::size_t end) const {
  const auto before = [&](std::size_t at) -> std::size_t {
    return at < characters_.size() ? characters_[at].marks_before : marks_.size();
  };
  return std::span(marks_).subspan(before(begin), before(std::max(begin, end)) - before(begin));
}

text::ByteRange Wording::range(std::size_t begin, std::size_t end) const {
  if (begin >= end || end > characters_.size()) return {};
  return {characters_[begin].begin, characters_[end - 1].end};
}

bool Wording::contiguous(std::size_t begin, std::size_t end) const {
  for (std::size_t i = begin + 1; i < end; ++i) {
    if (characters_[i].begin != characters_[i - 1].end) return false;
  }
  return true;
}

std::string Wording::text(std::size_t begin, std::size_t end) const {
  std::string result;
  for (std::size_t i = begin; i < end && i < characters_.size(); ++i) text::append_utf8(result, characters_[i].value);
  return result;
}

std::size_t Wording::index_of(text::Offset offset) const {
  const auto found = std::lower_bound(characters_.begin(), characters_.end(), offset,
                                      [](const Character& c, text::Offset at) { return c.begin < at; });
  return static_cast<std::size_t>(found - characters_.begin());
}

}  // namespace nianbao::rules
