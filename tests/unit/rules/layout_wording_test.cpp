// Ordinals, preamble, list of parts, overview, fees, dates and left-overs: what a reviewer marks in the frame of a
// report.
#include <gtest/gtest.h>

#include "rules/rules.h"
#include "table_scene.h"

namespace nianbao::rules::test {
namespace {

using standard::Severity;

std::string saying(const std::string& text) {
  return with(good_report(), "2024年，本机关认真贯彻政府信息公开条例，有序推进各项工作。", text);
}

TEST(LayoutOrdinal, AGapInASeriesIsRenumbered) {
  const Scene scene(saying("一是明确责任；二是完善制度；四是加强培训；五是强化监督。"));
  const Finding finding = scene.only("layout/ordinal");
  EXPECT_EQ(finding.message, "“二是”之后为“四是”，缺“三是”");
  EXPECT_EQ(scene.marked(finding), "四是");
  ASSERT_EQ(finding.fixes.size(), 1U);
  EXPECT_EQ(finding.fixes.front().title, "重新编号（2 处）");
  EXPECT_FALSE(finding.fixes.front().preferred) << "an item may be lost";
  EXPECT_NE(scene.after(finding.fixes.front()).find("三是加强培训；四是强化监督"), std::string::npos);
}

TEST(LayoutOrdinal, NestedAndSeparateSeriesAreCountedApart) {
  for (const char* text :
       {"一是完善制度：一是登记，二是审核；二是加强培训。", "一是公开；二是解读。另外，一是培训；二是考核；三是监督。",
        "一是公开；二要解读；三是培训。", "唯一是公开，统一是要求。一是公开；第二，解读；三是培训。",
        "二是公开；三是解读。", "一是公开。\n\n二是解读。\n\n三是培训。",
        "一是…；二是…；三是…；四是…；五是…；六是…；七是…；八是…；九是…；十是…；十一是…；十二是…。"}) {
    EXPECT_TRUE(Scene(saying(text)).of("layout/ordinal").empty()) << text;
  }
}

TEST(LayoutOrdinal, ASeriesMayRunOnInOneParagraph) {
  const auto alone = [](std::string_view text) {
    return Scene(with(good_report(), "2024年，本机关", std::string(text) + "\n\n2024年，本机关"))
        .of("layout/ordinal")
        .size();
  };
  EXPECT_EQ(alone("（1）规范答复格式；（2）完善登记台账；（3）加强沟通会商。"), 0U);
  EXPECT_EQ(alone("1.规范答复格式；2.完善登记台账。"), 0U);
  EXPECT_EQ(alone("1.规范答复格式。全年公开2.5万条、12.6万字。"), 1U);
}

TEST(LayoutOrdinal, ASeriesGoesOnBehindAPageBreak) {
  const Scene scene(
      saying("一是明确责任，由办公室牵头，各科室分工负责、密切\n\n配合，形成合力。二是完善制度。三是加强培训。"));
  EXPECT_TRUE(scene.of("layout/ordinal").empty());
}

TEST(LayoutOrdinal, HeadingsBelowTheParts) {
  const Scene gap(with(good_report(), "（五）监督保障情况", "（六）监督保障情况"));
  const Finding finding = gap.only("layout/ordinal");
  EXPECT_EQ(finding.message, "“（四）”之后为“（六）”，缺“（五）”");
  ASSERT_EQ(finding.fixes.size(), 1U);
  EXPECT_EQ(gap.after(finding.fixes.front()), good_report());
  const Scene alone(with(good_report(), "组织业务培训2次", "\n\n1.组织培训。全年2次。\n\n"));
  EXPECT_EQ(alone.only("layout/ordinal").severity, Severity::information);
}

TEST(LayoutOrdinal, ANumberThatIsThereTwiceIsTheNextOne) {
  const Scene scene(with(good_report(), "存在的主要问题：政策解读形式单一，",
                         "（一）形式单一。\n\n（一）业务不熟。\n\n（二）更新较慢。"));
  const Finding finding = scene.only("layout/ordinal");
  EXPECT_EQ(finding.message, "“（一）”之后为“（一）”，应为“（二）”");
  EXPECT_EQ(finding.severity, Severity::information);
  ASSERT_EQ(finding.fixes.size(), 1U);
  const std::string after = scene.after(finding.fixes.front());
  EXPECT_NE(after.find("（一）形式单一。\n\n（二）业务不熟。\n\n（三）更新较慢。"), std::string::npos) << after;
}

TEST(LayoutOrdinal, TwoSeriesOfWhichTheFirstHasOneEntryStayTwo) {
  const Scene scene(with(good_report(), "存在的主要问题：政策解读形式单一，",
                         "存在的主要问题：\n\n（一）形式单一。\n\n改进情况：\n\n（一）增加解读。\n\n（二）组织培训。"));
  for (const Finding& finding : scene.of("layout/ordinal")) {
    EXPECT_EQ(finding.message, "这一层只有“（一）”一项，可不编号");
  }
}

TEST(LayoutOrdinal, ArabicNumeralsTakeAPoint) {
  const Scene scene(
      with(good_report(), "存在的主要问题：政策解读形式单一，", "1、形式单一。解读较少。\n\n2、业务不熟。"));
  const Finding finding = scene.only("layout/ordinal-level");
  EXPECT_EQ(scene.marked(finding), "1、");
  ASSERT_EQ(finding.fixes.size(), 1U);
  EXPECT_TRUE(Scene(scene.after(finding.fixes.front())).of("layout/ordinal-level").empty());
}

TEST(LayoutPreamble, WhatIsMissingIsNamed) {
  const std::string preamble =
      "根据《中华人民共和国政府信息公开条例》规定，编制本报告。本报告所列数据的统计期限为2024年1月1日至2024年12月31日。"
      "联系地址：临江县滨河路8号，联系电话：0379-12345678。\n\n";
  const Scene none(with(good_report(), preamble, ""));
  const Finding finding = none.only("layout/preamble");
  EXPECT_EQ(finding.message, "第一部分之前没有编制依据、统计期限、联系方式");
  ASSERT_EQ(finding.fixes.size(), 1U);
  EXPECT_TRUE(finding.fixes.front().asks) << "places are left to be filled in";
  EXPECT_TRUE(Scene(none.after(finding.fixes.front())).of("layout/preamble").empty());
  const Scene no_contact(with(good_report(), "联系地址：临江县滨河路8号，联系电话：0379-12345678。", ""));
  EXPECT_TRUE(no_contact.of("layout/preamble").empty()) << "the form of 2021 does not ask for it";
}

TEST(LayoutPartList, NamesAndNumberAreCompared) {
  const std::string list =
      "编制本报告。报告由总体情况，主动公开政府信息情况，收到和处理政府信息公开申请情况，政府信息公开行政复议、行政诉讼"
      "情况，"
      "存在的主要问题及改进情况，其他需要报告的事项等共六个部分组成。";
  const std::string announced = with(good_report(), "编制本报告。", list);
  EXPECT_TRUE(Scene(announced).of("layout/part-list").empty());
  const Scene renamed(with(announced, "## 五、存在的主要问题及改进情况", "## 五、存在的主要问题及下一步工作"));
  EXPECT_EQ(renamed.only("layout/part-list").message,
            "引言所列“存在的主要问题及改进情况”与标题“存在的主要问题及下一步工作”不符");
  const Scene seven(with(announced, "共六个部分", "共七个部分"));
  EXPECT_EQ(seven.only("layout/part-list").message, "引言说共 7 个部分，正文有 6 个");
  EXPECT_TRUE(Scene(with(good_report(), "编制本报告。", "编制本报告，包括主动公开、依申请公开等六个部分。"))
                  .of("layout/part-list")
                  .empty())
      << "short names are a summary";
  EXPECT_TRUE(Scene(with(good_report(), "编制本报告。", "编制本报告，见第二部分。")).of("layout/part-list").empty());
}

TEST(LayoutOverview, MissingSubjectsAreOneFinding) {
  const Scene scene(with(good_report(), "（五）监督保障情况。组织业务培训2次，未发生责任追究情形。", ""));
  EXPECT_EQ(scene.only("layout/overview").message, "总体情况未写到：监督保障");
}

TEST(LayoutFeeStatement, IsPutInWhereItIsMissing) {
  const Scene scene(with(good_report(), "本年度未收取信息处理费。", "无。"));
  const Finding finding = scene.only("layout/fee-statement");
  EXPECT_EQ(finding.severity, Severity::information);
  ASSERT_EQ(finding.fixes.size(), 1U);
  EXPECT_TRUE(finding.fixes.front().inferred) << "whether it is true the register knows";
  EXPECT_EQ(scene.after(finding.fixes.front()), good_report());
}

TEST(LayoutDeadline, DependsOnTheOrgan) {
  const auto severity_for = [](const std::string& organ, const std::string& date) {
    std::string source = good_report();
    for (std::size_t at = source.find("临江县司法局"); at != std::string::npos;
         at = source.find("临江县司法局", at + 1)) {
      source.replace(at, std::string("临江县司法局").size(), organ);
    }
    return Scene(with(source, "2025年1月20日", date)).of("layout/deadline").size();
  };
  EXPECT_EQ(severity_for("临江县司法局", "2025年1月31日"), 0U);
  EXPECT_EQ(severity_for("临江县司法局", "2025年2月1日"), 1U);
  EXPECT_EQ(severity_for("临江县人民政府", "2025年3月31日"), 0U);
  EXPECT_EQ(severity_for("临江县人民政府", "2025年4月1日"), 1U);
  EXPECT_EQ(severity_for("临江县城关镇人民政府", "2025年4月1日"), 0U) << "the law names no date for towns";
  EXPECT_EQ(severity_for("临江县东街街道办事处", "2025年4月1日"), 0U);
  EXPECT_EQ(severity_for("临江经济开发区管理委员会", "2025年4月1日"), 0U) << "of what level it is, is not certain";
}

TEST(LayoutDeadline, TheSignatureNamesTheOrganThatTheTitleDoesNot) {
  const auto said = [](const std::string& title, const std::string& signature, const std::string& date) {
    const std::string source = with(good_report(), "临江县司法局2024年", title + "2024年");
    return Scene(with(with(source, "临江县司法局\n\n2025年", signature + "\n\n2025年"), "2025年1月20日", date))
        .of("layout/deadline")
        .size();
  };
  EXPECT_EQ(said("海州市", "海州市人民政府", "2025年4月26日"), 1U);
  EXPECT_EQ(said("海州市", "海州市人民政府", "2025年3月26日"), 0U);
  EXPECT_EQ(said("海州市东城区", "东城区人民政府办公室", "2025年4月26日"), 1U);
  EXPECT_EQ(said("海州市", "海州市财政局", "2025年2月26日"), 1U);
  EXPECT_EQ(said("清水县南河镇", "南河镇人民政府", "2025年4月26日"), 0U);
  EXPECT_EQ(said("清水县南河镇", "清水县人民政府", "2025年4月26日"), 0U);
  EXPECT_EQ(said("清水县东街街道", "东街街道办事处", "2025年4月26日"), 0U);
  EXPECT_EQ(said("海州市", "本报告由市政府负责解释。", "2025年4月26日"), 0U);
}

TEST(LayoutDebris, PageChromeAfterTheTextGoes) {
  const Scene scene(good_report() + "\n打印本页 关闭窗口\n\n相关词条\n\n上一篇：2023年年报\n");
  const Finding finding = scene.only("layout/debris");
  ASSERT_EQ(finding.fixes.size(), 1U);
  const std::string after = scene.after(finding.fixes.front());
  EXPECT_EQ(after.find("打印本页"), std::string::npos);
  EXPECT_EQ(after.find("上一篇"), std::string::npos);
  EXPECT_NE(after.find("2025年1月20日"), std::string::npos);
}

TEST(LayoutDebris, RecognitionGarbageAndCutSentences) {
  const Scene image(saying("转载自治区人民政[image: image3.jpg]« D FEEREERARBRAAR\n 府政策解读35条。"));
  const Finding finding = image.only("layout/debris");
  ASSERT_EQ(finding.fixes.size(), 1U);
  EXPECT_NE(image.after(finding.fixes.front()).find("自治区人民政府政策解读35条"), std::string::npos);
  const Scene cut(saying("进一步拓展公开渠道，丰富信息公开内容，创新公开形式，加大信息公\n\n开力度，提高工作水平。"));
  const Finding join = cut.only("layout/debris");
  EXPECT_EQ(join.severity, Severity::information);
  ASSERT_EQ(join.fixes.size(), 1U);
  EXPECT_NE(cut.after(join.fixes.front()).find("加大信息公开力度"), std::string::npos);
}

TEST(LayoutDebris, PicturesLabelsAndHeadingsAreNoDebris) {
  for (const char* text :
       {"见图解：\n\n![一图读懂](images/a.png)", "通过APP、ISO9001、UNESCO、COVID平台公开。",
        "地址：临江县滨河路8号，邮编：471000，由办公室负责日常受理\n\n联系电话：0379-12345678，传真同。"}) {
    EXPECT_TRUE(Scene(saying(text)).of("layout/debris").empty()) << text;
  }
}

TEST(LayoutDebris, PinyinOnACoverIsNone) {
  for (const char* line : {"ZHENGWU GONGKAI", "ZHENGFU XINXI GONGKAI GONGZUO NIANDU BAOGAO", "LINJIANGXIAN"}) {
    EXPECT_TRUE(Scene(std::string(line) + "\n\n" + good_report()).of("layout/debris").empty()) << line;
  }
  EXPECT_EQ(Scene("FEEREERARBRAAR\n\n" + good_report()).of("layout/debris").size(), 1U);
  EXPECT_EQ(Scene(saying("公开渠道不断拓展ZHENGWUGONGKAI形式创新。")).of("layout/debris").size(), 1U);
}

TEST(Suppressions, UnknownRulesAndNamesThatDoNothingAreTold) {
  const Scene unknown(saying("<!-- nianbao-ignore prose/wrod: 引文 -->\n已建立台账。"));
  EXPECT_EQ(unknown.only("settings/suppression").message, "没有“prose/wrod”这条规则，忽略说明不起作用");
  const Scene half(saying("<!-- nianbao-ignore prose/word prose/repeat: 引文 -->\n已建立台帐。"));
  const Finding finding = half.only("settings/suppression");
  ASSERT_EQ(finding.fixes.size(), 1U);
  EXPECT_NE(half.after(finding.fixes.front()).find("<!-- nianbao-ignore prose/word: 引文 -->"), std::string::npos);
  EXPECT_TRUE(half.of("prose/word").empty());
  const Scene bare(saying("<!-- nianbao-ignore prose/word -->\n已建立台帐。"));
  EXPECT_EQ(bare.only("settings/suppression").message, "忽略“prose/word”没有写明理由；宜在冒号后写一句");
}

}  // namespace
}  // namespace nianbao::rules::test
