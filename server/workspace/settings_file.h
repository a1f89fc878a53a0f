// .nianbao.json: the settings of a folder of reports, and what is wrong in it, at its place.
// Must not know documents or files; texts come in, findings go out.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rules/finding.h"
#include "rules/rules.h"
#include "standard/standard.h"
#include "text/text.h"
#include "workspace/report_index.h"

namespace nianbao::workspace {

inline constexpr std::string_view settings_file_name = ".nianbao.json";

/// What a settings file adds to the settings that stand without it.
struct SettingsFile {
  text::Text text;
  rules::Options options;
  Kinship kinship;                       ///< its folder is for the caller to add
  std::vector<rules::Finding> findings;  ///< settings/invalid, by place
  std::vector<std::string> law_folders;  ///< as written: relative ones start at the file's own folder
};

/// Whatever is wrong is left out and said; the rest counts.
[[nodiscard]] SettingsFile read_settings_file(const text::Text& text, const rules::Options& base,
                                              const standard::Standard& standard);

/// True for URIs and paths whose last part is the file's name.
[[nodiscard]] bool is_settings_file(std::string_view uri);

/// URIs at which a report's settings file may stand, nearest first: its own folder, then those around it.
[[nodiscard]] std::vector<std::string> settings_uris(std::string_view report_uri);

}  // namespace nianbao::workspace
