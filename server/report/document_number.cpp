// Document numbers (发文字号) in right and wrong brackets.
#include "report/document_number.h"

#include <array>
#include <utility>

#include "report/law_names.h"
#include "text/script.h"
#include "text/utf8.h"

namespace nianbao::report {
namespace {

constexpr std::size_t longest_prefix = 16;  // characters; 国办公开办函 has six
constexpr std::size_t most_digits = 5;
constexpr std::int32_t first_year = 1949;
constexpr std::int32_t last_year = 2099;
constexpr std::string_view right_open = "〔";
constexpr std::string_view right_close = "〕";
constexpr std::array<std::string_view, 6> closings = {"〕", "]", ")", "】", "］", "﹞"};
constexpr std::array<std::string_view, 6> openings = {"〔", "[", "(", "【", "［", "﹝"};

template <std::size_t N>
std::size_t length_of_any(std::string_view text, const std::array<std::string_view, N>& words) {
  for (const std::string_view word : words) {
    if (text.starts_with(word)) return word.size();
  }
  return 0;
}

std::size_t digits_at(std::string_view text) {
  std::size_t count = 0;
  while (count < text.size() && text[count] >= '0' && text[count] <= '9') ++count;
  return count;
}

std::int32_t value_of(std::string_view digits) {
  std::int32_t value = 0;
  for (const char digit : digits) value = value * 10 + (digit - '0');
  return value;
}

/// Han characters before the bracket, without the words that lead to the number.
std::size_t prefix_begin(std::string_view text, std::size_t open, std::size_t from,
                         const standard::CitationWords& words) {
  std::size_t begin = open;
  for (std::size_t count = 0; count < longest_prefix && begin > from; ++count) {
    const std::size_t before = text::scalar_begin(text, begin - 1);
    const char32_t c = text::scalar_at(text, before).value;
    if (!text::is_ideograph(c)) break;
    if (count > 0 && ends_in_any(text.substr(from, begin - from), words.number_openings)) break;
    begin = before;
  }
  return begin;
}

}  // namespace

std::optional<ParsedNumber> read_document_number(std::string_view text, std::size_t open, std::size_t from,
                                                 const standard::CitationWords& words) {
  ParsedNumber number;
  number.begin = open;
  std::size_t at = open + length_of_any(text.substr(open), openings);
  if (at == open || digits_at(text.substr(at)) != 4) return std::nullopt;
  number.year = value_of(text.substr(at, 4));
  at += 4;
  const std::size_t close = length_of_any(text.substr(at), closings);
  if (close == 0 || number.year < first_year || number.year > last_year) return std::nullopt;
  at += close;

  number.prefix = prefix_begin(text, open, from, words);
  const std::string_view prefix = text.substr(number.prefix, open - number.prefix);
  const bool ordinal = text.substr(at).starts_with("第");
  if (ordinal) at += std::string_view("第").size();
  const std::size_t digits = digits_at(text.substr(at));
  if (digits == 0 || digits > most_digits) return std::nullopt;
  const std::int32_t serial = value_of(text.substr(at, digits));
  at += digits;
  if (!text.substr(at).starts_with("号") || serial == 0) return std::nullopt;
  number.end = at + std::string_view("号").size();
  // Cases of courts, houses of a street; and 公告〔2021〕第5号, where the 第 is usual.
  if (prefix.empty() || ends_in_any(prefix, words.other_numbers)) return std::nullopt;
  const bool keeps_ordinal = ordinal && ends_in_any(prefix, words.numbers_with_ordinal);
  number.bracket = std::string(right_open) + std::to_string(number.year) + std::string(right_close) +
                   (keeps_ordinal ? "第" : "") + std::to_string(serial) + "号";
  number.irregular = text.substr(open, number.end - open) != number.bracket;
  return number;
}

}  // namespace nianbao::report
