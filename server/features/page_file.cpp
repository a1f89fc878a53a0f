// Addresses of pages and the way from one file to another. Must not know what a page says.
#include "features/page_file.h"

#include <algorithm>

namespace nianbao::features {
namespace {

constexpr std::string_view scheme = "nianbao:/";
constexpr std::string_view link_opening = "](nianbao:/";

/// entries/2021/t3_granted.md, seen from law/711.md: ../entries/2021/t3_granted.md.
std::string relative_to(std::string_view from, std::string_view target) {
  const auto parting = std::ranges::mismatch(from, target);
  std::size_t shared = static_cast<std::size_t>(parting.in1 - from.begin());
  while (shared > 0 && from[shared - 1] != '/') --shared;
  std::string out;
  for (const char c : from.substr(shared)) {
    if (c == '/') out += "../";
  }
  return out + std::string(target.substr(shared));
}

}  // namespace

PageFile page_file(std::string_view uri, std::string_view text) {
  PageFile file;
  file.name = uri.substr(std::min(scheme.size(), uri.size()));
  for (std::size_t link = text.find(link_opening); link != std::string_view::npos; link = text.find(link_opening)) {
    const std::size_t target = link + link_opening.size();
    const std::size_t end = text.find(')', target);
    if (end == std::string_view::npos) break;
    const std::string_view name = text.substr(target, end - target);
    const std::string address = std::string(scheme) + std::string(name.substr(0, name.find('#')));
    file.text += text.substr(0, link + 2);
    file.text += relative_to(file.name, name);
    if (std::ranges::find(file.linked, address) == file.linked.end()) file.linked.push_back(address);
    text.remove_prefix(end);
  }
  file.text += text;
  return file;
}

}  // namespace nianbao::features
