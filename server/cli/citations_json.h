// The citations of a report as JSON: what is written, and what it resolved to.
// Must not know commands.
#pragma once

#include "cli/json_output.h"
#include "report/report.h"
#include "standard/standard.h"

namespace nianbao::cli {

[[nodiscard]] Json citations_json(const report::Report& report, const standard::Standard& standard);

}  // namespace nianbao::cli
