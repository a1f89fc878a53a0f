// The client's settings as the rules understand them: language, severities, level of the organ.
// Must not know documents; a wrong setting is a sentence for the log, never a failure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "rules/rules.h"
#include "standard/standard.h"

namespace nianbao::workspace {

struct Settings {
  rules::Options options;
  std::vector<std::string> law_folders;  ///< of the user's law library, as written
  std::vector<std::string> problems;  ///< what was not understood, one sentence each
};

/// English for en and en-…, Chinese for everything else: the reports are Chinese.
[[nodiscard]] rules::Locale locale_of(std::string_view tag);

/// Reads {"locale", "rules": {id: severity}, "organ": {"level"}}. Keys that are missing keep what `base` says; keys
/// that belong to the client alone are not looked at. Rules may be named singly or as a group (sum/*).
[[nodiscard]] Settings read_settings(const nlohmann::json& value, const rules::Options& base,
                                     const standard::Standard& standard);

}  // namespace nianbao::workspace
