#include "cli/page_cache.h"

#include <filesystem>
#include <sstream>
#include <system_error>

#include "cli/files.h"
#include "cli/replace_file.h"
#include "cli/user_folder.h"
#include "text/uri.h"

namespace nianbao::cli {

namespace fs = std::filesystem;

std::string page_folder(const Environment& environment) {
  const std::string base = user_folder(environment, "XDG_CACHE_HOME", ".cache");
  return base.empty() ? base : base + "/nianbao/pages";
}

std::string keep_page(const std::string& folder, const std::string& name, const std::string& text) {
  const fs::path relative = to_path(name).lexically_normal();
  if (folder.empty() || relative.empty() || relative.is_absolute() || *relative.begin() == "..") return {};
  const fs::path path = to_path(folder) / relative;
  std::error_code error;
  fs::create_directories(path.parent_path(), error);
  const std::string target = to_utf8(fs::absolute(path, error));
  std::istringstream nothing;
  const auto old = read_source(Source{target}, nothing);
  const bool same = old && *old == text;
  if (!same && replace_file(target, text) != WriteFailure::none) return {};
  return text::uri_of_path(target);
}

}  // namespace nianbao::cli
