// Findings as SARIF 2.1.0 (OASIS), for code scanning services.
// Must not know files or commands.
#pragma once

#include <string>

#include "cli/json_output.h"
#include "cli/pipeline.h"
#include "cli/speaker.h"

namespace nianbao::cli {

/// The results of one file.
void add_sarif_results(Json& results, const CheckedFile& file, const standard::Standard& standard);

/// The whole log.
[[nodiscard]] Json sarif_log(Json results, const standard::Standard& standard, const Speaker& speaker);

/// A path as a URI reference: percent-encoded, relative where the path is.
[[nodiscard]] std::string uri_reference(std::string_view path);

}  // namespace nianbao::cli
