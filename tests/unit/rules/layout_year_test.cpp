// One report, one year: title, period, captions, signature; and the title itself.
#include <gtest/gtest.h>

#include "support/paths.h"
#include "table_scene.h"

namespace nianbao::rules::test {
namespace {

using standard::Severity;

std::string statistics_report() {
  return read_file(paths::source() + "/tests/fixtures/rules/table/group-value/good.md");
}

/// Without a date nothing but the text says which of two years is meant.
std::string unsigned_report() {
  return with(good_report(), "2025年1月20日", "");
}

TEST(LayoutYear, TitleAgainstPeriodIsAnErrorWithTwoWaysOut) {
  const Scene scene(with(unsigned_report(), "2024年1月1日至2024年12月31日", "2023年1月1日至2023年12月31日"));
  const Finding finding = scene.only("layout/year");
  EXPECT_EQ(finding.severity, Severity::error);
  EXPECT_EQ(finding.message, "统计期限为2023年，标题为2024年");
  ASSERT_EQ(finding.fixes.size(), 2U);
  EXPECT_EQ(finding.fixes[0].title, "期限改为2024年") << "the text speaks of 2024";
  EXPECT_EQ(scene.after(finding.fixes[0]), unsigned_report());
  EXPECT_TRUE(Scene(scene.after(finding.fixes[1])).of("layout/year").size() <= 2U);
  for (const Fix& fix : finding.fixes) EXPECT_FALSE(fix.preferred);
}

TEST(LayoutYear, ATitleThatWasNotUpdatedIsCorrectedFirst) {
  const Scene scene(with(good_report(), "临江县司法局2024年", "临江县司法局2022年"));
  const Finding finding = scene.only("layout/year");
  ASSERT_EQ(finding.fixes.size(), 1U) << "the report is signed in 2025: the title is the one that is wrong";
  EXPECT_EQ(finding.fixes[0].title, "标题改为2024年");
  EXPECT_EQ(scene.after(finding.fixes[0]), good_report());
  const Scene undated(with(unsigned_report(), "临江县司法局2024年", "临江县司法局2022年"));
  ASSERT_EQ(undated.only("layout/year").fixes.size(), 2U);
  EXPECT_EQ(undated.only("layout/year").fixes[0].title, "标题改为2024年");
}

TEST(LayoutYear, TheDateOfSigningDecidesWhichYearIsWrong) {
  const Scene scene(with(good_report(), "2024年1月1日至2024年12月31日", "2023年1月1日至2023年12月31日"));
  ASSERT_EQ(scene.only("layout/year").fixes.size(), 1U);
  EXPECT_EQ(scene.after(scene.only("layout/year").fixes[0]), good_report());
}

TEST(LayoutYear, TheSignatureIsOfTheYearBehind) {
  EXPECT_TRUE(Scene(with(good_report(), "2025年1月20日", "2024年12月30日")).of("layout/year").empty());
  const Finding finding = Scene(with(good_report(), "2025年1月20日", "2024年1月20日")).only("layout/year");
  EXPECT_EQ(finding.severity, Severity::warning);
  ASSERT_EQ(finding.fixes.size(), 1U);
  EXPECT_EQ(finding.fixes[0].edits.front().new_text, "2025");
  EXPECT_EQ(finding.message, "落款为2024年；2024年的报告在次年发布，应为2025年");
}

TEST(LayoutYear, LeftOversOfLastYearAreSaid) {
  EXPECT_EQ(Scene(with(good_report(), "2024年，本机关", "2023年，本机关")).of("layout/year").size(), 1U);
  EXPECT_EQ(Scene(with(good_report(), "全年通过政府门户网站", "截至2023年12月31日，通过政府门户网站"))
                .of("layout/year")
                .size(),
            1U);
  EXPECT_EQ(Scene(with(statistics_report(), "2017年度政府信息公开情况统计表", "2016年度政府信息公开情况统计表"))
                .of("layout/year")
                .size(),
            1U);
  EXPECT_TRUE(Scene(with(good_report(), "全年通过", "与2023年相比有所增加，全年通过")).of("layout/year").empty());
}

TEST(LayoutPeriod, MustBeTheWholeYear) {
  const Scene scene(with(good_report(), "2024年1月1日至2024年12月31日", "2024年3月1日至11月30日"));
  const Finding finding = scene.only("layout/period");
  EXPECT_EQ(finding.severity, Severity::warning);
  ASSERT_EQ(finding.fixes.size(), 1U);
  EXPECT_NE(scene.after(finding.fixes[0]).find("2024年1月1日至12月31日。"), std::string::npos)
      << scene.after(finding.fixes[0]);
  EXPECT_TRUE(Scene(with(good_report(), "至2024年12月31日", "至12月31日")).rules_said().empty());
}

TEST(LayoutPeriod, OfAnOrganThatBeganOrEndedWithinTheYearMayBeShorter) {
  const auto said = [](std::string_view period, std::string_view why) {
    const std::string source = with(good_report(), "2024年1月1日至2024年12月31日", period);
    return Scene(with(source, "一、总体情况", std::string(why) + "\n\n## 一、总体情况")).of("layout/period").size();
  };
  EXPECT_EQ(said("2024年3月28日至2024年12月31日", "我局于2024年3月28日挂牌成立。"), 0U);
  EXPECT_EQ(said("2024年1月1日至2024年9月30日", "因机构改革，本机关于2024年9月30日撤销。"), 0U);
  EXPECT_EQ(said("2024年3月28日至2024年12月31日", "本机关认真做好公开工作。"), 1U);
  EXPECT_EQ(said("2024年3月28日至2024年11月30日", "我局于2024年3月28日挂牌成立。"), 1U);
  EXPECT_EQ(said("2024年1月1日至2024年11月30日", "本机关成立政务公开领导小组。"), 1U) << "that ends nothing";
  EXPECT_EQ(said("2024年1月1日至2024年11月30日", "本机关职责于2024年12月1日并入县教育局。"), 0U);
  EXPECT_EQ(said("2024年3月28日至2024年12月31日", "本机关撤销了领导小组。"), 1U) << "that begins nothing";
}

TEST(LayoutPeriod, WithoutPartsOnlyTheBeginningIsAskedForReasons) {
  const auto said = [](std::size_t lines) {
    std::string source = "临江县司法局2024年政府信息公开工作年度报告\n\n统计期限为2024年3月28日至2024年12月31日。\n";
    for (std::size_t i = 0; i < lines; ++i) source += "\n";
    return Scene(source + "我局挂牌成立。\n").of("layout/period").size();
  };
  EXPECT_EQ(said(5), 0U);
  EXPECT_EQ(said(60), 1U);
}

TEST(LayoutTitle, NamesOrganWithItsPlace) {
  const auto title = [](std::string_view organ) {
    return Scene(with(good_report(), "临江县司法局2024年", std::string(organ) + "2024年"));
  };
  EXPECT_EQ(title("财政局").only("layout/title").severity, Severity::warning);
  EXPECT_EQ(title("市场监督管理局").only("layout/title").severity, Severity::warning);
  EXPECT_EQ(title("县人民政府").only("layout/title").severity, Severity::information);
  for (const char* organ : {"临江县财政局", "临江县机构编制委员会办公室", "国家税务总局", "北京海关", "司法部",
                            "通州区市场监督管理局", "浙江省人民政府办公厅"}) {
    EXPECT_TRUE(title(organ).of("layout/title").empty()) << organ;
  }
}

TEST(LayoutTitle, HasYearAndOfficialName) {
  const Scene name(with(good_report(), "年政府信息公开工作年度报告", "年政府信息公开年度报告"));
  const Finding finding = name.only("layout/title");
  ASSERT_EQ(finding.fixes.size(), 1U);
  EXPECT_EQ(name.after(finding.fixes[0]), good_report());
  const Finding year = Scene(with(good_report(), "局2024年政府", "局政府")).only("layout/title");
  EXPECT_NE(year.message.find("缺年份"), std::string::npos) << year.message;
  const Finding organ = Scene(with(good_report(), "# 临江县司法局2024年", "# 2024年")).only("layout/title");
  EXPECT_NE(organ.message.find("缺机关名称"), std::string::npos) << organ.message;
}

TEST(LayoutTitle, AnOrganOnItsOwnLineIsFine) {
  EXPECT_TRUE(
      Scene(with(good_report(), "# 临江县司法局2024年", "# 临江县司法局\n\n## 2024年")).of("layout/title").empty());
}

constexpr std::string_view whole_title = "# 临江县司法局2024年政府信息公开工作年度报告";

TEST(LayoutTitle, TheYearMayStandInFrontOrBehind) {
  for (const char* title :
       {"2024年临江县司法局政府信息公开工作年度报告", "2024年度临江县司法局政府信息公开工作年度报告",
        "临江县司法局政府信息公开工作年度报告（2024年度）", "临江县司法局政府信息公开工作年度报告(2024)",
        "临江县司法局（2024年）政府信息公开工作年度报告"}) {
    const Scene scene(with(good_report(), whole_title, title));
    EXPECT_TRUE(scene.rules_said().empty()) << title << ::testing::PrintToString(scene.rules_said());
    EXPECT_EQ(scene.report.year, 2024) << title;
    EXPECT_EQ(scene.report.organ, "临江县司法局") << title;
  }
  const Scene other(with(good_report(), whole_title, "2024年临江县司法局政府信息公开年报"));
  ASSERT_EQ(other.only("layout/title").fixes.size(), 1U);
  EXPECT_TRUE(
      other.after(other.only("layout/title").fixes[0]).starts_with("2024年临江县司法局政府信息公开工作年度报告\n"));
}

TEST(LayoutTitle, WhatStandsInTheYearsPlaceIsReplaced) {
  for (const char* place : {"2024", "年", "年度", "二〇二四年", "××年", "24年"}) {
    const Scene scene(with(good_report(), "局2024年政府", "局" + std::string(place) + "政府"));
    EXPECT_EQ(scene.report.organ, "临江县司法局") << place;
    const Finding finding = scene.only("layout/title");
    ASSERT_EQ(finding.fixes.size(), 1U) << place;
    EXPECT_EQ(scene.after(finding.fixes[0]), good_report()) << place;
  }
  const Scene other(with(good_report(), "局2024年政府", "局2023政府"));
  EXPECT_NE(other.after(other.only("layout/title").fixes[0]).find("局2023年政府"), std::string::npos)
      << "the year that is written is not changed unseen";
  const Scene people(with(good_report(), "临江县司法局2024年政府", "临江县关爱青少年政府"));
  EXPECT_EQ(people.report.organ, "临江县关爱青少年");
}

TEST(LayoutTitle, MayBeBrokenOverTwoLines) {
  for (const char* title :
       {"临江县司法局2024年政府信息公开\n工作年度报告", "临江县司法局2024年\n政府信息公开工作年度报告",
        "临江县司法局政府信息公开工作年度报告\n（2024年）", "# 临江县司法局政府信息公开工作年度报告\n\n## 2024年度",
        "临江县司法局\n2024年政府信息公开\n工作年度报告"}) {
    const Scene scene(with(good_report(), whole_title, title));
    EXPECT_TRUE(scene.rules_said().empty()) << title << ::testing::PrintToString(scene.rules_said());
    EXPECT_EQ(scene.report.year, 2024) << title;
    EXPECT_EQ(scene.report.organ, "临江县司法局") << title;
  }
}

TEST(LayoutTitle, AMenuBeforeItIsNone) {
  for (const char* menu : {"首页 > 政府信息公开 > 年度报告", "政府信息公开年度报告", "政府信息公开年报",
                           "临江县人民政府 政府信息公开 政府信息公开年度报告"}) {
    const Scene scene(std::string(menu) + "\n\n" + good_report());
    EXPECT_TRUE(scene.rules_said().empty()) << menu << ::testing::PrintToString(scene.rules_said());
    EXPECT_EQ(scene.report.organ, "临江县司法局") << menu;
  }
}

TEST(LayoutTitle, ALineOfASentenceIsNone) {
  const std::string source = with(good_report(), "政府信息公开工作年度报告", "政府信息公开年报");
  const Scene scene(
      with(source, "一、总体情况", "现公布临江县司法局2024年政府信息公开工作年度报告\n\n## 一、总体情况"));
  EXPECT_EQ(scene.report.organ, "临江县司法局");
  EXPECT_EQ(scene.of("layout/title").size(), 1U);
}

TEST(LayoutTitle, WordsOfASentenceMayBeInAName) {
  const Scene organ(with(good_report(), "# 临江县司法局2024年", "# 临江县标准公布局2024年"));
  EXPECT_EQ(organ.report.organ, "临江县标准公布局");
  EXPECT_TRUE(organ.of("layout/title").empty());
  const Scene remark(with(good_report(), "年政府信息公开工作年度报告", "年政府信息公开工作年度报告（公布稿）"));
  EXPECT_TRUE(remark.of("layout/title").empty());
  EXPECT_EQ(remark.report.organ, "临江县司法局");
}

TEST(LayoutTitle, AnEarlierReportInAMenuIsNone) {
  const Scene scene("政府信息公开指南\n\n2022年政府信息公开工作年度报告\n\n" + good_report());
  EXPECT_EQ(scene.report.year, 2024);
  EXPECT_EQ(scene.report.organ, "临江县司法局");
}

TEST(LayoutTitle, OfAWebPageIsNotMendedAcrossTags) {
  const std::string page =
      "<html><body><h1>临江县司法局2024年政府信息<b>公开</b>年报</h1>\n<p>一、总体情况</p><p>工作正常。</p></body></"
      "html>";
  const text::Text source(page);
  const report::Report report = report::build_from_web_page(source, the_standard());
  for (const Finding& finding : check(report, the_standard(), {})) {
    EXPECT_TRUE(finding.rule != "layout/title" || finding.fixes.empty()) << finding.message;
  }
  EXPECT_EQ(report.year, 2024);
}

}  // namespace
}  // namespace nianbao::rules::test
