// Files that are not open in the editor, by URI: the only way in which workspace/ sees a file. A port brings one.
// Must not know paths or the file system.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace nianbao::workspace {

class FileProvider {
 public:
  FileProvider() = default;
  FileProvider(const FileProvider&) = delete;
  FileProvider& operator=(const FileProvider&) = delete;
  virtual ~FileProvider() = default;

  /// The file's text in UTF-8; nothing where there is none or it cannot be read.
  [[nodiscard]] virtual std::optional<std::string> read(std::string_view uri) = 0;
};

}  // namespace nianbao::workspace
