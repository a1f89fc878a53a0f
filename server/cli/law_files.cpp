#include "cli/law_files.h"

#include <algorithm>
#include <filesystem>
#include <sstream>
#include <system_error>

#include "cli/files.h"
#include "cli/user_folder.h"
#include "text/decode.h"
#include "text/uri.h"

namespace nianbao::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_files = 500;  // of one folder; a province has some dozens

bool is_text(const fs::path& path) {
  const std::string extension = to_utf8(path.extension());
  return extension == ".md" || extension == ".txt";
}

void read_folder(const fs::path& folder, std::vector<workspace::LawFile>& files) {
  std::error_code error;
  std::vector<fs::path> paths;
  fs::directory_iterator entries(folder, fs::directory_options::skip_permission_denied, error);
  for (; !error && entries != fs::directory_iterator() && paths.size() < most_files; entries.increment(error)) {
    std::error_code ignored;
    if (entries->is_regular_file(ignored) && is_text(entries->path())) paths.push_back(entries->path());
  }
  std::sort(paths.begin(), paths.end());
  for (const fs::path& path : paths) {
    std::istringstream nothing;
    const auto bytes = read_source(Source{to_utf8(path)}, nothing);
    const auto decoded = bytes ? text::decode(*bytes) : tl::unexpected(text::DecodeError::binary);
    if (!decoded) continue;
    std::error_code ignored;
    const std::string absolute = to_utf8(fs::absolute(path, ignored));
    files.push_back({text::uri_of_path(absolute), to_utf8(path.filename()), decoded->utf8});
  }
}

}  // namespace

std::string law_folder(const Environment& environment) {
  const std::string base = user_folder(environment, "XDG_DATA_HOME", ".local/share");
  return base.empty() ? base : base + "/nianbao/law";
}

std::vector<workspace::LawFile> read_law_files(const std::string& library, const std::vector<std::string>& folders) {
  std::vector<workspace::LawFile> files;
  if (!library.empty()) read_folder(to_path(library), files);
  for (const std::string& folder : folders) read_folder(to_path(folder), files);
  return files;
}

}  // namespace nianbao::cli
