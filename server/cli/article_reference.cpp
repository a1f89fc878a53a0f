#include "cli/article_reference.h"

#include <array>
#include <utility>

#include "text/normalise.h"

namespace nianbao::cli {
namespace {

constexpr std::array<std::string_view, 10> digits = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
constexpr std::int32_t largest = 9999;

std::optional<std::int32_t> read_arabic(std::string_view text) {
  std::int32_t value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
    if (value > largest) return std::nullopt;
  }
  return text.empty() ? std::nullopt : std::optional(value);
}

bool take(std::string_view& text, std::string_view what) {
  if (!text.starts_with(what)) return false;
  text.remove_prefix(what.size());
  return true;
}

/// 第…unit at the beginning of the text: the number in between.
std::optional<std::int32_t> take_ordinal(std::string_view& text, std::string_view unit) {
  std::string_view rest = text;
  take(rest, "第");
  const std::size_t end = rest.find(unit);
  if (end == std::string_view::npos) return std::nullopt;
  std::string_view word = rest.substr(0, end);
  if (word.starts_with("(") && word.ends_with(")")) word = word.substr(1, word.size() - 2);
  const auto number = read_number_word(word);
  if (number) text = rest.substr(end + unit.size());
  return number;
}

}  // namespace

std::optional<std::int32_t> read_number_word(std::string_view text) {
  if (const auto arabic = read_arabic(text)) return arabic;
  static constexpr std::array<std::pair<std::string_view, std::int32_t>, 3> units = {
      {{"千", 1000}, {"百", 100}, {"十", 10}}};
  std::int32_t sum = 0;
  std::optional<std::int32_t> pending;
  while (!text.empty()) {
    bool known = false;
    for (std::size_t digit = 0; digit < digits.size() && !known; ++digit) {
      if (take(text, digits[digit]) || (digit == 0 && take(text, "〇"))) {
        pending = static_cast<std::int32_t>(digit);
        known = true;
      }
    }
    for (const auto& [unit, factor] : units) {
      if (known || !take(text, unit)) continue;
      sum += pending.value_or(1) * factor;
      pending.reset();
      known = true;
    }
    if (!known || sum > largest) return std::nullopt;
  }
  const std::int32_t value = sum + pending.value_or(0);
  return value > 0 ? std::optional(value) : std::nullopt;
}

std::optional<ArticleReference> read_article_reference(std::string_view text) {
  const std::string normal = text::normalise_label(text);
  std::string_view rest = normal;
  ArticleReference reference;
  if (const auto alone = read_number_word(rest)) {
    reference.article = *alone;
    return reference;
  }
  std::size_t begin = rest.find("第");
  if (begin == std::string_view::npos) begin = 0;
  std::string law(rest.substr(0, begin));
  for (const std::string_view mark : {"《", "》", "<", ">", "〈", "〉"}) {
    for (std::size_t at = law.find(mark); at != std::string::npos; at = law.find(mark)) law.erase(at, mark.size());
  }
  reference.law = std::move(law);
  rest.remove_prefix(begin);
  const auto article = take_ordinal(rest, "条");
  if (!article) return std::nullopt;
  reference.article = *article;
  if (const auto paragraph = take_ordinal(rest, "款")) reference.paragraph = *paragraph;
  if (const auto item = take_ordinal(rest, "项")) reference.item = *item;
  return rest.empty() ? std::optional(reference) : std::nullopt;
}

}  // namespace nianbao::cli
