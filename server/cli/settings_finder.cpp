#include "cli/settings_finder.h"

#include <filesystem>
#include <sstream>
#include <system_error>
#include <utility>

#include "cli/files.h"
#include "text/decode.h"

namespace nianbao::cli {

SettingsFinder::SettingsFinder(rules::Options base, const standard::Standard& standard, std::string config)
    : base_(std::move(base)), standard_(standard), config_(std::move(config)) {}

rules::Options SettingsFinder::options_for(const std::string& path) {
  const std::scoped_lock lock(mutex_);
  const Loaded* found = find(path);
  if (found == nullptr) return base_;
  rules::Options options = found->file.options;
  options.locale = base_.locale;  // what is asked for on the command line stands above the file
  return options;
}

rules::Locale SettingsFinder::locale_for(const std::string& path) {
  const std::scoped_lock lock(mutex_);
  const Loaded* found = find(path);
  return found != nullptr ? found->file.options.locale : base_.locale;
}

std::vector<std::string> SettingsFinder::law_folders(const std::string& path) {
  const std::scoped_lock lock(mutex_);
  const Loaded* found = config_.empty() ? nearest(path) : load(config_);
  std::vector<std::string> folders;
  if (found == nullptr) return folders;
  for (const std::string& folder : found->file.law_folders) {
    folders.push_back(to_utf8(to_path(found->shown_path).parent_path() / to_path(folder)));
  }
  return folders;
}

workspace::Kinship SettingsFinder::kinship_for(const std::string& path) {
  const std::scoped_lock lock(mutex_);
  const Loaded* found = find(path);
  return found != nullptr ? found->file.kinship : workspace::Kinship();
}

const SettingsFinder::Loaded* SettingsFinder::find(const std::string& path) {
  return config_.empty() ? nearest(path) : load(config_);
}

/// The folder of the report, then those around it.
const SettingsFinder::Loaded* SettingsFinder::nearest(const std::string& path) {
  std::error_code error;
  const std::filesystem::path written = path == "-" ? std::filesystem::path() : to_path(path).parent_path();
  const std::filesystem::path folder = std::filesystem::absolute(written.empty() ? "." : written, error);
  if (error) return nullptr;
  const std::filesystem::path name(workspace::settings_file_name);
  // In the report's own folder the file is shown as the user wrote the path.
  if (const Loaded* own = load(to_utf8(written / name))) return own;
  for (std::filesystem::path at = folder.lexically_normal();; at = at.parent_path()) {
    if (const Loaded* found = load(to_utf8(at / name))) return found;
    if (!at.has_relative_path() || at == at.parent_path()) return nullptr;
  }
}

const SettingsFinder::Loaded* SettingsFinder::load(const std::string& path) {
  const auto [entry, is_new] = files_.try_emplace(path);
  if (is_new) {
    std::istringstream nothing;
    if (const auto bytes = read_source({path}, nothing)) {
      const auto decoded = text::decode(*bytes);
      const text::Text text(decoded ? decoded->utf8 : *bytes);
      entry->second = Loaded{path, workspace::read_settings_file(text, base_, standard_)};
      entry->second->file.kinship.folder = file_uri(to_utf8(to_path(path).parent_path())) + "/";
    }
  }
  return entry->second ? &*entry->second : nullptr;
}

std::vector<CheckedFile> SettingsFinder::faulty_files() const {
  const std::scoped_lock lock(mutex_);
  std::vector<CheckedFile> faulty;
  for (const auto& [path, loaded] : files_) {
    if (!loaded || loaded->file.findings.empty()) continue;
    CheckedFile file;
    file.document.path = loaded->shown_path;
    file.document.text = loaded->file.text;
    file.report.source = loaded->file.text;
    file.report.text = loaded->file.text;
    file.findings = loaded->file.findings;
    faulty.push_back(std::move(file));
  }
  return faulty;
}

}  // namespace nianbao::cli
