// The client's settings as the rules understand them: language, severities, level of the organ.
// Must not know documents; a wrong setting is a sentence for the log, never a failure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "rules/rules.h"
#include "standard/standard.h"

namespace nianbao::workspace {

/// Something that was not understood and is left out.
struct SettingsProblem {
  std::string message;            ///< one sentence
  std::vector<std::string> path;  ///< keys and indexes to it, from the outside in
  bool at_key = false;            ///< the key is wrong, not its value
};

/// How much the server writes into the client's log (window/logMessage); each level with those before it.
enum class LogLevel : std::uint8_t { off, error, warning, info, debug };

struct Settings {
  rules::Options options;
  std::vector<std::string> law_folders;  ///< of the user's law library, as written
  std::string parent;                    ///< of a file: the aggregate report, and what it is put together from
  std::vector<std::string> children;
  LogLevel log_level = LogLevel::warning;
  bool hover_numbers = true;  ///< a number that is right is explained too
  std::vector<SettingsProblem> problems;
};

/// The client has keys of its own, of which nothing is known here; in a file every key must be known.
enum class SettingsSource : std::uint8_t { client, file };

/// English for en and en-…, Chinese for everything else: the reports are Chinese.
[[nodiscard]] rules::Locale locale_of(std::string_view tag);

/// Reads {"locale", "rules": {id: severity}, "organ": {"level"}, "deadline", "words": {"allowed", "confusions"}}; in a
/// file also "parent", "children" and "$schema". Keys that are missing keep what `base` says. Rules may be named
/// singly, as a group (sum/*), or all (*). What a file says of single rules is added to `base`, what a client says
/// replaces it.
[[nodiscard]] Settings read_settings(const nlohmann::json& value, const rules::Options& base,
                                     const standard::Standard& standard,
                                     SettingsSource source = SettingsSource::client);

}  // namespace nianbao::workspace
