// Marks around citations in a folded text.
#include "report/citation_marks.h"

#include <algorithm>

#include "text/utf8.h"

namespace nianbao::report {
namespace {

constexpr std::string_view title_open = "《";
constexpr std::string_view title_close = "》";
constexpr std::size_t longest_title = 450;  // bytes: 150 characters

}  // namespace

std::size_t close_of(std::string_view text, std::size_t open) {
  std::size_t depth = 0;
  const std::size_t limit = std::min(text.size(), open + longest_title);
  for (std::size_t at = open; at < limit;) {
    const std::string_view rest = text.substr(at);
    if (rest.starts_with('\n')) break;
    if (rest.starts_with(title_open)) ++depth;
    if (rest.starts_with(title_close) && --depth == 0) return at + title_close.size();
    at += text::scalar_at(text, at).length;
  }
  return std::string_view::npos;
}

std::size_t remark_end(std::string_view text, std::size_t open) {
  if (!text.substr(open).starts_with('(')) return open;
  std::size_t depth = 0;
  const std::size_t limit = std::min(text.size(), open + longest_remark);
  for (std::size_t at = open; at < limit && text[at] != '\n'; ++at) {
    if (text[at] == '(') ++depth;
    if (text[at] == ')' && --depth == 0) return at + 1;
  }
  return open;
}

}  // namespace nianbao::report
