// Whether ** in Markdown is read as bold (CommonMark 6.2): Chinese text has few spaces, so that a mark beside
// punctuation or a full-width space easily stays on the screen as two asterisks.
#pragma once

#include <string>
#include <string_view>

#include "text/script.h"
#include "text/utf8.h"

namespace nianbao::test {

enum class Beside { edge_or_space, letter, punctuation };

inline Beside beside(char32_t c) {
  if (c == 0 || c == ' ' || c == '\n' || c == 0x3000) return Beside::edge_or_space;
  const bool ascii_letter = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  return ascii_letter || text::is_ideograph(c) ? Beside::letter : Beside::punctuation;
}

/// The first ** that opens or closes nothing, with what stands around it; empty if there is none.
inline std::string dead_bold_mark(std::string_view markdown) {
  constexpr std::string_view mark = "**";
  bool opens = true;
  bool code = false;
  for (std::size_t at = 0; at < markdown.size(); ++at) {
    if (markdown[at] == '`') code = !code;
    if (markdown[at] == '\n') opens = true;
    if (code || !markdown.substr(at).starts_with(mark)) continue;
    const std::size_t end = at + mark.size();
    const std::size_t front = at == 0 ? 0 : text::scalar_begin(markdown, at - 1);
    const Beside before = beside(at == 0 ? 0 : text::scalar_at(markdown, front).value);
    const Beside behind = beside(end == markdown.size() ? 0 : text::scalar_at(markdown, end).value);
    const Beside inside = opens ? behind : before;
    const Beside outside = opens ? before : behind;
    const bool works = inside == Beside::letter || (inside == Beside::punctuation && outside != Beside::letter);
    if (!works) {
      const std::size_t from = text::scalar_begin(markdown, at - std::min<std::size_t>(at, 40));
      return std::string(markdown.substr(from, end + 40 - from));
    }
    opens = !opens;
    at = end - 1;
  }
  return {};
}

}  // namespace nianbao::test
