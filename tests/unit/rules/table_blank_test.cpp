// Blank cells: what belongs together is one finding, and a table that writes nothing for zero is only worth a look.
#include <gtest/gtest.h>

#include "table_scene.h"

namespace nianbao::rules::test {
namespace {

using standard::Severity;

TEST(TableBlank, OneCellIsMarkedInItsPlace) {
  const std::string source = with(good_report(), "| 2.重复申请 | 1 | 0 |", "| 2.重复申请 | 1 |  |");
  const Scene scene(source);
  const Finding finding = scene.only("table/blank");
  EXPECT_EQ(finding.cells, std::vector<std::string>{"t3_refused_repeat/t3c_business"});
  EXPECT_EQ(finding.message, "这一格未填；没有发生的填 0");
  ASSERT_EQ(finding.fixes.size(), 1U);
  EXPECT_EQ(finding.fixes.front().title, "填 0");
  EXPECT_FALSE(finding.fixes.front().preferred) << "no fix-all invents a number";
  EXPECT_TRUE(Scene(scene.after(finding.fixes.front())).rules_said().empty());
}

TEST(TableBlank, CellsThatTouchAreOneFinding) {
  std::string source = good_report();
  for (const char* label : {"1.属于国家秘密", "2.其他法律行政法规禁止公开", "3.危及“三安全一稳定”"}) {
    source = with(source, std::string(label) + " | 0 | 0 | 0 |", std::string(label) + " | 0 | 0 |  |");
  }
  source = with(source, "3.补正后申请内容仍不明确 | 0 |", "3.补正后申请内容仍不明确 |  |");
  const Scene scene(source);
  const auto findings = scene.of("table/blank");
  ASSERT_EQ(findings.size(), 2U);
  EXPECT_EQ(findings[0].cells.size(), 3U);
  EXPECT_EQ(findings[0].message, "“属于国家秘密”行等 3 行 3 格未填；没有发生的填 0");
  EXPECT_EQ(findings[0].related.size(), 2U) << "the cells outside of the mark";
  EXPECT_EQ(findings[1].cells, std::vector<std::string>{"t3_unable_unclear/t3c_natural"});
}

TEST(TableBlank, ReviewAndLawsuitsAreTwoThings) {
  const std::string values = "| 1 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |";
  const std::string blanks = "| 1 | 0 | 0 |  |  |  |  | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |";
  EXPECT_EQ(Scene(with(good_report(), values, blanks)).of("table/blank").size(), 2U);
}

TEST(TableBlank, AHabitIsOnlyWorthALook) {
  std::string source = good_report();
  std::size_t at = source.find("| 一、本年新收");
  const std::size_t end = source.find("## 四");
  while ((at = source.find("| 0 |", at)) < end) source.replace(at + 2, 1, " ");
  const Scene scene(source);
  const Finding finding = scene.only("table/blank");
  EXPECT_EQ(finding.severity, Severity::information);
  EXPECT_GT(finding.cells.size(), 100U);
  ASSERT_EQ(finding.fixes.size(), 1U);
  EXPECT_TRUE(Scene(scene.after(finding.fixes.front())).rules_said().empty());
}

TEST(TableBlank, PlaceholdersAreBlanks) {
  for (const char* sign : {"/", "-", "—", "——", "无"}) {
    const Scene scene(with(good_report(), "2.重复申请 | 1 | 0 |", "2.重复申请 | 1 | " + std::string(sign) + " |"));
    const Finding finding = scene.only("table/blank");
    EXPECT_EQ(finding.message, "“" + std::string(sign) + "”不是数字；没有发生的填 0");
    ASSERT_EQ(finding.fixes.size(), 1U);
    EXPECT_NE(scene.after(finding.fixes.front()).find("2.重复申请 | 1 | 0 "), std::string::npos);
  }
}

TEST(TableBlank, ARowThatLostItsTrailingTabsGetsItsZeros) {
  const std::string source =
      "第二十条第（一）项\t\t\t\n信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\n行政规范性文件\t2\t1\t0\n";
  const Scene scene(source);
  const Finding finding = scene.only("table/blank");
  EXPECT_EQ(finding.cells.size(), 3U);
  ASSERT_EQ(finding.fixes.size(), 1U);
  EXPECT_NE(scene.after(finding.fixes.front()).find("规章\t0\t0\t0\n"), std::string::npos);
}

}  // namespace
}  // namespace nianbao::rules::test
