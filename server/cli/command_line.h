// Arguments to written options and a command, by the command table.
// Must not know what the values mean. The only place that knows CLI11.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "cli/command_table.h"

namespace nianbao::cli {

struct CommandLine {
  const CommandSpec* command = nullptr;  ///< null: none was named
  RawOptions options;
  bool help = false;
  bool version = false;
};

struct UsageError {
  enum class Kind : std::uint8_t { unknown_option, unknown_command, unexpected_argument, missing_value, other };
  Kind kind = Kind::other;
  std::string what;  ///< the argument
  const CommandSpec* command = nullptr;
  std::optional<std::string> locale;  ///< --locale as far as it was read, so that the message is in that language
};

[[nodiscard]] tl::expected<CommandLine, UsageError> read_command_line(const std::vector<std::string>& arguments);

}  // namespace nianbao::cli
