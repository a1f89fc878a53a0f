#include "report/html_tokens.h"

#include <algorithm>
#include <array>
#include <utility>

#include "text/utf8.h"

namespace nianbao::report {
namespace {

constexpr std::size_t longest_reference = 12;

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}
bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

std::string utf8_of(std::uint32_t code) {
  std::string out;
  text::append_utf8(out, code == 0 ? text::replacement_character : static_cast<char32_t>(code));
  return out;
}

std::optional<std::uint32_t> numeric_reference(std::string_view digits) {
  const bool hex = !digits.empty() && lower(digits.front()) == 'x';
  if (hex) digits.remove_prefix(1);
  if (digits.empty()) return std::nullopt;
  std::uint32_t code = 0;
  for (const char c : digits) {
    std::uint32_t digit = 0;
    if (c >= '0' && c <= '9') {
      digit = static_cast<std::uint32_t>(c - '0');
    } else if (hex && lower(c) >= 'a' && lower(c) <= 'f') {
      digit = static_cast<std::uint32_t>(lower(c) - 'a') + 10;
    } else {
      return std::nullopt;
    }
    code = std::min<std::uint32_t>(code * (hex ? 16 : 10) + digit, 0x110000);
  }
  return code;
}

}  // namespace

std::optional<CharacterReference> character_reference(std::string_view text) {
  if (text.empty() || text.front() != '&') return std::nullopt;
  const auto end = text.substr(0, longest_reference).find(';');
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view name = text.substr(1, end - 1);
  if (!name.empty() && name.front() == '#') {
    const auto code = numeric_reference(name.substr(1));
    if (!code) return std::nullopt;
    return CharacterReference{utf8_of(*code), end + 1};
  }
  constexpr std::array<std::pair<std::string_view, std::string_view>, 16> named{{{"nbsp", "\xC2\xA0"},
                                                                                 {"amp", "&"},
                                                                                 {"lt", "<"},
                                                                                 {"gt", ">"},
                                                                                 {"quot", "\""},
                                                                                 {"apos", "'"},
                                                                                 {"ldquo", "“"},
                                                                                 {"rdquo", "”"},
                                                                                 {"lsquo", "‘"},
                                                                                 {"rsquo", "’"},
                                                                                 {"mdash", "—"},
                                                                                 {"ndash", "–"},
                                                                                 {"hellip", "…"},
                                                                                 {"middot", "·"},
                                                                                 {"ensp", "\xE2\x80\x82"},
                                                                                 {"emsp", "\xE2\x80\x83"}}};
  for (const auto& [key, value] : named) {
    if (name == key) return CharacterReference{std::string(value), end + 1};
  }
  return std::nullopt;
}

std::uint32_t span_attribute(std::string_view attributes, std::string_view name, std::uint32_t limit) {
  std::string folded(attributes);
  std::transform(folded.begin(), folded.end(), folded.begin(), lower);
  std::size_t at = folded.find(name);
  if (at == std::string::npos) return 1;
  at += name.size();
  while (at < folded.size() && (is_space(folded[at]) || folded[at] == '=' || folded[at] == '"' || folded[at] == '\'')) {
    ++at;
  }
  std::uint32_t value = 0;
  for (; at < folded.size() && folded[at] >= '0' && folded[at] <= '9'; ++at) {
    value = std::min<std::uint32_t>(value * 10 + static_cast<std::uint32_t>(folded[at] - '0'), limit);
  }
  return std::max<std::uint32_t>(value, 1);
}

std::optional<HtmlToken> HtmlTokens::next() {
  if (at_ >= end_) return std::nullopt;
  if (auto token = tag()) return token;
  const text::Offset begin = at_;
  const std::string_view rest = source_.substr(0, end_);
  auto stop = rest.find('<', begin + 1);
  if (stop == std::string_view::npos) stop = end_;
  at_ = static_cast<text::Offset>(stop);
  return HtmlToken{HtmlTokenKind::text, {begin, at_}, {}, {}};
}

std::optional<HtmlToken> HtmlTokens::tag() {
  const std::string_view rest = source_.substr(at_, end_ - at_);
  if (rest.size() < 3 || rest.front() != '<') return std::nullopt;
  const text::Offset begin = at_;
  if (rest.starts_with("<!--")) {
    const auto close = rest.find("-->", 4);
    at_ = close == std::string_view::npos ? end_ : begin + static_cast<text::Offset>(close) + 3;
    return HtmlToken{HtmlTokenKind::comment, {begin, at_}, {}, {}};
  }
  const bool closing = rest[1] == '/';
  const bool declaration = rest[1] == '!' || rest[1] == '?';
  std::size_t i = closing || declaration ? 2 : 1;
  if (!declaration && (i >= rest.size() || !is_letter(rest[i]))) return std::nullopt;
  HtmlToken token;
  token.kind = declaration ? HtmlTokenKind::comment : closing ? HtmlTokenKind::close_tag : HtmlTokenKind::open_tag;
  while (i < rest.size() && (is_letter(rest[i]) || (rest[i] >= '0' && rest[i] <= '9') || rest[i] == ':')) {
    token.name += lower(rest[i++]);
  }
  const std::size_t attributes = i;
  char quote = 0;
  // A quote that is never closed must not swallow the page: it ends at the next tag's beginning.
  while (i < rest.size() && (quote != 0 || rest[i] != '>')) {
    if (quote != 0 && rest[i] == quote) {
      quote = 0;
    } else if (quote == 0 && (rest[i] == '"' || rest[i] == '\'')) {
      quote = rest[i];
    } else if (rest[i] == '<') {
      break;
    }
    ++i;
  }
  token.attributes = rest.substr(attributes, i - attributes);
  at_ = begin + static_cast<text::Offset>(i < rest.size() && rest[i] == '>' ? i + 1 : i);
  token.range = {begin, at_};
  if (token.kind == HtmlTokenKind::open_tag) skip_raw_text(token);
  return token;
}

void HtmlTokens::skip_raw_text(HtmlToken& token) {
  if (token.name != "script" && token.name != "style") return;
  // Raw text elements end at their own closing tag only (HTML Living Standard 13.1.2).
  for (std::size_t at = at_; at + 2 < end_; ++at) {
    if (source_[at] != '<' || source_[at + 1] != '/') continue;
    const std::string_view name = source_.substr(at + 2, token.name.size());
    if (std::equal(name.begin(), name.end(), token.name.begin(), token.name.end(),
                   [](char a, char b) { return lower(a) == b; })) {
      at_ = static_cast<text::Offset>(at);
      token = {HtmlTokenKind::comment, {token.range.begin, at_}, {}, {}};
      return;
    }
  }
  at_ = end_;
  token = {HtmlTokenKind::comment, {token.range.begin, at_}, {}, {}};
}

}  // namespace nianbao::report
