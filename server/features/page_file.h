// A page of ours as a file among others: its links lead from file to file, as editors without our scheme follow them.
// Must not know where the files lie or what a page says.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace nianbao::features {

struct PageFile {
  std::string name;                 ///< below the folder of all pages: law/711.md
  std::string text;                 ///< Markdown with relative links
  std::vector<std::string> linked;  ///< URIs of the pages that the links lead to, each once
};

/// `uri` is a page's address (nianbao:/law/711.md), `text` its Markdown.
[[nodiscard]] PageFile page_file(std::string_view uri, std::string_view text);

}  // namespace nianbao::features
