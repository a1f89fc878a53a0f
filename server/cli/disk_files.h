// The file system as the language server may see it: files and folders by URI.
// Must not know what is in them.
#pragma once

#include "workspace/file_provider.h"

namespace nianbao::cli {

class DiskFiles final : public workspace::FileProvider {
 public:
  [[nodiscard]] std::optional<std::string> read(std::string_view uri) override;
  [[nodiscard]] std::optional<workspace::FileHead> head(std::string_view uri) override;
  [[nodiscard]] std::optional<workspace::FolderListing> list(std::string_view folder_uri) override;
};

}  // namespace nianbao::cli
