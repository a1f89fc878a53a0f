#include "cli/totals.h"

#include <algorithm>
#include <string>

#include "features/gaps.h"
#include "rules/rule.h"

namespace nianbao::cli {

using standard::Severity;

void Totals::add_findings(const CheckedFile& file, std::int64_t hidden_here) {
  beside += static_cast<std::int64_t>(file.findings.size());
  hidden += hidden_here;
  for (const rules::Finding& finding : file.findings) {
    if (finding.severity == Severity::error) ++errors;
    if (finding.severity == Severity::warning) ++warnings;
    if (finding.severity == Severity::information) ++information;
  }
}

void Totals::add(const CheckedFile& file, std::int64_t hidden_here) {
  const auto count = [&](Severity severity) {
    return std::count_if(file.findings.begin(), file.findings.end(),
                         [&](const rules::Finding& finding) { return finding.severity == severity; });
  };
  const std::int64_t file_errors = count(Severity::error);
  const std::int64_t file_warnings = count(Severity::warning);
  const std::int64_t file_information = count(Severity::information);
  ++files;
  errors += file_errors;
  warnings += file_warnings;
  information += file_information;
  cells += file.tally.cells_read;
  relations += file.tally.evaluated;
  holding += file.tally.holding;
  hidden += hidden_here;
  gaps += features::count_gaps(file.document.text.bytes());
  if (file_errors > 0) {
    ++files_with_errors;
  } else if (file_warnings > 0) {
    ++files_with_warnings;
  } else if (file_information > 0) {
    ++files_with_information;
  } else if (hidden_here > 0) {
    ++files_with_hidden;
  }
  for (const auto& finding : file.findings) {
    if (finding.fixes.empty()) continue;
    const bool preferred =
        std::any_of(finding.fixes.begin(), finding.fixes.end(), [](const rules::Fix& fix) { return fix.preferred; });
    if (preferred) {
      ++preferred_fixes;
    } else if (finding.fixes.front().inferred) {
      ++inferred_fixes;
    }
  }
}

std::int64_t active_rules(const standard::Standard& standard, const rules::Options& options) {
  const auto is_active = [&](const standard::RuleSpec& rule) {
    if (!rules::is_checked(rule.id)) return false;
    return rules::configured(options, rule.id).value_or(rule.severity) != Severity::off;
  };
  return std::count_if(standard.rules.begin(), standard.rules.end(), is_active);
}

}  // namespace nianbao::cli
