// Parts of a report: lost, misplaced, renamed, renumbered, empty; and what must not be said.
#include <gtest/gtest.h>

#include "rules/layout_common.h"
#include "support/paths.h"
#include "table_scene.h"

namespace nianbao::rules::test {
namespace {

using standard::Severity;

std::string without(std::string source, std::string_view from, std::string_view to) {
  const std::size_t begin = source.find(from);
  const std::size_t end = source.find(to, begin);
  if (begin == std::string::npos || end == std::string::npos) {
    ADD_FAILURE() << from << " … " << to;
    return source;
  }
  return source.erase(begin, end - begin);
}

TEST(LayoutOrdinals, AreReadAndWritten) {
  for (std::int32_t value = 1; value < 100; ++value) EXPECT_EQ(ordinal_value(chinese_ordinal(value)), value);
  EXPECT_EQ(ordinal_value("3"), 3);
  EXPECT_FALSE(ordinal_value("其他"));
  EXPECT_FALSE(ordinal_value(""));
}

TEST(LayoutSections, ALostPartIsPutBackInItsPlace) {
  const std::string cut = without(good_report(), "## 一、总体情况", "## 二、");
  const Scene scene(cut);
  const Finding finding = scene.only("layout/section-missing");
  EXPECT_EQ(finding.severity, Severity::error);
  EXPECT_EQ(finding.message, "缺“一、总体情况”部分");
  EXPECT_EQ(scene.rules_said(), std::vector<std::string>{"layout/section-missing"})
      << "the numbers of the rest are right";
  ASSERT_EQ(finding.fixes.size(), 1U);
  EXPECT_NE(scene.after(finding.fixes.front()).find("\n\n## 一、总体情况\n\n## 二、"), std::string::npos);
}

TEST(LayoutSections, ALostLastPartStandsBeforeTheSignature) {
  const Scene scene(without(good_report(), "## 六、", "临江县司法局\n\n2025年"));
  const Finding finding = scene.only("layout/section-missing");
  ASSERT_EQ(finding.fixes.size(), 1U);
  EXPECT_NE(scene.after(finding.fixes.front()).find("## 六、其他需要报告的事项\n\n临江县司法局\n\n2025年"),
            std::string::npos)
      << scene.after(finding.fixes.front());
}

TEST(LayoutSections, RenumberedRestOfALostPartIsNotBlamedToo) {
  std::string source = without(good_report(), "## 一、总体情况", "## 二、");
  for (const auto& [from, to] :
       {std::pair{"## 二、", "## 一、"}, std::pair{"## 三、", "## 二、"}, std::pair{"## 四、", "## 三、"},
        std::pair{"## 五、", "## 四、"}, std::pair{"## 六、", "## 五、"}}) {
    source = with(source, from, to);
  }
  EXPECT_EQ(Scene(source).rules_said(), std::vector<std::string>{"layout/section-missing"});
}

TEST(LayoutSections, ATableStandsForItsLostHeading) {
  const Scene scene(with(good_report(), "## 三、收到和处理政府信息公开申请情况\n", ""));
  EXPECT_TRUE(scene.of("layout/section-missing").empty());
  EXPECT_TRUE(scene.of("table/missing").empty());
}

TEST(LayoutSections, AHeadingThatLostItsNumberGetsIt) {
  const Scene scene(with(good_report(), "## 三、收到和处理", "## 收到和处理"));
  const Finding finding = scene.only("layout/section-number");
  EXPECT_EQ(finding.message, "部分标题缺序号“三、”");
  ASSERT_EQ(finding.fixes.size(), 1U);
  EXPECT_EQ(scene.after(finding.fixes.front()), good_report());
}

TEST(LayoutSections, AMisplacedPartIsOneFinding) {
  std::string source = good_report();
  const std::size_t five = source.find("## 五、");
  const std::size_t six = source.find("## 六、");
  const std::string part = source.substr(five, six - five);
  source.erase(five, part.size());
  source.insert(source.find("## 二、"), part);
  const Scene scene(source);
  EXPECT_EQ(scene.rules_said(), std::vector<std::string>{"layout/section-order"});
  EXPECT_EQ(scene.only("layout/section-order").message,
            "“五、存在的主要问题及改进情况”应在“四、政府信息公开行政复议、行政诉讼情况”之后");
}

TEST(LayoutSections, AcceptedTitlesAreAccepted) {
  for (const char* title : {"政府信息公开行政复议行政诉讼情况", "因政府信息公开工作被申请行政复议、提起行政诉讼情况"}) {
    const Scene scene(with(good_report(), "政府信息公开行政复议、行政诉讼情况", title));
    EXPECT_TRUE(scene.rules_said().empty()) << title << ::testing::PrintToString(scene.rules_said());
  }
}

TEST(LayoutSections, APartWithoutContentIsSaid) {
  const Scene scene(with(good_report(), "本年度未收取信息处理费。\n", ""));
  const auto findings = scene.of("layout/section-empty");
  EXPECT_TRUE(findings.empty()) << "the signature stands in it";
  const Scene bare(without(good_report(), "2024年，本机关认真", "## 二、"));
  EXPECT_EQ(bare.only("layout/section-empty").message, "“总体情况”部分没有内容");
}

TEST(LayoutSections, ProblemsWithoutMeasuresAreSaid) {
  const std::string one = without(good_report(), "改进情况：", "## 六、");
  EXPECT_EQ(Scene(one).only("layout/section-empty").message, "第五部分没有写改进情况");
}

std::string with_problems(std::string_view body) {
  return with(without(good_report(), "存在的主要问题：", "## 六、"), "## 六、", std::string(body) + "\n\n## 六、");
}

TEST(LayoutSections, ProblemsAndMeasuresHaveManyWords) {
  for (const char* body : {"短板主要体现在解读质量不高。2025年，我局将做好以下工作：一是提高解读质量。",
                           "（一）存在不足。渠道单一。\n\n（二）努力方向。拓宽公开渠道。",
                           "政府信息公开制度尚不健全，公开内容偏少。2025年，将完善制度。",
                           "解读仍需加强，主要是信息更新较慢。今后加快更新。",
                           "时效性不强、覆盖面不广。下一步扩大覆盖面。", "主要困难是专业人员缺乏，下步将引进人才。"}) {
    EXPECT_TRUE(Scene(with_problems(body)).of("layout/section-empty").empty()) << body;
  }
}

TEST(LayoutSections, NothingIsSaidOfThem) {
  EXPECT_EQ(Scene(with_problems("无。")).only("layout/section-empty").message, "第五部分没有写问题和改进情况");
  EXPECT_EQ(Scene(with_problems("解读水平有待提高，制度不健全。")).only("layout/section-empty").message,
            "第五部分没有写改进情况");
  EXPECT_EQ(Scene(with_problems("下一步开展培训。")).only("layout/section-empty").message, "第五部分没有写问题");
}

constexpr std::string_view part_five = "## 五、存在的主要问题及改进情况";

TEST(LayoutSections, ASpaceInsideTheNumberIsNoFault) {
  const Scene scene(with(good_report(), part_five, "五 、存在的主要问题及改进情况"));
  EXPECT_TRUE(scene.rules_said().empty()) << ::testing::PrintToString(scene.rules_said());
}

TEST(LayoutSections, AnotherKindOfNumberIsSaidAtTheHeading) {
  for (const char* number : {"（五）", "(五)", "5.", "5、", "第五部分 "}) {
    const Scene scene(with(good_report(), part_five, std::string(number) + "存在的主要问题及改进情况"));
    EXPECT_EQ(scene.rules_said(), std::vector<std::string>{"layout/section-number"}) << number;
    const Finding finding = scene.only("layout/section-number");
    ASSERT_EQ(finding.fixes.size(), 1U) << number;
    EXPECT_NE(scene.after(finding.fixes.front()).find("\n五、存在的主要问题及改进情况\n"), std::string::npos) << number;
  }
}

TEST(LayoutSections, AllPartsMayHaveAnotherKindOfNumber) {
  std::string source = good_report();
  for (const std::string numeral : {"一", "二", "三", "四", "五", "六"}) {
    source = with(source, "## " + numeral + "、", "## （" + numeral + "）");
  }
  EXPECT_EQ(Scene(source).rules_said(), std::vector<std::string>(6, "layout/section-number"));
}

TEST(LayoutSections, AnItemOfASeriesIsNoPart) {
  const std::string item =
      "（一）重点工作。工作正常。\n\n（二）主动公开政府信息情况\n\n工作正常。\n\n（三）其他工作。工作正常。\n\n";
  const std::string source =
      with(without(good_report(), "## 二、", "|"), "2024年，本机关认真", item + "2024年，本机关认真");
  for (const report::Heading& heading : Scene(source).report.headings) {
    EXPECT_TRUE(heading.marker.empty() || heading.section != "sec2") << heading.title_text;
  }
}

TEST(LayoutSections, WhatStandsBetweenPartsFourAndSixIsPartFive) {
  for (const char* title : {"存在问题和不足", "工作中存在的问题", "存在不足及下一步打算", "下一步工作打算"}) {
    const Scene scene(with(good_report(), part_five, std::string("## 五、") + title));
    EXPECT_EQ(scene.rules_said(), std::vector<std::string>{"layout/section-title"}) << title;
    EXPECT_FALSE(scene.only("layout/section-title").fixes.front().preferred);
  }
}

TEST(LayoutSections, FreeReportsMayNameTheirPartsAsTheyLike) {
  const std::string source = read_file(paths::source() + "/tests/fixtures/rules/table/group-value/good.md");
  EXPECT_TRUE(Scene(source).rules_said().empty());
  const Scene skipped(with(source, "## 三、依申请", "## 四、依申请"));
  EXPECT_EQ(skipped.of("layout/section-number").size(), 1U) << "a repeat further down has the same cause";
  const std::string bare = with(source, "## 五、行政复议", "## 行政复议");
  EXPECT_EQ(Scene(bare).only("layout/section-number").message, "部分标题缺序号“五、”");
}

}  // namespace
}  // namespace nianbao::rules::test
