// The correct sample report with single cells changed, as rules see it.
// Must not know any rule.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "report/report.h"
#include "rules/rules.h"
#include "standard/standard.h"

namespace nianbao::testing {

/// The standard, loaded once for all tests of the executable.
[[nodiscard]] const standard::Standard& the_standard();

/// A correct report in Markdown: the sample of the form 2021, or a small one made of the tables of another form.
[[nodiscard]] std::string correct_report(standard::FormId form);

[[nodiscard]] report::Report read_report(const std::string& text);

struct CellText {
  std::string_view row;
  std::string_view column;
  std::string_view text;  ///< empty: the cell is blank
};

/// The report with these cells rewritten. Fails the test where a cell is not there.
[[nodiscard]] std::string with_cells(const std::string& report, std::initializer_list<CellText> cells);

/// Findings of the family sum/* only.
[[nodiscard]] std::vector<rules::Finding> sum_findings(const std::string& text,
                                                       rules::Locale locale = rules::Locale::zh);

/// What stands at a finding's place.
[[nodiscard]] std::string marked(const std::string& text, const rules::Finding& finding);

/// The text after a fix.
[[nodiscard]] std::string fixed(const std::string& text, const rules::Fix& fix);

}  // namespace nianbao::testing
