#include "report/title.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <span>

#include "report/compact.h"
#include "report/heading_line.h"

namespace nianbao::report {
namespace {

constexpr std::size_t lines_looked_at = 40;
constexpr std::size_t longest_title_bytes = 240;
constexpr std::size_t longest_organ_bytes = 90;
constexpr std::string_view year_mark = "年";
constexpr std::string_view year_part = "度";

bool is_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

using Variants = std::vector<standard::WordVariant>;

std::string standard_words(std::string_view text, const Variants& variants) {
  std::string result(text);
  for (const auto& [from, to] : variants) {
    for (auto at = result.find(from); at != std::string::npos; at = result.find(from, at + to.size())) {
      result.replace(at, from.size(), to);
    }
  }
  return result;
}

/// 信息公开 in any of its regional spellings, as it stands in the line.
std::size_t find_subject(std::string_view line, const Variants& variants) {
  constexpr std::string_view words = "信息公开";
  auto subject = line.rfind(words);
  for (const auto& [from, to] : variants) {
    if (subject == std::string_view::npos && to == words) subject = line.rfind(from);
  }
  return subject;
}

/// Where the name begins: 政府信息公开工作年度报告 and its shortened relatives, up to the end of the line.
std::optional<std::size_t> name_begin(std::string_view line, const Variants& variants) {
  constexpr std::array<std::string_view, 2> endings{"年度报告", "年报"};
  for (const std::string_view ending : endings) {
    if (!line.ends_with(ending)) continue;
    const auto subject = find_subject(line, variants);
    if (subject == std::string_view::npos) return std::nullopt;
    constexpr std::string_view government = "政府";
    const bool full = subject >= government.size() && line.substr(subject - government.size()).starts_with(government);
    return full ? subject - government.size() : subject;
  }
  return std::nullopt;
}

/// A year with all that belongs to it: 2021年度, （2021年）.
struct YearWords {
  std::size_t begin = 0;
  std::size_t digits = 0;
  std::size_t end = 0;
};

/// 2021年 or 2021年度 at `at`; without 年 only where brackets hold it.
std::optional<YearWords> year_at(std::string_view line, std::size_t at, bool bracketed) {
  if (line.size() < at + 4 || !is_digits(line.substr(at, 4))) return std::nullopt;
  std::size_t end = at + 4;
  if (line.substr(end).starts_with(year_mark)) {
    end += year_mark.size();
    if (line.substr(end).starts_with(year_part)) end += year_part.size();
  } else if (!bracketed) {
    return std::nullopt;
  }
  return YearWords{at, at, end};
}

/// The line ends with a year: …年度报告（2023年度）, …年度报告2023年, 司法局2023年.
std::optional<YearWords> year_at_end(std::string_view line) {
  constexpr std::array<std::array<std::string_view, 2>, 3> brackets{{{"（", "）"}, {"(", ")"}, {"", ""}}};
  constexpr std::array<std::string_view, 3> words{"年度", "年", ""};
  for (const auto& [open, close] : brackets) {
    if (!line.ends_with(close)) continue;
    for (const std::string_view word : words) {
      const std::size_t length = open.size() + 4 + word.size() + close.size();
      if (line.size() < length || !line.substr(line.size() - length).starts_with(open)) continue;
      const std::size_t begin = line.size() - length;
      const auto year = year_at(line, begin + open.size(), !open.empty());
      if (year && year->end + close.size() == line.size()) return YearWords{begin, year->digits, line.size()};
    }
  }
  return std::nullopt;
}

void set_year(Title& title, const Compact& line, std::size_t digits) {
  std::int32_t year = 0;
  const char* begin = line.text().data() + digits;
  std::from_chars(begin, begin + 4, year);
  title.year = year;
  title.year_range = line.source(digits, digits + 4);
}

bool is_no_title(std::string_view compact) {
  constexpr std::array<std::string_view, 6> signs{"。", "，", "；", "：", "《", ","};
  for (const std::string_view mark : signs) {
    if (compact.find(mark) != std::string_view::npos) return true;
  }
  // 首页>政府信息公开>年度报告 says where a page stands. A > at the beginning marks a quotation, a < a tag.
  const std::size_t arrow = compact.find_last_of('>');
  return arrow != std::string_view::npos && arrow > 0 && compact.find('<') == std::string_view::npos;
}

/// 现公布…年度报告 is a sentence's line, 临江县公布局2024年…年度报告 is none. `head` is what stands before the name.
bool is_sentence(std::string_view head, bool organ_and_year) {
  constexpr std::array<std::string_view, 3> words{"公布", "根据", "按照"};
  constexpr std::size_t opening = 6;  // bytes before: 现予公布
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    const std::size_t at = head.find(word);
    return at != std::string_view::npos && (at <= opening || !organ_and_year);
  });
}

/// 2024 without 年, a lone 年, 二〇二四年, ××年: where the year should stand at the end of `head`; its end for nothing.
std::size_t year_place(std::string_view head) {
  constexpr std::array<std::string_view, 26> signs{"0",  "1",  "2",  "3",  "4",  "5",  "6",  "7",  "8",
                                                   "9",  "X",  "x",  "_",  "×",  "〇", "○",  "零", "一",
                                                   "二", "三", "四", "五", "六", "七", "八", "九"};
  constexpr std::array<std::string_view, 4> people{"少", "青", "老", "成"};  // 青少年 is none
  if (head.size() >= 4 && is_digits(head.substr(head.size() - 4))) {
    const bool longer = head.size() > 4 && is_digits(head.substr(head.size() - 5, 1));
    return longer ? head.size() : head.size() - 4;
  }
  std::string_view rest = head;
  if (rest.ends_with("年度")) rest.remove_suffix(year_part.size());
  if (!rest.ends_with(year_mark)) return head.size();
  rest.remove_suffix(year_mark.size());
  const auto ends_so = [&](std::string_view sign) { return rest.ends_with(sign); };
  if (std::any_of(people.begin(), people.end(), ends_so)) return head.size();
  for (auto sign = signs.begin(); sign != signs.end();) {
    sign = std::find_if(signs.begin(), signs.end(), ends_so);
    if (sign != signs.end()) rest.remove_suffix(sign->size());
  }
  return rest.size();
}

/// 年度报告（公布稿）: a remark in brackets behind the name.
std::string_view without_remark(std::string_view line) {
  constexpr std::array<std::array<std::string_view, 2>, 2> brackets{{{"（", "）"}, {"(", ")"}}};
  constexpr std::size_t longest_remark_bytes = 36;
  for (const auto& [open, close] : brackets) {
    if (!line.ends_with(close)) continue;
    const std::size_t at = line.rfind(open);
    if (at != std::string_view::npos && line.size() - at <= longest_remark_bytes) return line.substr(0, at);
  }
  return line;
}

/// `range` is a line, or two that belong together.
std::optional<Title> read_title(const text::Text& text, text::ByteRange range, const Variants& variants) {
  if (range.size() > longest_title_bytes * 2) return std::nullopt;
  const Compact line(text, range);
  const std::string_view compact = line.text();
  if (compact.empty() || compact.size() > longest_title_bytes || is_no_title(compact)) return std::nullopt;
  const auto behind = year_at_end(compact);
  const std::string_view body = behind ? compact.substr(0, behind->begin) : without_remark(compact);
  const auto name = name_begin(body, variants);
  if (!name) return std::nullopt;
  Title title;
  title.text = std::string(compact);
  title.range = line.source(0, compact.size());
  title.name_range = line.source(*name, body.size());
  title.official_name = standard_words(body.substr(*name), variants) == "政府信息公开工作年度报告";
  // The organ and 2021年 in either order, or the year behind the name.
  const std::string_view head = body.substr(0, *name);
  std::size_t organ_begin = 0;
  std::size_t organ_end = head.size();
  if (const auto before_name = year_at_end(head)) {
    set_year(title, line, before_name->digits);
    organ_end = before_name->begin;
  } else if (const auto first = year_at(head, 0, false)) {
    set_year(title, line, first->digits);
    organ_begin = first->end;
  } else if (behind) {
    set_year(title, line, behind->digits);
  } else if (const std::size_t place = year_place(head); place < head.size()) {
    title.year_range = line.source(place, head.size());
    organ_end = place;
  }
  if (is_sentence(head, title.year && organ_end > organ_begin)) return std::nullopt;
  title.organ_in_title = organ_end > organ_begin;
  title.organ_range = {title.range.begin, title.range.begin};
  if (title.organ_in_title) {
    title.organ_range = line.source(organ_begin, organ_end);
    title.organ = std::string(text.slice(title.organ_range));
  }
  return title;
}

/// A title that was broken: the second line goes on with it, or says nothing but the year of the first.
std::optional<Title> read_broken_title(const text::Text& text, const PhysicalRow& first, const PhysicalRow& second,
                                       const Variants& variants) {
  if (!Compact(text, {first.line.end, second.line.begin}).text().empty()) return std::nullopt;  // a table between
  const auto above = read_title(text, first.line, variants);
  if (above && above->year) return std::nullopt;
  if (const auto below = read_title(text, second.line, variants); below && (below->year || above)) return std::nullopt;
  auto both = read_title(text, {first.line.begin, second.line.end}, variants);
  if (!both || !both->year || (above && both->year_range.begin < second.line.begin)) return std::nullopt;
  return both;
}

/// A short line before a title that begins with its year is the organ.
void take_organ_from(const text::Text& text, const PhysicalRow& row, const Variants& variants, Title& title) {
  const Compact line(text, row.line);
  const std::string& compact = line.text();
  if (compact.empty() || compact.size() > longest_organ_bytes) return;
  if (compact.find("。") != std::string::npos || name_begin(compact, variants)) return;
  title.organ_range = line.source(0, compact.size());
  title.organ = std::string(text.slice(title.organ_range));
  title.range.begin = title.organ_range.begin;
  title.text = compact + title.text;
}

/// How much of a title is there. A menu and the path to a page have its words as well, but not organ and year.
std::int32_t completeness(const Title& title) {
  const std::int32_t organ = title.organ.empty() ? 0 : title.organ_in_title ? 4 : 2;
  return (title.year ? 8 : 0) + organ + (title.official_name ? 1 : 0);
}

constexpr std::int32_t complete = 12;  // an organ's title with its year, whatever it calls the report

/// Lines of text among the first ones.
std::vector<const PhysicalRow*> first_lines(std::span<const PhysicalRow> rows) {
  std::vector<const PhysicalRow*> lines;
  std::size_t looked_at = 0;
  for (const PhysicalRow& row : rows) {
    if (row.kind == RowKind::blank) continue;
    if (++looked_at > lines_looked_at) break;
    if (row.kind != RowKind::cells && row.kind != RowKind::rule) lines.push_back(&row);
  }
  return lines;
}

}  // namespace

std::optional<Title> find_title(const text::Text& text, const std::vector<PhysicalRow>& rows, std::size_t skipped,
                                const Variants& variants) {
  const std::vector<const PhysicalRow*> lines = first_lines(std::span(rows).subspan(skipped));
  std::optional<Title> best;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    // Behind the first part's heading are other reports' titles.
    if (best && read_heading_line(text, lines[i]->line).level == 1) break;
    auto title = i + 1 < lines.size() ? read_broken_title(text, *lines[i], *lines[i + 1], variants) : std::nullopt;
    if (!title) title = read_title(text, lines[i]->line, variants);
    if (!title) continue;
    if (title->organ.empty() && i > 0) take_organ_from(text, *lines[i - 1], variants, *title);
    if (best && completeness(*title) <= completeness(*best)) continue;
    best = std::move(title);
    if (completeness(*best) >= complete) break;
  }
  return best;
}

}  // namespace nianbao::report
