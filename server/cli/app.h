// The command line as a whole: arguments in, exit code out. The one entrance of cli/.
// Must not know what a command does, only which ones there are.
#pragma once

#include <string>
#include <vector>

#include "cli/environment.h"

namespace nianbao::cli {

/// Runs one command. `arguments` are without the program's name, in UTF-8. Nothing is thrown.
[[nodiscard]] int run(const Environment& environment, const std::vector<std::string>& arguments);

}  // namespace nianbao::cli
