// What may stand in a number cell and what not: severities, fixes, and many slips of one kind.
#include <gtest/gtest.h>

#include "support/paths.h"
#include "table_scene.h"
#include "text/normalise.h"

namespace nianbao::rules::test {
namespace {

using standard::Severity;

/// The good report with another value for 行政处罚, an integer.
Scene penalty(std::string_view value) {
  return Scene(with(good_report(), "| 行政处罚 | 12 |", "| 行政处罚 | " + std::string(value) + " |"));
}

/// … for 行政事业性收费, an amount in 万元.
Scene fee(std::string_view value) {
  return Scene(with(good_report(), "| 行政事业性收费 | 0 |", "| 行政事业性收费 | " + std::string(value) + " |"));
}

TEST(TableCells, AcceptsPlainNumbersAndAmounts) {
  for (const char* value : {"0", "12", "96"}) EXPECT_TRUE(penalty(value).rules_said().empty()) << value;
  for (const char* value : {"0.35", "0.00", "9.61716", "251000元"}) {
    EXPECT_TRUE(fee(value).rules_said().empty()) << value << ::testing::PrintToString(fee(value).rules_said());
  }
}

TEST(TableCells, WhatMarkdownDoesNotShowIsNoText) {
  for (const char* value : {"12&nbsp;", "&nbsp;12", "12<!-- 见台账 -->", "**12**", "&emsp;12 "}) {
    EXPECT_EQ(penalty(value).rules_said(), std::vector<std::string>{}) << value;
  }
  for (const char* value : {"&nbsp;", "&emsp;&#12288;", "<!-- 待填 -->"}) {
    EXPECT_EQ(penalty(value).rules_said(), std::vector<std::string>{"table/blank"}) << value;
  }
}

TEST(TableCells, ConvertsWhatIsCertain) {
  const struct {
    const char* value;
    const char* rule;
  } cases[]{{"12件", "table/not-a-number"}, {"１２", "table/digit-form"},     {"十二", "table/digit-form"},
            {"012", "table/digit-form"},    {"12.0", "table/not-an-integer"}, {"+12", "table/digit-form"}};
  for (const auto& each : cases) {
    const Scene scene = penalty(each.value);
    const Finding finding = scene.only(each.rule);
    EXPECT_EQ(finding.severity, Severity::warning) << each.value;
    EXPECT_EQ(finding.cells, std::vector<std::string>{"t2_penalty/t2c_decisions"});
    ASSERT_EQ(finding.fixes.size(), 1U) << each.value;
    EXPECT_TRUE(finding.fixes.front().preferred) << "the value stays the same";
    EXPECT_EQ(Scene(scene.after(finding.fixes.front())).rules_said(), std::vector<std::string>{}) << each.value;
    EXPECT_NE(scene.after(finding.fixes.front()).find("| 行政处罚 | 12"), std::string::npos) << each.value;
  }
}

TEST(TableCells, OnlyGuessesWhatIsNot) {
  const Finding text = penalty("见附件").only("table/not-a-number");
  EXPECT_EQ(text.severity, Severity::error);
  EXPECT_TRUE(text.fixes.empty());
  EXPECT_EQ(text.message, "“见附件”不是数字；这一格填整数");
  const Finding half = penalty("3.5").only("table/not-an-integer");
  EXPECT_EQ(half.severity, Severity::error);
  EXPECT_TRUE(half.fixes.empty());
  const Finding below = penalty("-3").only("table/negative");
  EXPECT_EQ(below.severity, Severity::error);
  ASSERT_EQ(below.fixes.size(), 1U);
  EXPECT_TRUE(below.fixes.front().inferred);
  EXPECT_EQ(fee("-0.5").only("table/negative").severity, Severity::warning) << "refunds";
}

TEST(TableCells, SaysOneSlipOnceForACell) {
  EXPECT_EQ(penalty("－３").rules_said(), std::vector<std::string>{"table/negative"});
  EXPECT_EQ(penalty("/").rules_said(), std::vector<std::string>{"table/blank"});
}

TEST(TableCells, JoinsAHabitIntoOneFinding) {
  std::string source = good_report();
  for (std::size_t at = source.find("| 0 | 0 | 0 | 0 | 0 | 0 | 0 |"); at != std::string::npos;
       at = source.find("| 0 | 0 | 0 | 0 | 0 | 0 | 0 |")) {
    source.replace(at, 29, "| ０ | ０ | ０ | ０ | ０ | ０ | ０ |");
  }
  const Scene scene(source);
  std::size_t tables = 0;
  for (const Finding& finding : scene.of("table/digit-form")) {
    ++tables;
    ASSERT_EQ(finding.fixes.size(), 1U);
    EXPECT_EQ(finding.fixes.front().edits.size(), finding.cells.size());
  }
  EXPECT_LE(tables, 2U) << "one for table 三, one for table 四";
  EXPECT_TRUE(Scene(rules::apply(source, fix_all(scene.findings, false))).of("table/digit-form").empty());
}

TEST(TableCells, KeepsTheWidthOfAPaddedTable) {
  const std::string source = with(with(good_report(), "| 行政处罚 | 12 |  |  |\n", "| 行政处罚 | １２     |  |  |\n"),
                                  "| 行政强制 | 0 |  |  |\n", "| 行政强制 | 0        |  |  |\n");
  const Scene scene(source);
  const Finding finding = scene.only("table/digit-form");
  ASSERT_EQ(finding.fixes.size(), 1U);
  EXPECT_NE(scene.after(finding.fixes.front()).find("| 行政处罚 | 12       |  |  |\n"), std::string::npos);
}

TEST(TableCells, TakesGrowthInWordsAndPurchasesWithTheirUnit) {
  const std::string source = read_file(paths::source() + "/tests/fixtures/rules/table/form/bad.md");
  const std::string worded = with(with(source, "| 8 | -4 | 3 |", "| 8 | 减4 | 3 |"), "| 25.6 |", "| 256000元 |");
  EXPECT_EQ(Scene(worded).rules_said(), std::vector<std::string>{"table/form"});
}

TEST(RowLabels, OfTaiwanAreTheOfficialOnes) {
  std::string source = text::to_traditional(good_report());
  for (std::size_t at = source.find("信息"); at != std::string::npos; at = source.find("信息", at)) {
    source.replace(at, std::string("信息").size(), "資訊");
  }
  EXPECT_NE(source.find("沒有現成資訊需要另行製作"), std::string::npos);
  const Scene scene(source);
  EXPECT_TRUE(scene.of("table/row-label").empty());
  const Scene wrong(with(source, "沒有現成資訊需要另行製作", "沒有現成資訊需要另外製作"));
  const Finding finding = wrong.only("table/row-label");
  ASSERT_EQ(finding.fixes.size(), 1U);
  EXPECT_NE(wrong.after(finding.fixes[0]).find("沒有現成信息需要另行製作"), std::string::npos);
}

TEST(FeeUnit, OfAProvinceMayBeLarge) {
  const auto said = [](std::string_view organ) {
    const std::string source = with(good_report(), "| 行政事业性收费 | 0 |", "| 行政事业性收费 | 186432.57 |");
    return Scene(with(source, "临江县司法局2024年", std::string(organ) + "2024年")).of("sum/remark").size();
  };
  EXPECT_EQ(said("临江县司法局"), 1U);
  for (const char* organ :
       {"浙江省人民政府", "浙江省自然资源厅", "宁夏回族自治区财政厅", "重庆市人民政府", "国家税务总局"}) {
    EXPECT_EQ(said(organ), 0U) << organ;
  }
}

}  // namespace
}  // namespace nianbao::rules::test
