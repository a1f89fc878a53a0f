// Files that are not open in the editor, by URI: the only way in which workspace/ sees a file. A port brings one.
// Must not know paths or the file system.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao::workspace {

struct FolderEntry {
  std::string uri;
  bool is_folder = false;
};

struct FolderListing {
  /// The same for every way to the folder, so that links in a circle are seen.
  std::string identity;
  /// By name. Folders, and files that may be reports by their ending; hidden ones are left out.
  std::vector<FolderEntry> entries;
};

struct FileHead {
  std::string text;  ///< the first 4 KB in UTF-8; empty where they are no text
  std::size_t size = 0;
};

class FileProvider {
 public:
  FileProvider() = default;
  FileProvider(const FileProvider&) = delete;
  FileProvider& operator=(const FileProvider&) = delete;
  virtual ~FileProvider() = default;

  /// The file's text in UTF-8; nothing where there is none or it cannot be read.
  [[nodiscard]] virtual std::optional<std::string> read(std::string_view uri) = 0;
  /// Nothing where the file is gone or cannot be read.
  [[nodiscard]] virtual std::optional<FileHead> head(std::string_view uri);
  /// Nothing where there is no such folder, it cannot be read, or the port does not show folders.
  [[nodiscard]] virtual std::optional<FolderListing> list(std::string_view folder_uri);
};

}  // namespace nianbao::workspace
