// What a port that shows single files only says of heads and folders.
#include "workspace/file_provider.h"

#include <utility>

namespace nianbao::workspace {

std::optional<FileHead> FileProvider::head(std::string_view uri) {
  std::optional<std::string> text = read(uri);
  if (!text) return std::nullopt;
  const std::size_t size = text->size();
  return FileHead{std::move(*text), size};
}

std::optional<FolderListing> FileProvider::list(std::string_view) {
  return std::nullopt;
}

}  // namespace nianbao::workspace
