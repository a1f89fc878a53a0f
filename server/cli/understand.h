// Written options to understood ones: closed words, numbers, the settings file.
// Must not know how arguments are written.
#pragma once

#include <string>

#include <tl/expected.hpp>

#include "cli/command_table.h"
#include "cli/options.h"
#include "cli/speaker.h"

namespace nianbao::cli {

/// The options, or a sentence that says what is wrong and what would be right.
[[nodiscard]] tl::expected<Options, std::string> understand(const CommandSpec& command, const RawOptions& raw,
                                                            const Speaker& speaker);

}  // namespace nianbao::cli
