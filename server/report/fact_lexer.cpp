#include "report/fact_lexer.h"

#include <algorithm>
#include <array>
#include <optional>

#include "text/script.h"
#include "text/utf8.h"

namespace nianbao::report {
namespace {

constexpr std::size_t longest_name_bytes = 240;
constexpr std::size_t shortest_organ_bytes = 9;
constexpr int max_digits = 12;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Bytes of the character at the begin of a valid text.
std::size_t step(std::string_view text) {
  return text.empty() ? 0 : text::scalar_at(text, 0).length;
}

struct ReadNumber {
  Decimal value;
  std::size_t size = 0;
  std::int32_t decimals = 0;
};

/// 85, 1,234, 3.5 at the begin of the text; size 0 where there is none, or it is too long for a count.
ReadNumber read_digits(std::string_view text) {
  ReadNumber number;
  std::int64_t whole = 0;
  std::size_t at = 0;
  int digits = 0;
  for (; at < text.size() && (is_digit(text[at]) || text[at] == ','); ++at) {
    if (text[at] == ',') continue;
    if (++digits <= max_digits) whole = whole * 10 + (text[at] - '0');
  }
  std::int64_t place = Decimal::scale;
  std::int64_t fraction = 0;
  if (at + 1 < text.size() && text[at] == '.' && is_digit(text[at + 1])) {
    for (++at; at < text.size() && is_digit(text[at]); ++at) {
      place /= 10;
      fraction += (text[at] - '0') * place;
      ++number.decimals;
    }
  }
  number.size = at;
  number.value = Decimal{digits > max_digits ? -1 : whole * Decimal::scale + fraction};
  return number;
}

/// 十二, 一百零三, 两; nothing for other text. Only as far as the numerals go.
ReadNumber read_numerals(std::string_view text) {
  constexpr std::array<std::string_view, 10> numerals{"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
  ReadNumber number;
  std::int64_t total = 0;
  std::int64_t current = -1;
  int characters = 0;
  for (; number.size < text.size() && characters < 8; ++characters) {
    const std::string_view c = text.substr(number.size, 3);
    const auto found = std::find(numerals.begin(), numerals.end(), c);
    const std::int64_t unit = c == "十" ? 10 : c == "百" ? 100 : c == "千" ? 1000 : 0;
    if (found != numerals.end() || c == "零" || c == "两") {
      const std::int64_t digit = found != numerals.end() ? found - numerals.begin() : c == "两" ? 2 : 0;
      if (current > 0) return {};  // 二〇二一: a year or a list, not a count
      current = digit;
    } else if (unit != 0) {
      total += (current < 0 ? 1 : current) * unit;
      current = -1;
    } else {
      break;
    }
    number.size += 3;
  }
  number.value = Decimal::of(total + std::max<std::int64_t>(current, 0));
  return number;
}

std::optional<FactTokenKind> mark_kind(char32_t c) {
  switch (c) {
    case U'，':
      return FactTokenKind::comma;
    case U'、':
      return FactTokenKind::pause;
    case U'；':
      return FactTokenKind::semicolon;
    case U'：':
      return FactTokenKind::colon;
    case U'。':
    case U'！':
    case U'？':
      return FactTokenKind::stop;
    case U'（':
    case U'【':
    case U'〔':
      return FactTokenKind::open;
    case U'）':
    case U'】':
    case U'〕':
      return FactTokenKind::close;
    default:
      return std::nullopt;
  }
}

/// What numbers in words begin with.
bool is_numeral(char32_t c) {
  switch (c) {
    case U'〇':
    case U'零':
    case U'一':
    case U'二':
    case U'两':
    case U'三':
    case U'四':
    case U'五':
    case U'六':
    case U'七':
    case U'八':
    case U'九':
    case U'十':
    case U'百':
    case U'千':
      return true;
    default:
      return false;
  }
}

/// Bytes of （一） or （12） at the begin of the text, else 0.
std::size_t list_mark(std::string_view text) {
  constexpr std::string_view open = "（";
  constexpr std::string_view close = "）";
  if (!text.starts_with(open)) return 0;
  const std::string_view rest = text.substr(open.size());
  const std::size_t digits =
      is_digit(rest.empty() ? ' ' : rest.front()) ? read_digits(rest).size : read_numerals(rest).size;
  if (digits == 0 || digits > 6 || !rest.substr(digits).starts_with(close)) return 0;
  return open.size() + digits + close.size();
}

/// Bytes of “…” or 《…》 at the begin of the text, which is `c`; else 0.
std::size_t quoted(std::string_view text, char32_t c) {
  const std::string_view close = c == U'“' ? "”" : c == U'《' ? "》" : c == U'「' ? "」" : "";
  if (close.empty()) return 0;
  const std::size_t end = text.substr(0, longest_name_bytes).find(close);
  return end != std::string_view::npos ? end + close.size() : 0;
}

bool starts_with_any(std::string_view text, const std::vector<std::string>& words, std::size_t& size) {
  for (const std::string& word : words) {
    if (!text.starts_with(word)) continue;
    size = word.size();
    return true;
  }
  return false;
}

Precision precision_of(std::string_view word) {
  return word == "以下" || word == "以内"   ? Precision::at_most
         : word == "左右" || word == "上下" ? Precision::about
                                            : Precision::at_least;
}

}  // namespace

FactLexer::FactLexer(const standard::FactWords& words, std::string_view organ) : words_(words) {
  own_.role = standard::WordRole::own;
  own_.counted = false;
  own_.absorbs = true;
  std::string folded;
  for (std::size_t at = 0; at < organ.size();) {
    const text::Scalar scalar = text::scalar_at(organ, at);
    if (scalar.value != ' ' && scalar.value != 0x3000) text::append_utf8(folded, text::simplified_of(scalar.value));
    at += scalar.length;
  }
  for (std::size_t at = 0; folded.size() - at >= shortest_organ_bytes;
       at += step(std::string_view(folded).substr(at))) {
    organ_.push_back(folded.substr(at));
    organ_heads_.insert_head(organ_.back());
  }
}

std::size_t FactLexer::organ_at(std::string_view text) const {
  for (const std::string& name : organ_) {
    if (text.starts_with(name)) return name.size();
  }
  return 0;
}

Precision FactLexer::precision_before(std::string_view text, std::size_t at) const {
  const std::string_view before = text.substr(0, at);
  for (const std::string& word : words_.before_approximate) {
    if (before.ends_with(word)) {
      return word == "约" || word == "近" || word == "大约" || word == "将近" ? Precision::about : Precision::at_least;
    }
  }
  return Precision::exact;
}

/// 年, 月 and 日 behind a number.
void FactLexer::finish_date(std::string_view text, FactToken& token) const {
  const std::int64_t value = token.value.whole();
  const std::string_view rest = text.substr(token.end);
  if (rest.starts_with("年") && token.end - token.begin == 4 && value >= 1900 && value < 2100) {
    token.kind = FactTokenKind::year;
    token.end += 3;
    return;
  }
  if (!rest.starts_with("月") || value > 12) return;
  token.kind = value == 1 || value == 12 ? FactTokenKind::edge : FactTokenKind::moment;
  token.end += 3;
  const ReadNumber day = read_digits(text.substr(token.end));
  if (day.size == 0 || !text.substr(token.end + day.size).starts_with("日")) return;
  const bool edge = (value == 1 && day.value == Decimal::of(1)) || (value == 12 && day.value == Decimal::of(31));
  token.kind = edge ? FactTokenKind::edge : FactTokenKind::moment;
  token.end += static_cast<std::uint32_t>(day.size + 3);
}

/// Multiplier, 余, unit and 左右 behind the digits.
FactToken FactLexer::finish_number(std::string_view text, FactToken token) const {
  token.digits_end = token.end;
  if (token.kind == FactTokenKind::year || token.kind == FactTokenKind::edge || token.kind == FactTokenKind::moment)
    return token;
  if (text.substr(token.end).starts_with("%")) {
    token.kind = FactTokenKind::percent;
    token.end += 1;
    return token;
  }
  token.precision = precision_before(text, token.begin);
  std::size_t size = 0;
  std::uint32_t end = token.end;
  const auto skip_approximate = [&] {
    if (!starts_with_any(text.substr(end), words_.after_approximate, size)) return;
    token.precision = precision_of(text.substr(end, size));
    end += static_cast<std::uint32_t>(size);
  };
  skip_approximate();
  // 1.2万件 is rounded; 万元 is a unit of its own.
  for (const auto& [word, factor] : {std::pair<std::string_view, std::int64_t>{"万", 10'000}, {"亿", 100'000'000}}) {
    if (!text.substr(end).starts_with(word) || text.substr(end + 3).starts_with("元")) continue;
    if (token.value.scaled > 1'000'000'000'000) return token;
    token.value.scaled *= factor;
    end += 3;
    if (token.precision == Precision::exact) token.precision = Precision::about;
    skip_approximate();
  }
  token.unit = words_.unit_at(text.substr(end));
  if (token.unit == nullptr || token.unit->kind == standard::UnitKind::other) {
    token.unit = nullptr;
    return token;
  }
  token.kind = FactTokenKind::count;
  end += static_cast<std::uint32_t>(token.unit->text.size());
  skip_approximate();
  token.end = end;
  return token;
}

FactToken FactLexer::number_at(std::string_view text, std::size_t at) const {
  FactToken token;
  token.begin = static_cast<std::uint32_t>(at);
  const bool ascii = is_digit(text[at]);
  const ReadNumber number = ascii ? read_digits(text.substr(at)) : read_numerals(text.substr(at));
  if (number.size == 0) return token;
  token.kind = FactTokenKind::number;
  token.end = static_cast<std::uint32_t>(at + number.size);
  token.value = number.value;
  token.decimals = number.decimals;
  const std::string_view before = text.substr(0, at);
  const bool ordinal = before.ends_with("第") || before.ends_with("〔");
  const bool letter =
      at > 0 && ((text[at - 1] >= 'a' && text[at - 1] <= 'z') || (text[at - 1] >= 'A' && text[at - 1] <= 'Z'));
  if (ordinal || letter || number.value.scaled < 0) return token;
  if (ascii) finish_date(text, token);
  if (before.ends_with("-")) return token;  // a telephone number, or the end of a range
  token = finish_number(text, token);
  if (!ascii && token.kind != FactTokenKind::count) token.end = token.begin;  // 一 in a word
  return token;
}

FactToken FactLexer::next(std::string_view text, std::size_t at) const {
  const std::string_view rest = text.substr(at);
  const text::Scalar first = text::scalar_at(text, at);
  FactToken token;
  token.begin = static_cast<std::uint32_t>(at);
  const auto sized = [&](FactTokenKind kind, std::size_t size) {
    token.kind = kind;
    token.end = static_cast<std::uint32_t>(at + size);
    return token;
  };
  if (first.value == U'（') {
    if (const std::size_t size = list_mark(rest)) return sized(FactTokenKind::mark, size);
  }
  const bool rare = first.length > 3;  // outside of what a CharacterSet holds
  const std::size_t organ = rare || organ_heads_.contains(first.value) ? organ_at(rest) : 0;
  if (const standard::FactWord* word = words_.word_at(rest)) {
    token.word = organ > word->text.size() ? &own_ : word;
    return sized(FactTokenKind::word, std::max(organ, word->text.size()));
  }
  if (organ > 0) {
    token.word = &own_;
    return sized(FactTokenKind::word, organ);
  }
  if (const std::size_t size = quoted(rest, first.value)) return sized(FactTokenKind::name, size);
  if (const auto kind = mark_kind(first.value)) return sized(*kind, first.length);
  if (is_digit(rest.front()) || is_numeral(first.value)) {
    if (const FactToken number = number_at(text, at); number.end > at) return number;
  }
  return sized(FactTokenKind::unknown, first.length);
}

std::vector<FactToken> FactLexer::read(std::string_view text) const {
  std::vector<FactToken> tokens;
  tokens.reserve(text.size() / 6);
  for (std::size_t at = 0; at < text.size();) {
    const FactToken token = next(text, at);
    const bool grows =
        token.kind == FactTokenKind::unknown && !tokens.empty() && tokens.back().kind == FactTokenKind::unknown;
    if (grows) {
      tokens.back().end = token.end;
    } else {
      tokens.push_back(token);
    }
    at = token.end;
  }
  return tokens;
}

}  // namespace nianbao::report
