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
  std::int64_t inferred_fixes = 0;     ///< findings whose first fix has to be compared with the register
  std::int64_t beside = 0;             ///< findings in files that are no reports: settings, texts of laws
  std::int64_t hidden = 0;             ///< findings that are not shown, because of --min-severity
  std::int64_t files_with_hidden = 0;  ///< and nothing that is shown
  std::int64_t gaps = 0;               ///< places that wait for words: 〔请填写：…〕
  bool failed = false;                 ///< there is a finding, shown or not, at or above --fail-on

  /// `hidden_here`: how many of the file's findings were left out.
  void add(const CheckedFile& file, std::int64_t hidden_here = 0);
  /// Only the findings, of a file that is no report.
  void add_findings(const CheckedFile& file, std::int64_t hidden_here = 0);
};

/// Rules that are not switched off.
[[nodiscard]] std::int64_t active_rules(const standard::Standard& standard, const rules::Options& options);

}  // namespace nianbao::cli
