// Which commands and options there are. Parsing and help both read this table.
// Must not know CLI11 or wording.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "cli/options.h"

namespace nianbao::cli {

/// Exactly one of `text` and `flag` is set.
struct OptionSpec {
  std::string_view name;   ///< --format
  std::string_view value;  ///< text|json, shown in the help; empty for flags
  std::string RawOptions::* text = nullptr;
  bool RawOptions::* flag = nullptr;
  // NOLINTNEXTLINE(readability-redundant-member-init): may be left out of an initializer list
  std::string_view letter = {};  ///< -o, or nothing
};

enum class Command : std::uint8_t {
  check,
  fix,
  format,
  create,
  render,
  localise,
  dump,
  explain,
  law,
  rules,
  lsp,
  completion,
  man
};

struct CommandSpec {
  Command command = Command::check;
  std::string_view name;
  bool takes_paths = false;  ///< or, for explain, words
  std::vector<OptionSpec> options;
  bool paths_optional = false;  ///< none means the standard input
};

[[nodiscard]] const std::vector<CommandSpec>& commands();

/// Those that every command takes, without --help and --version.
[[nodiscard]] const std::vector<OptionSpec>& common_options();

/// The values that an option's `value` lists: {"text", "json"}.
[[nodiscard]] std::vector<std::string> allowed_values(std::string_view value);

}  // namespace nianbao::cli
