// What a clerk relies on first: a correct report is left alone, whatever its form, layout and script.

#include <map>

#include <gtest/gtest.h>

#include "support/known_forms.h"
#include "support/make_report.h"
#include "support/mutants/mutant.h"

namespace nianbao::test {
namespace {

using report::Layout;
using standard::FormId;
using standard::Severity;

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr std::uint64_t seeds = 4;
#else
constexpr std::uint64_t seeds = 16;
#endif

struct Case {
  FormId form;
  Layout layout;
};

class CleanReports : public ::testing::TestWithParam<Case> {};

std::string quote(const rules::Finding& finding, std::string_view text) {
  return finding.rule + " " + finding.message + " «" +
         std::string(text.substr(finding.range.begin, std::min<std::size_t>(finding.range.size(), 90))) + "»";
}

TEST_P(CleanReports, HaveNoErrorAndHardlyAWarning) {
  const standard::Standard& standard = testing::the_standard();
  std::size_t warnings = 0;
  std::string said;
  for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
    Shape shape = random_shape(GetParam().form, GetParam().layout, false, seed * 977);
    shape.varied_prose = true;
    const GeneratedReport report = generate(standard, shape, seed);
    for (const rules::Finding& finding : findings_of(standard, report.text, report.shape.web_page)) {
      EXPECT_NE(finding.severity, Severity::error) << describe(report.shape, seed) << "\n"
                                                   << quote(finding, report.text);
      if (finding.severity == Severity::warning) {
        ++warnings;
        said += describe(report.shape, seed) + "\n  " + quote(finding, report.text) + "\n";
      }
    }
  }
  EXPECT_LE(static_cast<double>(warnings), 0.2 * static_cast<double>(seeds)) << said;
}

std::vector<Case> cases() {
  std::vector<Case> all;
  for (const FormId form : {known::f2014, known::f2019, known::f2021}) {
    for (const Layout layout : {Layout::pipe, Layout::tab, Layout::lines, Layout::html, Layout::aligned}) {
      all.push_back({form, layout});
    }
  }
  return all;
}

std::string case_name(const ::testing::TestParamInfo<Case>& info) {
  static constexpr std::string_view forms[] = {"f2014", "f2019", "f2021"};
  return std::string(forms[static_cast<std::size_t>(info.param.form)]) + "_" +
         std::string(report::name_of(info.param.layout));
}

INSTANTIATE_TEST_SUITE_P(AllFormsAndLayouts, CleanReports, ::testing::ValuesIn(cases()), case_name);

}  // namespace
}  // namespace nianbao::test
