// Which settings hold for a report on the command line: --config, else the nearest .nianbao.json above it.
// Must not know what the settings mean.
#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "cli/pipeline.h"
#include "rules/rules.h"
#include "standard/standard.h"
#include "workspace/settings_file.h"

namespace nianbao::cli {

/// May be asked from several threads.
class SettingsFinder {
 public:
  /// `config`: the path of a file that holds for all reports; empty: look for one.
  SettingsFinder(rules::Options base, const standard::Standard& standard, std::string config);

  /// The options for a report at `path`; "-" counts as a file of the current folder.
  [[nodiscard]] rules::Options options_for(const std::string& path);

  /// The language that the settings for a report at `path` ask for; without one that of the options given.
  [[nodiscard]] rules::Locale locale_for(const std::string& path);

  /// Folders with texts of laws that the settings for a report at `path` name, as paths that can be opened.
  [[nodiscard]] std::vector<std::string> law_folders(const std::string& path);

  /// What the same file says of parent and children; empty where there is none.
  [[nodiscard]] workspace::Kinship kinship_for(const std::string& path);

  /// Settings files that were used and have mistakes, with their findings, by path.
  [[nodiscard]] std::vector<CheckedFile> faulty_files() const;

 private:
  struct Loaded {
    std::string shown_path;
    workspace::SettingsFile file;
  };
  const Loaded* find(const std::string& path);
  const Loaded* nearest(const std::string& path);
  const Loaded* load(const std::string& path);

  rules::Options base_;
  const standard::Standard& standard_;
  std::string config_;
  mutable std::mutex mutex_;
  std::map<std::string, std::optional<Loaded>> files_;  ///< by path; nothing: there is no such file
};

}  // namespace nianbao::cli
