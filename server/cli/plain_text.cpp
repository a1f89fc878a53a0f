#include "cli/plain_text.h"

#include <algorithm>

namespace nianbao::cli {
namespace {

/// [text](target) at the beginning of the line's rest: its text, and how many bytes the link takes.
bool read_link(std::string_view rest, std::string_view& shown, std::size_t& length) {
  if (!rest.starts_with('[')) return false;
  const std::size_t middle = rest.find("](");
  const std::size_t end = middle == std::string_view::npos ? middle : rest.find(')', middle);
  if (end == std::string_view::npos || rest.substr(1, middle - 1).find('[') != std::string_view::npos) return false;
  shown = rest.substr(1, middle - 1);
  length = end + 1;
  return true;
}

std::string plain_line(std::string_view line) {
  const std::size_t hashes = line.find_first_not_of('#');
  if (hashes != std::string_view::npos && hashes > 0 && hashes <= 6 && line[hashes] == ' ') {
    line.remove_prefix(hashes + 1);
  }
  std::string text;
  for (std::size_t at = 0; at < line.size();) {
    std::string_view shown;
    std::size_t length = 0;
    if (line.substr(at).starts_with("**")) {
      at += 2;
    } else if (line[at] == '`') {
      ++at;
    } else if (read_link(line.substr(at), shown, length)) {
      text += shown;
      at += length;
    } else {
      text += line[at++];
    }
  }
  return text;
}

std::string_view target_of_link(std::string_view link) {
  const std::size_t middle = link.find("](");
  return link.substr(middle + 2, link.size() - middle - 3);
}

}  // namespace

std::string with_outward_links(std::string_view markdown,
                               const std::function<std::string(std::string_view)>& target_of) {
  std::string text;
  for (std::size_t at = 0; at < markdown.size();) {
    std::string_view shown;
    std::size_t length = 0;
    const bool is_link = read_link(markdown.substr(at), shown, length);
    const std::string_view target = is_link ? target_of_link(markdown.substr(at, length)) : std::string_view();
    if (!is_link || !target.starts_with("nianbao:")) {
      text += markdown[at++];
      continue;
    }
    const std::string outward = target_of(target);
    text += outward.empty() ? std::string(shown) : "[" + std::string(shown) + "](" + outward + ")";
    at += length;
  }
  return text;
}

std::string plain_text(std::string_view markdown, const Style& style) {
  std::string text;
  bool in_code = false;
  while (!markdown.empty()) {
    const std::size_t end = std::min(markdown.find('\n'), markdown.size());
    const std::string_view line = markdown.substr(0, end);
    markdown.remove_prefix(std::min(end + 1, markdown.size()));
    if (line.starts_with("```")) {
      in_code = !in_code;
      continue;
    }
    const std::string shown = in_code ? "  " + std::string(line) : plain_line(line);
    text += (!in_code && line.starts_with('#') ? style.paint(Colour::cyan, shown) : shown) + "\n";
  }
  return text;
}

}  // namespace nianbao::cli
