// Counts over files: what the summaries of all output formats say.
// Must not know wording.
#pragma once

#include <cstdint>
#include <vector>

#include "cli/pipeline.h"
#include "standard/standard.h"

namespace nianbao::cli {

struct Totals {
  std::int64_t files = 0;
  std::int64_t errors = 0;
  std::int64_t warnings = 0;
  std::int64_t information = 0;  ///< hints are not counted
  std::int64_t cells = 0;
  std::int64_t relations = 0;
  std::int64_t holding = 0;
  std::int64_t rules = 0;
  std::int64_t unreadable = 0;
  std::int64_t files_with_errors = 0;
  std::int64_t files_with_warnings = 0;     ///< and no errors
  std::int64_t files_with_information = 0;  ///< and nothing above
  std::int64_t preferred_fixes = 0;
  std::int64_t inferred_fixes = 0;  ///< findings whose first fix has to be compared with the register

  void add(const CheckedFile& file);
  /// Only the findings, of a file that is no report.
  void add_findings(const CheckedFile& file);
};

/// Rules that are not switched off.
[[nodiscard]] std::int64_t active_rules(const standard::Standard& standard, const rules::Options& options);

}  // namespace nianbao::cli
