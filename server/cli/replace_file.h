// Replaces a file's content at once: a reader sees the old bytes or the new ones, never half of them.
// Must not know what is written.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace nianbao::cli {

enum class WriteFailure : std::uint8_t {
  none,
  read_only,
  no_folder,  ///< the folder to write into is not there
  folder_not_writable,
  folder,  ///< what stands there is a folder
  not_a_file,
  io
};

/// Writes a temporary file in the same folder and renames it over the old one, whose mode is kept. A link stays a link:
/// its target is replaced. A read-only file is left alone. A file that is not there is made.
[[nodiscard]] WriteFailure replace_file(const std::string& path, std::string_view bytes);

}  // namespace nianbao::cli
