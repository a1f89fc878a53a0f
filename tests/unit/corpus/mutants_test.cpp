// Every kind of defect of the catalogue, put into correct reports: found, in its place, with nothing false beside it;
// and what every fix promises: its finding goes, none comes, nothing else changes, a second run has nothing to do.

#include <algorithm>

#include <gtest/gtest.h>

#include "rules/fixes.h"
#include "support/make_report.h"
#include "support/mutants/mutant.h"

namespace nianbao::test {
namespace {

using report::Layout;
using rules::Finding;
using standard::FormId;
using standard::Severity;

// Under sanitizers a few of each kind will do: what is sought there is another sort of mistake.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr std::size_t mutants_of_a_kind = 5;
#else
constexpr std::size_t mutants_of_a_kind = 42;
#endif
constexpr std::uint64_t most_tries = 600;
constexpr double least_found = 0.98;

const std::vector<Layout> layouts = {Layout::pipe, Layout::html, Layout::tab, Layout::lines, Layout::aligned};
const std::vector<FormId> forms = {FormId::f2021, FormId::f2019, FormId::f2014};

class Mutants : public ::testing::TestWithParam<std::size_t> {
 protected:
  /// Calls `use(specimen, mutant)` for mutants of this kind in all forms and layouts that have a place for it.
  template <typename Use>
  std::size_t each_mutant(Use use) const {
    const MutantKind kind = all_mutants()[GetParam()];
    std::size_t made = 0;
    for (std::uint64_t seed = 1; seed <= most_tries && made < mutants_of_a_kind; ++seed) {
      const FormId form = forms[seed % forms.size()];
      const Layout layout = layouts[(seed / forms.size()) % layouts.size()];
      const Specimen from = specimen(testing::the_standard(), random_shape(form, layout, false, seed), seed);
      Random random(seed * 31);
      const std::optional<Mutant> mutant = kind.make(from, random);
      if (!mutant) continue;
      ++made;
      use(from, *mutant, seed);
    }
    return made;
  }
};

std::string list(const std::vector<Finding>& findings) {
  std::string text;
  for (const Finding& finding : findings) text += "\n  " + finding.rule + " " + finding.message;
  return text;
}

bool same(const Finding& a, const Finding& b) {
  return a.rule == b.rule && a.message == b.message;
}

TEST_P(Mutants, AreFoundInTheirPlace) {
  std::size_t found = 0;
  std::string missed;
  std::string unrelated;
  const std::size_t made = each_mutant([&](const Specimen& from, const Mutant& mutant, std::uint64_t seed) {
    const bool page = from.generated.shape.web_page;
    const std::vector<Finding> findings = findings_of(from.standard, mutant.text, page);
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
      // Known: beside a lost column of a pipe table the sums of the other columns may still be reported.
      const bool known = told && mutant.rules.front() == "table/column-missing";
      if (finding.severity == Severity::error && !own && !known) {
        unrelated += "\n" + describe(from.generated.shape, seed) + "\n  " + finding.rule + " " + finding.message;
      }
    }
  });
  ASSERT_GT(made, 0U) << "no report offers a place for this kind";
  EXPECT_GE(static_cast<double>(found), least_found * static_cast<double>(made)) << made << " made, missed:" << missed;
  EXPECT_EQ(unrelated, "");
}

TEST_P(Mutants, AreMendedByTheirFixes) {
  each_mutant([&](const Specimen& from, const Mutant& mutant, std::uint64_t seed) {
    const bool page = from.generated.shape.web_page;
    const std::vector<Finding> before = findings_of(from.standard, mutant.text, page);
    for (const Finding& finding : before) {
      if (!tells(finding, mutant)) continue;
      for (const rules::Fix& fix : finding.fixes) {
        if (fix.asks || fix.edits.empty()) continue;
        const std::string text = applied(mutant.text, fix.edits);
        const std::vector<Finding> after = findings_of(from.standard, text, page);
        const std::string where = describe(from.generated.shape, seed) + "\n  " + finding.rule + " " + finding.message +
                                  "\n  " + fix.title + "\nafter:" + list(after);
        EXPECT_FALSE(std::any_of(after.begin(), after.end(), [&](const Finding& each) { return same(each, finding); }))
            << where;
        EXPECT_LE(std::count_if(after.begin(), after.end(),
                                [](const Finding& each) { return each.severity == Severity::error; }),
                  std::count_if(before.begin(), before.end(),
                                [](const Finding& each) { return each.severity == Severity::error; }))
            << where;
      }
    }
  });
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
