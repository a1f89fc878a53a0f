// Chinese and Arabic whole numbers inside a text.
#include "text/numeral.h"

#include <array>

#include "text/utf8.h"

namespace nianbao::text {
namespace {

constexpr std::int32_t largest = 9999;
constexpr std::array<std::string_view, 10> digit_names = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};

/// 0…9, or nothing (-1).
std::int32_t arabic_digit(char32_t c) {
  if (c >= U'0' && c <= U'9') return static_cast<std::int32_t>(c - U'0');
  if (c >= 0xFF10 && c <= 0xFF19) return static_cast<std::int32_t>(c - 0xFF10);
  return -1;
}

std::int32_t chinese_digit(char32_t c) {
  constexpr std::u32string_view digits = U"零一二三四五六七八九";
  if (c == U'〇') return 0;
  const std::size_t at = digits.find(c);
  return at == std::u32string_view::npos ? -1 : static_cast<std::int32_t>(at);
}

std::int32_t unit_of(char32_t c) {
  switch (c) {
    case U'十':
      return 10;
    case U'百':
      return 100;
    case U'千':
      return 1000;
    default:
      return 0;
  }
}

/// 36 and 二〇二一 are digits in a row; 三十六 has units.
class Reader {
 public:
  bool take(char32_t c) {
    const std::int32_t arabic = arabic_digit(c);
    const std::int32_t chinese = chinese_digit(c);
    if (arabic < 0 && chinese < 0) return take_unit(unit_of(c));
    const bool is_arabic = arabic >= 0;
    if (started_ && is_arabic != arabic_) return false;
    arabic_ = is_arabic;
    started_ = true;
    digit_ = in_row_ ? digit_ * 10 + (is_arabic ? arabic : chinese) : (is_arabic ? arabic : chinese);
    in_row_ = true;
    return true;
  }
  [[nodiscard]] std::int32_t value() const { return sum_ + digit_; }

 private:
  bool take_unit(std::int32_t unit) {
    if (unit == 0 || (started_ && arabic_)) return false;
    sum_ += (digit_ == 0 ? 1 : digit_) * unit;
    digit_ = 0;
    in_row_ = false;
    started_ = true;
    arabic_ = false;
    return true;
  }

  std::int32_t sum_ = 0;
  std::int32_t digit_ = 0;
  bool in_row_ = false;
  bool started_ = false;
  bool arabic_ = false;
};

}  // namespace

Numeral read_numeral(std::string_view text) {
  Numeral result;
  Reader reader;
  while (result.length < text.size()) {
    const Scalar scalar = scalar_at(text, result.length);
    if (!reader.take(scalar.value)) break;
    result.length += scalar.length;
    if (reader.value() > largest) return {};
  }
  result.value = reader.value();
  return result;
}

std::string chinese_numeral(std::int32_t number) {
  if (number <= 0 || number > 999) return std::to_string(number);
  const auto digit = [](std::int32_t value) { return std::string(digit_names[static_cast<std::size_t>(value)]); };
  std::string out;
  const std::int32_t hundreds = number / 100;
  const std::int32_t tens = number / 10 % 10;
  const std::int32_t ones = number % 10;
  if (hundreds > 0) out += digit(hundreds) + "百";
  if (tens > 0) {
    if (tens > 1 || hundreds > 0) out += digit(tens);
    out += "十";
  } else if (hundreds > 0 && ones > 0) {
    out += digit_names[0];
  }
  if (ones > 0) out += digit(ones);
  return out;
}

}  // namespace nianbao::text
