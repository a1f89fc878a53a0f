#include "report/dates.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "report/compact.h"
#include "report/physical.h"
#include "text/utf8.h"

namespace nianbao::report {
namespace {

/// How far before the first date words such as 统计期限 are looked for, in bytes.
constexpr text::Offset context_bytes = 120;
/// Longest text between the two dates of a span, without spaces: 起至, 止至, ——.
constexpr std::size_t longest_link_bytes = 9;

bool is_gap(char32_t c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == 0x3000 || c == 0xA0;
}

std::optional<std::int32_t> digit_of(char32_t c) {
  if (c >= '0' && c <= '9') return static_cast<std::int32_t>(c - '0');
  if (c >= 0xFF10 && c <= 0xFF19) return static_cast<std::int32_t>(c - 0xFF10);
  constexpr std::array<char32_t, 10> chinese{U'〇', U'一', U'二', U'三', U'四', U'五', U'六', U'七', U'八', U'九'};
  for (std::size_t i = 0; i < chinese.size(); ++i) {
    if (c == chinese[i]) return static_cast<std::int32_t>(i);
  }
  if (c == U'零' || c == U'○' || c == U'Ｏ') return 0;
  return std::nullopt;
}

struct Number {
  std::int32_t value = 0;
  int digits = 0;
  text::ByteRange range;
};

/// A number (up to four digits, or 十二 / 三十一) that ends at `end`, spaces between allowed.
std::optional<Number> number_before(std::string_view bytes, text::Offset end) {
  while (end > 0 && is_gap(text::scalar_at(bytes, text::scalar_begin(bytes, end - 1)).value)) {
    end = static_cast<text::Offset>(text::scalar_begin(bytes, end - 1));
  }
  std::array<char32_t, 4> characters{};
  std::size_t count = 0;
  text::Offset begin = end;
  while (begin > 0 && count < characters.size()) {
    const auto at = static_cast<text::Offset>(text::scalar_begin(bytes, begin - 1));
    const char32_t c = text::scalar_at(bytes, at).value;
    if (!digit_of(c) && c != U'十') break;
    characters[count++] = c;
    begin = at;
  }
  if (count == 0) return std::nullopt;
  Number number;
  number.range = {begin, end};
  bool tens = false;
  for (std::size_t i = count; i-- > 0;) {
    if (characters[i] == U'十') {
      number.value = (i + 1 == count ? 1 : number.value) * 10;
      tens = true;
    } else if (tens) {
      number.value += *digit_of(characters[i]);
    } else {
      number.value = number.value * 10 + *digit_of(characters[i]);
    }
    ++number.digits;
  }
  return number;
}

/// Offset behind `word` if it stands before `at`, spaces skipped; else nothing.
std::optional<text::Offset> before(std::string_view bytes, text::Offset at, std::string_view word) {
  while (at > 0 && is_gap(text::scalar_at(bytes, text::scalar_begin(bytes, at - 1)).value)) {
    at = static_cast<text::Offset>(text::scalar_begin(bytes, at - 1));
  }
  if (at < word.size() || bytes.substr(at - word.size(), word.size()) != word) return std::nullopt;
  return at - static_cast<text::Offset>(word.size());
}

/// Reads backwards from a 日.
std::optional<Date> date_ending_at(std::string_view bytes, text::Offset day_mark) {
  const auto day = number_before(bytes, day_mark);
  if (!day || day->value < 1 || day->value > 31) return std::nullopt;
  const auto month_mark = before(bytes, day->range.begin, "月");
  if (!month_mark) return std::nullopt;
  const auto month = number_before(bytes, *month_mark);
  if (!month || month->value < 1 || month->value > 12) return std::nullopt;
  Date date;
  date.day = day->value;
  date.month = month->value;
  date.range = {month->range.begin, day_mark + 3};
  if (const auto year_mark = before(bytes, month->range.begin, "年")) {
    const auto year = number_before(bytes, *year_mark);
    if (year && year->digits == 4 && year->value >= 1900 && year->value < 2100) {
      date.year = year->value;
      date.year_range = year->range;
      date.range.begin = year->range.begin;
    }
  }
  return date;
}

bool is_link(std::string_view link) {
  constexpr std::array<std::string_view, 16> links{"至", "到", "起至", "起到", "—",    "——",   "-",      "－",
                                                   "–",  "~",  "～",   "--",   "日至", "止至", "开始至", "起，至"};
  return link.size() <= longest_link_bytes && std::find(links.begin(), links.end(), link) != links.end();
}

bool speaks_of_period(std::string_view context) {
  constexpr std::array<std::string_view, 6> words{"统计", "期限", "时限", "所列数据", "报告期", "数据"};
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return context.find(word) != std::string_view::npos; });
}

}  // namespace

std::vector<Date> find_dates(const text::Text& text) {
  constexpr std::string_view day_mark = "日";
  std::vector<Date> dates;
  const std::string_view bytes = text.bytes();
  for (auto at = bytes.find(day_mark); at != std::string_view::npos; at = bytes.find(day_mark, at + 3)) {
    if (auto date = date_ending_at(bytes, static_cast<text::Offset>(at))) dates.push_back(*date);
  }
  return dates;
}

std::optional<Period> find_period(const text::Text& text, const std::vector<Date>& dates) {
  std::optional<Period> whole_year;
  for (std::size_t i = 0; i + 1 < dates.size(); ++i) {
    const Date& from = dates[i];
    const Date& to = dates[i + 1];
    if (from.year == 0 || to.range.begin < from.range.end) continue;
    if (to.range.begin - from.range.end > 64) continue;
    if (!is_link(Compact(text, {from.range.end, to.range.begin}).text())) continue;
    Period period{{from.range.begin, to.range.end}, from, to, false};
    if (period.to.year == 0) period.to.year = from.year;
    const text::Offset begin = from.range.begin > context_bytes ? from.range.begin - context_bytes : 0;
    const auto aligned = static_cast<text::Offset>(text::scalar_begin(text.bytes(), begin));
    const Compact context(text, {aligned, from.range.begin});
    if (speaks_of_period(context.text())) {
      period.stated_as_period = true;
      return period;
    }
    const bool year = from.month == 1 && from.day == 1 && to.month == 12 && to.day == 31;
    if (year && !whole_year) whole_year = period;
  }
  return whole_year;
}

std::optional<Date> find_signing_date(const text::Text& text, const std::vector<Date>& dates) {
  for (auto date = dates.rbegin(); date != dates.rend(); ++date) {
    if (date->year == 0) continue;
    const text::ByteRange line = trimmed(text, text.line(text.line_of(date->range.begin)));
    if (line == date->range) return *date;
  }
  return std::nullopt;
}

}  // namespace nianbao::report
