#include "cli/line_ends.h"

#include <utility>

namespace nianbao::cli {

void adopt_line_ends(std::string_view source, std::vector<rules::TextEdit>& edits) {
  const std::size_t first = source.find('\n');
  if (first == std::string_view::npos || first == 0 || source[first - 1] != '\r') return;
  for (auto& edit : edits) {
    std::string text;
    for (const char c : edit.new_text) {
      if (c == '\n' && (text.empty() || text.back() != '\r')) text += '\r';
      text += c;
    }
    edit.new_text = std::move(text);
  }
}

}  // namespace nianbao::cli
