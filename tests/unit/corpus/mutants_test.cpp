// Every kind of defect of the catalogue, put into correct reports: found, in its place, with nothing false beside it.

#include <algorithm>

#include <gtest/gtest.h>

#include "support/mutants/each_mutant.h"

namespace nianbao::test {
namespace {

using rules::Finding;
using standard::Severity;

constexpr double least_found = 0.98;

class Mutants : public ::testing::TestWithParam<std::size_t> {};

std::string list(const std::vector<Finding>& findings) {
  std::string text;
  for (const Finding& finding : findings) text += "\n  " + finding.rule + " " + finding.message;
  return text;
}

TEST_P(Mutants, AreFoundInTheirPlace) {
  std::size_t found = 0;
  std::string missed;
  std::string unrelated;
  const auto judge = [&](const Specimen& from, const Mutant& mutant, std::uint64_t seed) {
    const std::vector<Finding> findings = findings_of(from.standard, mutant.text, from.generated.shape.web_page);
    const bool told =
        std::any_of(findings.begin(), findings.end(), [&](const Finding& each) { return tells(each, mutant); });
    found += told ? 1U : 0U;
    if (!told) {
      missed += "\n" + describe(from.generated.shape, seed) + " «" +
                mutant.text.substr(mutant.place.begin, std::min<std::size_t>(mutant.place.size(), 60)) + "»" +
                list(findings);
    }
    for (const Finding& finding : findings) {
      const bool own = std::find(mutant.rules.begin(), mutant.rules.end(), finding.rule) != mutant.rules.end();
      if (finding.severity == Severity::error && !own) {
        unrelated += "\n" + describe(from.generated.shape, seed) + "\n  " + finding.rule + " " + finding.message;
      }
    }
  };
  const std::size_t made = each_mutant(all_mutants()[GetParam()], judge);
  ASSERT_GT(made, 0U) << "no report offers a place for this kind";
  EXPECT_GE(static_cast<double>(found), least_found * static_cast<double>(made)) << made << " made, missed:" << missed;
  EXPECT_EQ(unrelated, "");
}

std::string kind_name(const ::testing::TestParamInfo<std::size_t>& info) {
  std::string name(all_mutants()[info.param].name);
  std::replace_if(
      name.begin(), name.end(), [](char c) { return std::isalnum(static_cast<unsigned char>(c)) == 0; }, '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(AllKinds, Mutants, ::testing::Range<std::size_t>(0, all_mutants().size()), kind_name);

}  // namespace
}  // namespace nianbao::test
