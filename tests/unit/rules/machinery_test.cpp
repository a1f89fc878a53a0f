// What holds for every rule: severities, suppressions, order, fixes applied together, the tally of relations.

#include <algorithm>

#include <gtest/gtest.h>

#include "rules/fixes.h"
#include "rules/overlaps.h"
#include "rules/rule.h"
#include "rules/suppressions.h"
#include "support/known_forms.h"
#include "support/make_report.h"

namespace nianbao::testing {
namespace {

using rules::Finding;
using rules::Fix;
using rules::Options;
using rules::TextEdit;
using standard::FormId;
using standard::Severity;

std::string wrong_total() {
  return with_cells(correct_report(known::f2021), {{"t3_granted", "t3c_total", "29"}});
}

std::vector<Finding> check(const std::string& text, const Options& options = {}) {
  return rules::check(read_report(text), the_standard(), options);
}

const Finding* find(const std::vector<Finding>& findings, std::string_view rule) {
  const auto found = std::find_if(findings.begin(), findings.end(), [&](const Finding& f) { return f.rule == rule; });
  return found != findings.end() ? &*found : nullptr;
}

TEST(Machinery, SettingsBeatTheCatalogue) {
  Options options;
  options.severities["sum/culprit"] = Severity::hint;
  const std::vector<Finding> findings = check(wrong_total(), options);
  ASSERT_NE(find(findings, "sum/culprit"), nullptr);
  EXPECT_EQ(find(findings, "sum/culprit")->severity, Severity::hint);
}

TEST(Machinery, ARulesOwnSettingBeatsItsGroup) {
  Options options;
  options.severities["sum/*"] = Severity::off;
  EXPECT_EQ(find(check(wrong_total(), options), "sum/culprit"), nullptr);
  options.severities["sum/culprit"] = Severity::warning;
  const std::vector<Finding> findings = check(wrong_total(), options);
  ASSERT_NE(find(findings, "sum/culprit"), nullptr);
  EXPECT_EQ(find(findings, "sum/culprit")->severity, Severity::warning);
}

TEST(Machinery, FindingsStandInTheOrderOfTheText) {
  std::string text = with_cells(wrong_total(), {{"", "t4_review_total", "9"}, {"t2_normative", "t2c_valid", "0"}});
  const std::vector<Finding> findings = check(text);
  ASSERT_GE(findings.size(), 3U);
  EXPECT_TRUE(std::is_sorted(findings.begin(), findings.end(),
                             [](const Finding& a, const Finding& b) { return a.range.begin < b.range.begin; }));
  for (const Finding& finding : findings) EXPECT_NE(finding.severity, Severity::off) << finding.rule;
}

TEST(Machinery, ASuppressionWithAReasonIsObeyedInSilence) {
  std::string text = wrong_total();
  text.insert(text.find("| （本列数据"), "<!-- nianbao-ignore sum/culprit: 台账如此 -->\n\n");
  const std::vector<Finding> findings = check(text);
  EXPECT_EQ(find(findings, "sum/culprit"), nullptr);
  EXPECT_EQ(find(findings, "settings/suppression"), nullptr);
}

TEST(Machinery, ASuppressionForNothingIsTold) {
  std::string text = correct_report(known::f2021);
  const std::string comment = "<!-- nianbao-ignore sum/culprit: 台账如此 -->\n";
  text.insert(text.find("| （本列数据"), comment + "\n");
  const std::vector<Finding> findings = check(text);
  const Finding* told = find(findings, "settings/suppression");
  ASSERT_NE(told, nullptr);
  ASSERT_FALSE(told->fixes.empty());
  EXPECT_EQ(fixed(text, told->fixes.front()).find("nianbao-ignore"), std::string::npos);
}

TEST(Machinery, PatternsNameARuleItsGroupOrAll) {
  EXPECT_TRUE(rules::names_rule("sum/culprit", "sum/culprit"));
  EXPECT_TRUE(rules::names_rule("sum/*", "sum/culprit"));
  EXPECT_TRUE(rules::names_rule("*", "sum/culprit"));
  EXPECT_FALSE(rules::names_rule("sum/*", "summary/x"));
  EXPECT_FALSE(rules::names_rule("table/*", "sum/culprit"));
  EXPECT_FALSE(rules::names_rule("sum/culprits", "sum/culprit"));
}

TEST(Machinery, EditsAreAppliedFromFrontToBack) {
  EXPECT_EQ(rules::apply("abcdef", {{{0, 1}, "X"}, {{3, 3}, "YY"}, {{4, 6}, ""}}), "XbcYYd");
  EXPECT_EQ(rules::apply("abc", {}), "abc");
  EXPECT_EQ(rules::apply("abc", {{{2, 99}, "Z"}}), "abZ");
}

Finding with_fix(text::Offset at, std::vector<TextEdit> edits, bool preferred, bool inferred = false,
                 bool asks = false) {
  Finding finding;
  finding.rule = "sum/culprit";
  finding.range = {at, at + 1};
  finding.fixes.push_back(Fix{"改", std::move(edits), preferred, inferred, asks});
  return finding;
}

TEST(Machinery, FixAllTakesOnlyPreferredFixes) {
  const std::vector<Finding> findings = {with_fix(0, {{{0, 1}, "1"}}, true), with_fix(4, {{{4, 5}, "2"}}, false, true)};
  EXPECT_EQ(rules::fix_all(findings, false), (std::vector<TextEdit>{{{0, 1}, "1"}}));
  EXPECT_EQ(rules::fix_all(findings, true), (std::vector<TextEdit>{{{0, 1}, "1"}, {{4, 5}, "2"}}));
}

TEST(Machinery, FixAllNeverAnswersAQuestionOrChooses) {
  std::vector<Finding> findings = {with_fix(0, {{{0, 1}, "1"}}, false, true, true),
                                   with_fix(4, {{{4, 5}, "2"}}, false, true)};
  findings[1].fixes.push_back(Fix{"或", {{{4, 5}, "3"}}, false, true, false});
  EXPECT_TRUE(rules::fix_all(findings, true).empty());
}

TEST(Machinery, OfOverlappingFixesTheFirstOfTheTextWinsWhole) {
  const std::vector<Finding> findings = {with_fix(8, {{{2, 4}, "b"}, {{8, 9}, "b"}}, true),
                                         with_fix(1, {{{1, 3}, "a"}}, true)};
  EXPECT_EQ(rules::fix_all(findings, false), (std::vector<TextEdit>{{{1, 3}, "a"}}));
}

TEST(Machinery, EqualEditsOfTwoFindingsAreOne) {
  const std::vector<Finding> findings = {with_fix(1, {{{1, 3}, "a"}}, true), with_fix(5, {{{1, 3}, "a"}}, true)};
  EXPECT_EQ(rules::fix_all(findings, false).size(), 1U);
}

TEST(Machinery, TwoInsertionsAtOnePlaceDoNotMix) {
  EXPECT_TRUE(rules::conflict({{3, 3}, "a"}, {{3, 3}, "b"}));
  EXPECT_FALSE(rules::conflict({{3, 3}, "a"}, {{3, 3}, "a"}));
  EXPECT_FALSE(rules::conflict({{3, 3}, "a"}, {{3, 5}, "b"}));
  EXPECT_TRUE(rules::conflict({{4, 4}, "a"}, {{3, 5}, "b"}));
}

TEST(Machinery, ASecondRunOfFixAllChangesNothing) {
  const std::string text = with_cells(wrong_total(), {{"", "t4_review_total", "9"}});
  const std::string once = rules::apply(text, rules::fix_all(check(text), false));
  EXPECT_NE(once, text);
  EXPECT_EQ(rules::apply(once, rules::fix_all(check(once), false)), once);
}

TEST(Machinery, TheTallyCountsEqualitiesAndCells) {
  const rules::RelationTally right = rules::tally(read_report(correct_report(known::f2021)), the_standard());
  EXPECT_EQ(right.evaluated, 42);
  EXPECT_EQ(right.holding, 42);
  EXPECT_EQ(right.cells_read, right.cells_total);
  const rules::RelationTally wrong = rules::tally(read_report(wrong_total()), the_standard());
  EXPECT_EQ(wrong.evaluated, 42);
  EXPECT_EQ(wrong.holding, 40);
}

TEST(Machinery, MessagesFillTheirPlaceholders) {
  const report::Report report = read_report(correct_report(known::f2021));
  const Options options;
  const rules::Context context{report, the_standard(), options, &the_standard().form(known::f2021)};
  EXPECT_EQ(context.say("fix.set", {{"value", "21"}}), "改为 21");
  EXPECT_EQ(context.say("fix.set"), "改为 {value}");
  EXPECT_EQ(context.say("no/such.message"), "no/such.message");
  EXPECT_EQ(context.label("t3_refused_repeat"), "重复申请");
}

/// -5 for 5: the rule on signs and the sum have one repair, so one of them speaks.
TEST(Machinery, OfTwoFindingsWithOneRepairOneIsLeft) {
  std::vector<Finding> findings = {with_fix(1, {{{1, 2}, "5"}}, false, true), with_fix(1, {{{1, 2}, "5"}}, false)};
  findings[1].rule = "table/negative";
  rules::drop_overlaps(findings);
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings.front().rule, "sum/culprit");
}

}  // namespace
}  // namespace nianbao::testing
