// The help texts, aligned by display width and in the reader's language.
// Must not know CLI11.
#pragma once

#include <string>

#include "cli/command_table.h"
#include "cli/speaker.h"

namespace nianbao::cli {

/// Of one command, or of the program where `command` is null.
[[nodiscard]] std::string help_text(const CommandSpec* command, const Speaker& speaker);

/// What an option does, in the words of the help; `command` may be empty for those of all commands.
[[nodiscard]] std::string option_meaning(const OptionSpec& option, std::string_view command, const Speaker& speaker);

}  // namespace nianbao::cli
