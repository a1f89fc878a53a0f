#include "report/number.h"

#include <array>

#include <fmt/format.h>

namespace nianbao::report {
namespace {

constexpr int max_whole_digits = 12;
constexpr int max_decimals = 6;

struct Replacement {
  std::string_view from;
  std::string_view to;
};

/// Characters of numbers that exist in a full-width or typographic shape.
constexpr std::array<Replacement, 18> wide_shapes{{{"０", "0"},
                                                   {"１", "1"},
                                                   {"２", "2"},
                                                   {"３", "3"},
                                                   {"４", "4"},
                                                   {"５", "5"},
                                                   {"６", "6"},
                                                   {"７", "7"},
                                                   {"８", "8"},
                                                   {"９", "9"},
                                                   {"．", "."},
                                                   {"，", ","},
                                                   {"－", "-"},
                                                   {"＋", "+"},
                                                   {"−", "-"},
                                                   {"　", ""},
                                                   {"\xC2\xA0", ""},
                                                   {"／", "/"}}};

/// By first byte: nearly every character is passed over with one look.
constexpr std::array<bool, 256> begins_wide_shape = [] {
  std::array<bool, 256> begins{};
  for (const Replacement& shape : wide_shapes) begins[static_cast<unsigned char>(shape.from.front())] = true;
  return begins;
}();

constexpr std::array<std::string_view, 12> placeholders{"/",  "-",   "—",   "——", "–",  "无",
                                                        "無", "N/A", "n/a", "NA", "--", "\\"};

constexpr std::array<std::string_view, 19> units{"万元", "萬元", "亿元", "億元", "元", "人次", "件次", "件", "条", "條",
                                                 "项",   "項",   "个",   "個",   "次", "篇",   "份",   "人", "宗"};

struct Sign {
  std::string_view word;
  bool negative;
};
constexpr std::array<Sign, 6> sign_words{
    {{"增加", false}, {"减少", true}, {"減少", true}, {"增", false}, {"减", true}, {"減", true}}};

constexpr std::array<std::string_view, 4> approximate_prefixes{"约", "約", "近", "超"};
constexpr std::array<std::string_view, 6> approximate_suffixes{"余", "餘", "多", "左右", "以上", "+"};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

struct Shaped {
  std::string text;
  bool wide = false;
};

Shaped to_ascii_shapes(std::string_view text) {
  Shaped result;
  while (!text.empty()) {
    if (!begins_wide_shape[static_cast<unsigned char>(text.front())]) {
      if (text.front() != ' ') result.text += text.front();
      text.remove_prefix(1);
      continue;
    }
    bool replaced = false;
    for (const auto& [from, to] : wide_shapes) {
      if (text.starts_with(from)) {
        result.text += to;
        result.wide = true;
        text.remove_prefix(from.size());
        replaced = true;
        break;
      }
    }
    if (replaced) continue;
    result.text += text.front();
    text.remove_prefix(1);
  }
  return result;
}

struct Plain {
  Decimal value;
  bool padded = false;
  bool plus = false;
  bool thousands = false;
};

/// [+-]digits[,ddd…][.digits]; nothing else.
std::optional<Plain> parse_plain(std::string_view text) {
  Plain result;
  bool negative = false;
  if (!text.empty() && (text.front() == '-' || text.front() == '+')) {
    negative = text.front() == '-';
    result.plus = text.front() == '+';
    text.remove_prefix(1);
  }
  std::int64_t whole = 0;
  int digits = 0;
  int group = -1;  // digits since the last comma; -1 before the first one
  std::size_t i = 0;
  for (; i < text.size() && text[i] != '.'; ++i) {
    if (text[i] == ',') {
      if (digits == 0 || (group >= 0 ? group != 3 : digits > 3)) return std::nullopt;
      group = 0;
      result.thousands = true;
      continue;
    }
    if (!is_digit(text[i]) || ++digits > max_whole_digits) return std::nullopt;
    if (group >= 0) ++group;
    whole = whole * 10 + (text[i] - '0');
  }
  if (digits == 0 || (group >= 0 && group != 3)) return std::nullopt;
  result.padded = !result.thousands && digits > 1 && text.front() == '0';
  std::int64_t fraction = 0;
  std::int64_t unit = Decimal::scale;
  if (i < text.size()) {
    int decimals = 0;
    for (++i; i < text.size(); ++i) {
      if (!is_digit(text[i])) return std::nullopt;
      if (++decimals > max_decimals) continue;
      unit /= 10;
      fraction += unit * (text[i] - '0');
    }
    if (decimals == 0) return std::nullopt;
    result.padded = result.padded || text.back() == '0';
  }
  result.value.scaled = whole * Decimal::scale + fraction;
  if (negative) result.value.scaled = -result.value.scaled;
  return result;
}

NumberReading plain_reading(const Plain& plain, bool wide) {
  NumberReading reading;
  reading.value = plain.value;
  reading.form = wide              ? NumberForm::full_width
                 : plain.thousands ? NumberForm::thousands
                 : plain.plus      ? NumberForm::plus_sign
                 : plain.padded    ? NumberForm::padded
                                   : NumberForm::plain;
  return reading;
}

int chinese_digit(std::string_view c) {
  constexpr std::array<std::string_view, 10> digits{"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (c == digits[i]) return static_cast<int>(i);
  }
  if (c == "〇") return 0;
  if (c == "两" || c == "兩") return 2;
  return -1;
}

/// 十二, 一百零三, 二〇; nothing above 9999.
std::optional<std::int64_t> parse_chinese(std::string_view text) {
  if (text.empty() || text.size() % 3 != 0 || text.size() > 27) return std::nullopt;
  std::int64_t total = 0;
  std::int64_t current = 0;
  bool any_unit = false;
  int digits = 0;
  for (std::size_t i = 0; i < text.size(); i += 3) {
    const std::string_view c = text.substr(i, 3);
    const std::int64_t unit = c == "十" ? 10 : c == "百" ? 100 : c == "千" ? 1000 : 0;
    if (unit != 0) {
      total += (current == 0 && i == 0 ? 1 : current) * unit;
      current = 0;
      any_unit = true;
      continue;
    }
    const int digit = chinese_digit(c);
    if (digit < 0) return std::nullopt;
    current = any_unit ? digit : current * 10 + digit;
    ++digits;
  }
  if (!any_unit && digits > 4) return std::nullopt;
  return total + current;
}

std::optional<NumberReading> parse_with_unit(std::string_view ascii) {
  for (const std::string_view unit : units) {
    if (ascii.size() <= unit.size() || !ascii.ends_with(unit)) continue;
    if (const auto plain = parse_plain(ascii.substr(0, ascii.size() - unit.size()))) {
      return NumberReading{NumberForm::with_unit, plain->value, std::string(unit)};
    }
    return std::nullopt;
  }
  return std::nullopt;
}

std::optional<NumberReading> parse_in_words(std::string_view ascii) {
  for (const auto& [word, negative] : sign_words) {
    if (!ascii.starts_with(word)) continue;
    const auto plain = parse_plain(ascii.substr(word.size()));
    if (!plain || plain->value.scaled < 0) return std::nullopt;
    return NumberReading{NumberForm::in_words, negative ? Decimal{-plain->value.scaled} : plain->value, {}};
  }
  return std::nullopt;
}

std::optional<NumberReading> parse_approximate(std::string_view ascii) {
  bool approximate = false;
  for (const std::string_view prefix : approximate_prefixes) {
    if (ascii.starts_with(prefix)) {
      ascii.remove_prefix(prefix.size());
      approximate = true;
      break;
    }
  }
  for (const std::string_view suffix : approximate_suffixes) {
    if (ascii.ends_with(suffix)) {
      ascii.remove_suffix(suffix.size());
      approximate = true;
      break;
    }
  }
  if (!approximate) return std::nullopt;
  const auto plain = parse_plain(ascii);
  if (!plain) return std::nullopt;
  return NumberReading{NumberForm::approximate, plain->value, {}};
}

}  // namespace

std::string to_string(Decimal value) {
  const bool negative = value.scaled < 0;
  const std::int64_t magnitude = negative ? -value.scaled : value.scaled;
  std::string text = fmt::format("{}{}", negative ? "-" : "", magnitude / Decimal::scale);
  const std::int64_t fraction = magnitude % Decimal::scale;
  if (fraction != 0) {
    std::string decimals = fmt::format("{:06}", fraction);
    decimals.erase(decimals.find_last_not_of('0') + 1);
    text += '.' + decimals;
  }
  return text;
}

NumberReading read_number(std::string_view text) {
  // The ordinary case: a few ASCII digits.
  if (const auto plain = parse_plain(text)) return plain_reading(*plain, false);
  const Shaped shaped = to_ascii_shapes(text);
  for (const std::string_view placeholder : placeholders) {
    if (shaped.text == placeholder) return {NumberForm::placeholder, std::nullopt, {}};
  }
  if (const auto plain = parse_plain(shaped.text)) return plain_reading(*plain, shaped.wide);
  if (auto reading = parse_with_unit(shaped.text)) return *reading;
  if (auto reading = parse_in_words(shaped.text)) return *reading;
  if (const auto value = parse_chinese(shaped.text)) return {NumberForm::chinese, Decimal::of(*value), {}};
  if (auto reading = parse_approximate(shaped.text)) return *reading;
  return {};
}

}  // namespace nianbao::report
