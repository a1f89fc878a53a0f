// Findings as workflow commands of GitHub Actions, which shows them beside the lines.
// Must not know files or commands.
#pragma once

#include <string>

#include "cli/pipeline.h"

namespace nianbao::cli {

/// One line per finding: ::error file=…,line=…,col=…,title=…::message
[[nodiscard]] std::string github_lines(const CheckedFile& file);

}  // namespace nianbao::cli
