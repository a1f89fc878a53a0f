// Where a command's result goes: a file that is replaced at once, or the standard output.
// Must not know what is written.
#pragma once

#include <string>
#include <string_view>

#include "cli/commands.h"
#include "cli/replace_file.h"

namespace nianbao::cli {

/// Writes to `--output`, or to the standard output; says why it could not. Returns the exit code.
[[nodiscard]] int write_output(const CommandContext& context, std::string_view bytes);

/// Whether a page may be written to `--output`: never over a source, nor over a file that holds something else than a
/// web page. Says why not.
[[nodiscard]] bool page_may_be_written(const CommandContext& context, const std::string& source);

/// Why a file could not be written, as a line for people.
[[nodiscard]] std::string show_write_failure(const CommandContext& context, const std::string& path,
                                             WriteFailure failure);

}  // namespace nianbao::cli
