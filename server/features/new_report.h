// A new report in the form of its year, with last year's figures where the form's cross-year relations say so.
// Pure; must not know editors beyond the syntax of their snippets, nor files.
#pragma once

#include <cstdint>
#include <string>

#include "report/report.h"
#include "rules/rules.h"
#include "standard/standard.h"

namespace nianbao::features {

struct NewReport {
  std::string organ;
  rules::OrganLevel level = rules::OrganLevel::department;
  std::int32_t year = 0;
  const report::Report* last = nullptr;  ///< the report of the year before, or null
  bool snippets = false;  ///< places to fill in are tab stops (${1:…}), and the rest is escaped as a snippet demands
};

/// Markdown: title, preamble, all parts with what is to be written there (【…】), all tables of the form with 0 or the
/// figures that were carried over. Ends with a line end.
[[nodiscard]] std::string new_report(const standard::Standard& standard, const NewReport& wanted);

/// The title as a file name: 某局2025年政府信息公开工作年度报告.md
[[nodiscard]] std::string new_report_name(const standard::Standard& standard, const NewReport& wanted);

}  // namespace nianbao::features
