// The rules on citations: what they find, what they leave alone, and that their fixes end them.
#include <gtest/gtest.h>

#include "table_scene.h"

namespace nianbao::rules::test {
namespace {

std::string report_with(const std::string& prose, int year = 2024) {
  return "青山县司法局" + std::to_string(year) + "年政府信息公开工作年度报告\n\n一、总体情况\n\n" + prose + "\n";
}

std::vector<std::string> law_findings(const std::string& prose, int year = 2024) {
  std::vector<std::string> found;
  for (const Finding& finding : Scene(report_with(prose, year)).findings) {
    if (finding.rule.starts_with("law/")) found.push_back(finding.rule);
  }
  return found;
}

using List = std::vector<std::string>;

TEST(LawRules, UnknownArticle) {
  const Scene scene(report_with("根据《中华人民共和国政府信息公开条例》第六十二条"));
  const Finding finding = scene.only("law/unknown-article");
  EXPECT_EQ(finding.message, "条例共五十六条，没有第六十二条");
  EXPECT_EQ(finding.severity, standard::Severity::error);
  EXPECT_EQ(scene.marked(finding), "第六十二条");
  const Scene old(report_with("根据《政府信息公开条例》第四十条", 2018));
  EXPECT_EQ(old.only("law/unknown-article").message, "2007年条例共三十八条，没有第四十条");
  const Scene part(report_with("根据《政府信息公开条例》第三十六条第九项"));
  EXPECT_EQ(part.only("law/unknown-article").message, "条例第三十六条共七项，没有第九项");
  EXPECT_EQ(part.only("law/unknown-article").severity, standard::Severity::warning);
}

TEST(LawRules, WhatIsRightIsLeftAlone) {
  for (const char* prose : {
           "根据《中华人民共和国政府信息公开条例》（以下简称《条例》）第五十条，按照《条例》第三十六条第四项答复。",
           "《青山省政府信息公开条例》（以下简称《条例》）第七十条，《条例》第八十条。",
           "按照《青山省实施〈中华人民共和国政府信息公开条例〉办法》第六十条。民法典第一千条。",
           "根据《政府信息公开条例》和《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年"
           "度"
           "报告格式〉的通知》（国办公开办函〔2021〕30号）编制。",
           "条例于2007年4月5日国务院令第492号公布，2019年4月3日国务院令第711号修订。",
           "青山县公告〔2024〕第5号；法院（2024）宁01行初12号判决；推进全市政府信息公开法治化。",
           "贯彻政务公开条例精神，第六十二条措施。",
           "根据《中华人民共和国政府信息公开条例》（以下简称“《条例》”）编制，落实《条例》要求。",
           "《中华人民共和国政府信息公开条例》（国务院令第711号，以下简称新《条例》）施行以来，落实新《条例》，宣传《条"
           "例》。",
           "原《条例》（国务院令第492号）施行期间形成的《中华人民共和国政府信息公开条例》（以下简称《条例》）档案已移交"
           "。",
       }) {
    EXPECT_EQ(law_findings(prose), List{}) << prose;
  }
}

TEST(LawRules, NamesAndShortNames) {
  const Scene wrong(report_with("贯彻《政府信息公开法》"));
  EXPECT_EQ(wrong.only("law/name").message, "没有“政府信息公开法”这个名称，应为“政府信息公开条例”");
  const Scene other(
      report_with("根据《中华人民共和国政府信息公开条例》（以下简称《公开条例》），落实《信息公开条例》"));
  EXPECT_EQ(other.only("law/name").fixes.front().title, "改为“公开条例”");
  const Scene undefined(report_with("根据《中华人民共和国政府信息公开条例》，落实《条例》，宣传《条例》"));
  const Finding finding = undefined.only("law/name");
  EXPECT_EQ(finding.related.size(), 1U);
  ASSERT_EQ(finding.fixes.size(), 2U);
  for (const Scene* scene : {&wrong, &other, &undefined}) {
    for (const Fix& fix : scene->only("law/name").fixes) {
      const Scene after(scene->after(fix));
      EXPECT_TRUE(after.of("law/name").empty()) << after.text.bytes();
      EXPECT_EQ(after.findings.size() + 1, scene->findings.size()) << after.text.bytes();
    }
  }
}

TEST(LawRules, AWrongNameBesideItsShortNameIsReplacedByTheFullOne) {
  for (const char* name : {"政府信息公开法", "信息公开条例", "中华人民共和国政府信息公开法", "政府信息公开条列"}) {
    const Scene scene(report_with("根据《" + std::string(name) + "》（以下简称《条例》）编制，落实《条例》要求。"));
    const Finding finding = scene.only("law/name");
    ASSERT_EQ(finding.fixes.size(), 1U) << name;
    const std::string after = scene.after(finding.fixes.front());
    EXPECT_NE(after.find("根据《中华人民共和国政府信息公开条例》（以下简称《条例》）编制"), std::string::npos) << after;
    EXPECT_TRUE(Scene(after).of("law/name").empty()) << after;
  }
}

TEST(LawRules, ASupersededDecreeIsOneFinding) {
  EXPECT_EQ(
      law_findings(
          "根据《中华人民共和国政府信息公开条例》（国务院令第492号，以下简称《条例》）第五十条，《条例》第四十九条",
          2023),
      List{"law/superseded"});
}

TEST(LawRules, DocumentNumbersAreWrittenOneWay) {
  for (const auto& [written, right] : {std::pair{"宁政办发[2024]15号", "宁政办发〔2024〕15号"},
                                       {"宁政办发（2024）15号", "宁政办发〔2024〕15号"},
                                       {"宁政办发〔2024〕第15号", "宁政办发〔2024〕15号"},
                                       {"宁政办发〔2024〕015号", "宁政办发〔2024〕15号"}}) {
    const Scene scene(report_with("按照《通知》（" + std::string(written) + "）要求"));
    const Finding finding = scene.only("law/document-number");
    ASSERT_EQ(finding.fixes.size(), 1U) << written;
    EXPECT_NE(scene.after(finding.fixes.front()).find(right), std::string::npos) << written;
    EXPECT_TRUE(Scene(scene.after(finding.fixes.front())).of("law/document-number").empty()) << written;
  }
}

TEST(LawRules, WhatDoesNotApplyToTheYear) {
  const Scene scene(
      report_with("根据国务院办公厅政府信息与政务公开办公室《关于政府信息公开工作年度报告有关事项的通知》"
                  "（国办公开办函〔2019〕60号）要求",
                  2022));
  const Finding finding = scene.only("law/superseded");
  EXPECT_EQ(finding.message,
            "国办公开办函〔2019〕60号自2021年9月29日起停止适用，2022年报告依据国办公开办函〔2021〕30号");
  const std::string after = scene.after(finding.fixes.front());
  EXPECT_NE(after.find("《关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号）"),
            std::string::npos)
      << after;
  EXPECT_EQ(law_findings("根据国办公开办函〔2019〕60号", 2020), List{});
  EXPECT_EQ(law_findings("根据国办公开办函〔2021〕30号", 2020), List{"law/superseded"});
  EXPECT_EQ(law_findings("根据国务院令第492号", 2019), List{"law/superseded"});
  EXPECT_EQ(law_findings("根据国务院令第492号", 2018), List{});
  EXPECT_EQ(law_findings("法释〔2011〕17号", 2025), List{"law/superseded"});
}

TEST(LawRules, EnglishReadersGetEnglish) {
  const Scene scene(report_with("根据《中华人民共和国政府信息公开条例》第六十二条"), Locale::en);
  EXPECT_NE(scene.only("law/unknown-article").message.find("56 articles"), std::string::npos);
}

}  // namespace
}  // namespace nianbao::rules::test
