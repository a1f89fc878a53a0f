// What the layout rules share: numerals, headings of parts, word lists of the catalogue.
// Must not know any part, table or word by name.
#include "rules/layout_common.h"

#include <algorithm>
#include <array>

#include "standard/label_index.h"
#include "text/normalise.h"

namespace nianbao::rules {
namespace {

constexpr std::array<std::string_view, 10> digits{"", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
constexpr std::string_view ten = "十";

std::int32_t digit_value(std::string_view character) {
  const auto found = std::find(digits.begin() + 1, digits.end(), character);
  return found == digits.end() ? 0 : static_cast<std::int32_t>(found - digits.begin());
}

std::optional<std::int32_t> arabic_value(std::string_view text) {
  if (text.empty() || text.size() > 2) return std::nullopt;
  std::int32_t value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::size_t blank_at(std::string_view text, std::size_t at) {
  constexpr std::array<std::string_view, 6> blanks{" ", "\t", "\r", "\n", "　", "\xC2\xA0"};
  for (const std::string_view blank : blanks) {
    if (text.substr(at).starts_with(blank)) return blank.size();
  }
  return 0;
}

std::size_t blank_before(std::string_view text, std::size_t end) {
  constexpr std::array<std::string_view, 6> blanks{" ", "\t", "\r", "\n", "　", "\xC2\xA0"};
  for (const std::string_view blank : blanks) {
    if (text.substr(0, end).ends_with(blank)) return blank.size();
  }
  return 0;
}

}  // namespace

std::optional<std::int32_t> ordinal_value(std::string_view numeral) {
  const std::string text = text::normalise_label(numeral);
  if (const auto value = arabic_value(text)) return value;
  const std::size_t tens = text.find(ten);
  if (tens == std::string::npos) {
    const std::int32_t value = digit_value(text);
    return value > 0 ? std::optional(value) : std::nullopt;
  }
  const std::string_view before = std::string_view(text).substr(0, tens);
  const std::string_view after = std::string_view(text).substr(tens + ten.size());
  const std::int32_t high = before.empty() ? 1 : digit_value(before);
  const std::int32_t low = digit_value(after);
  if (high == 0 || (low == 0 && !after.empty())) return std::nullopt;
  return high * 10 + low;
}

std::string chinese_ordinal(std::int32_t value) {
  if (value < 1 || value > 99) return std::to_string(value);
  const auto high = static_cast<std::size_t>(value / 10);
  const auto low = static_cast<std::size_t>(value % 10);
  std::string result;
  if (high > 1) result += digits[high];
  if (high > 0) result += ten;
  result += digits[low];
  return result;
}

const std::vector<std::string>& words_of(const Context& context, std::string_view rule, std::string_view list) {
  static const std::vector<std::string> none;
  const standard::RuleSpec* spec = context.standard.rule(rule);
  if (spec == nullptr) return none;
  const auto found = spec->words.find(list);
  return found != spec->words.end() ? found->second : none;
}

bool contains_any(std::string_view text, const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](const std::string& word) { return text.find(word) != std::string_view::npos; });
}

const report::Heading* heading_of(const report::Report& report, const report::Part& part) {
  return part.heading && *part.heading < report.headings.size() ? &report.headings[*part.heading] : nullptr;
}

std::optional<std::size_t> place_in_form(const standard::Form& form, std::string_view section) {
  const auto found = std::find_if(form.sections.begin(), form.sections.end(),
                                  [&](const standard::SectionSpec& spec) { return spec.id == section; });
  if (found == form.sections.end()) return std::nullopt;
  return static_cast<std::size_t>(found - form.sections.begin());
}

text::ByteRange mark_of(const report::Heading& heading) {
  return heading.title.empty() ? heading.line : heading.title;
}

text::ByteRange trimmed(const text::Text& source, text::ByteRange range) {
  const std::string_view text = source.slice(range);
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t step = blank_at(text, begin);
    if (step == 0) break;
    begin += step;
  }
  std::size_t end = text.size();
  while (end > begin) {
    const std::size_t step = blank_before(text, end);
    if (step == 0 || end - step < begin) break;
    end -= step;
  }
  return {static_cast<text::Offset>(range.begin + begin), static_cast<text::Offset>(range.begin + end)};
}

std::string mainland_words(const Context& context, std::string_view text) {
  if (context.report.script == report::Script::simplified) return std::string(text);
  return context.standard.labels->standard_words(text::to_simplified(text));
}

}  // namespace nianbao::rules
