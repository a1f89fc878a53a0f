#include "report/title.h"

#include <array>
#include <charconv>

#include "report/compact.h"

namespace nianbao::report {
namespace {

constexpr std::size_t lines_looked_at = 40;
constexpr std::size_t longest_title_bytes = 240;
constexpr std::size_t longest_organ_bytes = 90;
constexpr std::string_view year_mark = "年";

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

std::optional<Title> read_title(const text::Text& text, const PhysicalRow& row, const Variants& variants) {
  if (row.line.size() > longest_title_bytes * 2) return std::nullopt;
  const Compact line(text, row.line);
  const std::string_view compact = line.text();
  if (compact.empty() || compact.size() > longest_title_bytes) return std::nullopt;
  constexpr std::array<std::string_view, 6> sentence_marks{"。", "，", "；", "：", "《", ","};
  for (const std::string_view mark : sentence_marks) {
    if (compact.find(mark) != std::string_view::npos) return std::nullopt;
  }
  const auto name = name_begin(compact, variants);
  if (!name) return std::nullopt;
  Title title;
  title.text = std::string(compact);
  title.range = line.source(0, compact.size());
  title.name_range = line.source(*name, compact.size());
  title.official_name = standard_words(compact.substr(*name), variants) == "政府信息公开工作年度报告";
  // organ 2021 年 [度] name
  std::string_view head = compact.substr(0, *name);
  if (head.ends_with("年度")) head.remove_suffix(std::string_view("度").size());
  std::size_t organ_end = head.size();
  if (head.ends_with(year_mark) && head.size() >= year_mark.size() + 4) {
    const std::size_t digits = head.size() - year_mark.size() - 4;
    if (is_digits(head.substr(digits, 4))) {
      std::int32_t year = 0;
      std::from_chars(head.data() + digits, head.data() + digits + 4, year);
      title.year = year;
      title.year_range = line.source(digits, digits + 4);
      organ_end = digits;
    }
  }
  title.organ = std::string(text.slice(line.source(0, organ_end)));
  title.organ_in_title = organ_end > 0;
  title.organ_range = organ_end > 0 ? line.source(0, organ_end) : text::ByteRange{title.range.begin, title.range.begin};
  if (organ_end == 0) title.organ.clear();
  return title;
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

}  // namespace

std::optional<Title> find_title(const text::Text& text, const std::vector<PhysicalRow>& rows,
                                const Variants& variants) {
  const PhysicalRow* before = nullptr;
  std::size_t looked_at = 0;
  for (const PhysicalRow& row : rows) {
    if (row.kind == RowKind::blank) continue;
    if (++looked_at > lines_looked_at) break;
    if (row.kind == RowKind::cells) continue;
    if (auto title = read_title(text, row, variants)) {
      if (title->organ.empty() && before != nullptr) take_organ_from(text, *before, variants, *title);
      return title;
    }
    before = &row;
  }
  return std::nullopt;
}

}  // namespace nianbao::report
