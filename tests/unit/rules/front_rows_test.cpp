// What stands before a report's text: a contents list, a Markdown file's metadata.
#include <array>
#include <string>

#include <gtest/gtest.h>

#include "table_scene.h"

namespace nianbao::rules::test {
namespace {

constexpr std::array<const char*, 6> titles{"总体情况",
                                            "主动公开政府信息情况",
                                            "收到和处理政府信息公开申请情况",
                                            "政府信息公开行政复议、行政诉讼情况",
                                            "存在的主要问题及改进情况",
                                            "其他需要报告的事项"};
constexpr std::array<const char*, 6> numerals{"一", "二", "三", "四", "五", "六"};

/// 一、总体情况…1; `page` has a # for the number.
std::string contents(const std::string& page, const std::string& between = "\n") {
  std::string list = "目录\n\n";
  for (std::size_t i = 0; i < titles.size(); ++i) {
    std::string tail = page;
    if (const auto at = tail.find('#'); at != std::string::npos) tail.replace(at, 1, std::to_string(i + 1));
    list += std::string(numerals[i]) + "、" + titles[i] + tail + between;
  }
  return list + "\n";
}

std::string behind_title(const std::string& list) {
  const std::string report = good_report();
  const std::size_t line = report.find('\n') + 1;
  return report.substr(0, line) + "\n" + list + report.substr(line);
}

class ContentsList : public testing::TestWithParam<const char*> {};

TEST_P(ContentsList, IsNoSetOfParts) {
  const std::size_t headings = Scene(good_report()).report.headings.size();
  const std::size_t said = Scene(good_report()).findings.size();
  for (const std::string& source : {behind_title(contents(GetParam())), behind_title(contents(GetParam(), "\n\n")),
                                    contents(GetParam()) + good_report()}) {
    const Scene scene(source);
    EXPECT_EQ(scene.report.headings.size(), headings) << source.substr(0, 300);
    EXPECT_EQ(scene.findings.size(), said) << source.substr(0, 300);
    EXPECT_EQ(scene.report.organ, "临江县司法局");
    for (const Finding& finding : scene.findings) ADD_FAILURE() << finding.rule << finding.message;
  }
}

INSTANTIATE_TEST_SUITE_P(Pages, ContentsList,
                         testing::Values("……………#", "...#", "····#", "（#）", "- # -", " #", "\t#", "#", "", "……（#）",
                                         "．．．．．．", "……… - # -"));

TEST(ContentsLists, LinesBelowAPartBelongToThem) {
  std::string list = contents("……#");
  list.insert(list.find("二、"), "（一）主动公开……1\n（二）依申请公开……1\n");
  EXPECT_TRUE(Scene(behind_title(list)).findings.empty());
  std::string plain = contents("");
  plain.insert(plain.find("二、"), "（一）主动公开\n（二）依申请公开\n");
  EXPECT_TRUE(Scene(behind_title(plain)).findings.empty());
}

TEST(ContentsLists, HeadingsWithoutABodyAreStillHeadings) {
  const Scene skeleton("# 临江县司法局2024年政府信息公开工作年度报告\n\n" + contents(""));
  EXPECT_EQ(skeleton.report.parts.size(), 6U);
  const Scene one(with(good_report(), "一、总体情况", "一、总体情况……1"));
  EXPECT_EQ(one.report.parts.size(), 6U) << "a number behind one title is no list";
  EXPECT_EQ(one.of("layout/section-title").size(), 1U);
}

TEST(Metadata, AMarkdownFilesBlockIsNoProse) {
  const Scene scene("---\ntitle: 临江县司法局2023年政府信息公开工作年度报告\nkeywords: 台帐,公开\n---\n\n" +
                    good_report());
  EXPECT_TRUE(scene.findings.empty());
  EXPECT_EQ(scene.report.year, 2024);
  const Scene rule("---\n\n已建立台帐。\n\n---\n\n" + good_report());
  EXPECT_EQ(rule.of("prose/word").size(), 1U) << "a line above a text is no block";
}

TEST(Metadata, TheColonOfANoteIsNoneOfTheSentence) {
  EXPECT_TRUE(Scene(good_report() + "\n[^1]: 部分数据有出入。\n").of("prose/punctuation").empty());
  EXPECT_TRUE(Scene(good_report() + "\n  [注]: 部分数据有出入。\n").of("prose/punctuation").empty());
  EXPECT_EQ(Scene(good_report() + "\n说明[1]:部分数据有出入。\n").of("prose/punctuation").size(), 1U);
}

}  // namespace
}  // namespace nianbao::rules::test
