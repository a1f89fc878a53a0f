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

/// Markdown: title, preamble, all parts with what is to be written there (〔请填写：…〕), all tables of the form with 0
/// or the figures that were carried over. Ends with a line end.
[[nodiscard]] std::string new_report(const standard::Standard& standard, const NewReport& wanted);

/// How many figures of a new report come from last year's.
struct CarriedFigures {
  std::uint32_t applications = 0;  ///< left over at the end of the year (year/carry-over)
  std::uint32_t stock = 0;         ///< in force or on the lists then (year/stock)
};
[[nodiscard]] CarriedFigures carried_figures(const standard::Standard& standard, const NewReport& wanted);

/// The title as a file name: 某局2025年政府信息公开工作年度报告.md
[[nodiscard]] std::string new_report_name(const standard::Standard& standard, const NewReport& wanted);

}  // namespace nianbao::features
