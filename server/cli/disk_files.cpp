#include "cli/disk_files.h"

#include <algorithm>
#include <filesystem>
#include <sstream>
#include <system_error>
#include <utility>

#include "cli/files.h"
#include "text/decode.h"
#include "text/uri.h"

namespace nianbao::cli {

std::optional<std::string> DiskFiles::read(std::string_view uri) {
  const auto path = text::path_of_uri(uri);
  if (!path) return std::nullopt;
  // A pipe or a device under a settings file's name would keep the server waiting for ever.
  std::error_code error;
  if (!std::filesystem::is_regular_file(to_path(*path), error)) return std::nullopt;
  std::istringstream nothing;
  const auto bytes = read_source({*path}, nothing);
  if (!bytes) return std::nullopt;
  auto decoded = text::decode(*bytes);
  if (!decoded) return std::nullopt;
  return std::move(decoded->utf8);
}

std::optional<workspace::FileHead> DiskFiles::head(std::string_view uri) {
  const auto path = text::path_of_uri(uri);
  std::error_code error;
  if (!path || !std::filesystem::is_regular_file(to_path(*path), error)) return std::nullopt;
  const std::uintmax_t size = std::filesystem::file_size(to_path(*path), error);
  if (error) return std::nullopt;
  return workspace::FileHead{read_head(*path), static_cast<std::size_t>(size)};
}

std::optional<workspace::FolderListing> DiskFiles::list(std::string_view folder_uri) {
  namespace fs = std::filesystem;
  const auto path = text::path_of_uri(folder_uri);
  std::error_code error;
  if (!path || !fs::is_directory(to_path(*path), error)) return std::nullopt;
  workspace::FolderListing listing;
  listing.identity = to_utf8(fs::canonical(to_path(*path), error));
  if (error) return std::nullopt;
  fs::directory_iterator entries(to_path(*path), fs::directory_options::skip_permission_denied, error);
  for (; !error && entries != fs::directory_iterator(); entries.increment(error)) {
    const std::string name = to_utf8(entries->path().filename());
    if (name.starts_with(".") || name == "node_modules") continue;
    std::error_code ignored;
    const bool folder = entries->is_directory(ignored);
    if (!folder && !is_report_name(name)) continue;
    listing.entries.push_back({text::uri_of_path(to_utf8(entries->path())), folder});
  }
  std::sort(listing.entries.begin(), listing.entries.end(),
            [](const workspace::FolderEntry& a, const workspace::FolderEntry& b) { return a.uri < b.uri; });
  return listing;
}

}  // namespace nianbao::cli
