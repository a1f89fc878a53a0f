// The manual page in roff, made from the help.
// Must not know where it is installed.
#pragma once

#include <string>

#include "cli/speaker.h"

namespace nianbao::cli {

[[nodiscard]] std::string man_page(const Speaker& speaker);

}  // namespace nianbao::cli
