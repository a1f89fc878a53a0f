// Completion scripts for shells, made from the command table.
// Must not know any shell's installation.
#pragma once

#include <string>
#include <string_view>

#include "cli/speaker.h"

namespace nianbao::cli {

/// `shell` is bash, zsh or fish.
[[nodiscard]] std::string completion_script(std::string_view shell, const Speaker& speaker);

}  // namespace nianbao::cli
