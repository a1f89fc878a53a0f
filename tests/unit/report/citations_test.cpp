// What a reader takes a citation for, the report takes it for: law of the year, article, 款, 项, across lines and
// pages.
#include "report/citations.h"

#include <gtest/gtest.h>

#include "report/report.h"
#include "standard/standard.h"
#include "syntax/tree.h"

namespace nianbao::report {
namespace {

const standard::Standard& the_standard() {
  static const standard::Standard loaded = *standard::load(standard::embedded_files());
  return loaded;
}

std::vector<Citation> cited(const std::string& prose, std::string_view year = "2024") {
  const text::Text text("青山县司法局" + std::string(year) + "年政府信息公开工作年度报告\n\n一、总体情况\n\n" + prose +
                        "\n");
  return build(text, syntax::parse(text), the_standard()).citations;
}

std::string place(const Citation& citation) {
  std::string out = citation.law + ":" + std::to_string(citation.article);
  if (citation.last_article > citation.article) out += "-" + std::to_string(citation.last_article);
  if (citation.paragraph != 0) out += "/" + std::to_string(citation.paragraph);
  if (citation.item != 0) out += "(" + std::to_string(citation.item) + ")";
  return out;
}

/// 711:36/1(4) for each article that is cited; ? where it is not known which law is meant.
std::string places(const std::string& prose, std::string_view year = "2024") {
  std::string out;
  for (const Citation& citation : cited(prose, year)) {
    if (citation.kind != CitationKind::provision) continue;
    if (!out.empty()) out += ' ';
    out += citation.law.empty() ? "?" : place(citation);
  }
  return out;
}

TEST(Citations, ARemarkOnTheRevisionNamesNoLaw) {
  EXPECT_EQ(places("根据《中华人民共和国政府信息公开条例》（2023年修正）第三十六条。"), "711:36");
  EXPECT_EQ(places("依据行政处罚法（2017年修正）第四十六条。"), "?");
  EXPECT_EQ(places("按照《政府信息公开条例》（2017年修正，以下简称《信息条例》）和《信息条例》第十四条。"), "711:14");
}

TEST(Citations, ADecreesNumberNamesItsLaw) {
  EXPECT_EQ(places("依据国务院令第492号第二十一条第三项。", "2016"), "492:21(3)");
}

TEST(Citations, FormsOfOneArticle) {
  EXPECT_EQ(places("《中华人民共和国政府信息公开条例》第三十六条第一款第（四）项"), "711:36/1(4)");
  EXPECT_EQ(places("《条例》第20条"), "711:20");
  EXPECT_EQ(places("《条例》第３６条第４项"), "711:36(4)");
  EXPECT_EQ(places("政府信息公开条例第三十六条规定的第二项"), "711:36");
  EXPECT_EQ(places("《中華人民共和國政府信息公開條例》第三十六條第(三)項"), "711:36(3)");
}

TEST(Citations, ListsAndRanges) {
  EXPECT_EQ(places("条例第十四条、第十五条、第十六条"), "711:14 711:15 711:16");
  EXPECT_EQ(places("条例第十四、十五和十六条"), "711:14 711:15 711:16");
  EXPECT_EQ(places("条例第十四至十六条"), "711:14-16");
  EXPECT_EQ(places("条例第十四条至第十六条"), "711:14-16");
  EXPECT_EQ(places("条例第三十六条第一项、第二项，第三十八条"), "711:36(1) 711:36(2) 711:38");
  EXPECT_EQ(places("条例第三十六条第（四）、（五）项"), "711:36(4) 711:36(5)");
  EXPECT_EQ(places("条例第三条第一款、第二款"), "711:3/1 711:3/2");
}

TEST(Citations, AcrossLinesAndPages) {
  EXPECT_EQ(places("依据《条例》第三十\n六条第（四）项答复。"), "711:36(4)");
  EXPECT_EQ(places("依据《条例》第三十\n\n- 3 -\n\f\n六条答复。"), "711:36");
  const auto number = cited("《实施意见》（宁政办发\n\n〔2020〕15号)的要求");
  ASSERT_EQ(number.size(), 2U);
  EXPECT_EQ(number[1].number, "宁政办发〔2020〕15号");
  EXPECT_FALSE(number[1].irregular);
}

TEST(Citations, TheLawOfTheYear) {
  EXPECT_EQ(places("《条例》第二十一条", "2018"), "492:21");
  EXPECT_EQ(places("《条例》第二十一条", "2019"), "711:21");
  EXPECT_EQ(places("行政复议法第二十八条", "2023"), "fuyi-2017:28");
  EXPECT_EQ(places("行政复议法第二十三条第一款第四项", "2024"), "fuyi-2023:23/1(4)");
  EXPECT_EQ(places("原《条例》第二十一条", "2019"), "492:21");
  EXPECT_EQ(places("《政府信息公开条例》（国务院令第492号）第二十一条", "2020"), "492:21");
}

TEST(Citations, LocalAndOtherLawsAreNotTheRegulation) {
  EXPECT_EQ(places("《青山省政府信息公开条例》第三条"), "?");
  EXPECT_EQ(places("《青山省政府信息公开条例》（以下简称《条例》）第三条。《条例》第六十条"), "? ?");
  EXPECT_EQ(places("根据条例要求，民法典第十条。信访工作条例第五条"), "? ?");
  EXPECT_EQ(places("《行政复议法实施条例》第三条；行政复议法实施条例第三条"), "? ?");
  EXPECT_EQ(places("我局出台第十条措施"), "?");
}

TEST(Citations, ShortNamesAreFollowed) {
  const auto found = cited(
      "根据《中华人民共和国政府信息公开条例》（国务院令第711号，以下简称《公开条例》）第五十条。按照《公开条例》第四十"
      "九条。");
  ASSERT_GE(found.size(), 6U);
  EXPECT_EQ(found[0].short_name, "公开条例");
  EXPECT_EQ(places("根据《政府信息公开条例》（以下简称《公开条例》）第五十条。按照公开条例第四十九条。"),
            "711:50 711:49");
  const auto undefined = cited("落实《条例》");
  ASSERT_EQ(undefined.size(), 1U);
  EXPECT_EQ(undefined[0].form, NameForm::undefined);
}

TEST(Citations, WhatDoesNotExistIsSaid) {
  EXPECT_EQ(cited("《条例》第五十七条").back().resolution, Resolution::unknown_article);
  EXPECT_EQ(cited("《条例》第五十六条").back().resolution, Resolution::resolved);
  EXPECT_EQ(cited("《条例》第三十六条第八项").back().resolution, Resolution::unknown_part);
  EXPECT_EQ(cited("《条例》第三十七条第二款").back().resolution, Resolution::unknown_part);
  EXPECT_EQ(cited("《条例》第三十九条", "2018").back().resolution, Resolution::unknown_article);
  EXPECT_EQ(cited("行政诉讼法第三条").back().resolution, Resolution::not_listed);
}

TEST(Citations, DocumentNumbers) {
  const auto number = [](const std::string& text) {
    const auto found = cited(text);
    return found.empty() || found.back().kind != CitationKind::number
               ? std::string("-")
               : found.back().number + (found.back().irregular ? "!" : "");
  };
  EXPECT_EQ(number("国办公开办函〔2021〕30号"), "国办公开办函〔2021〕30号");
  EXPECT_EQ(number("按照国办公开办函[2021]30号"), "国办公开办函〔2021〕30号!");
  EXPECT_EQ(number("宁政办发（2020）第015号"), "宁政办发〔2020〕15号!");
  EXPECT_EQ(number("青政发【2021】7號"), "青政发〔2021〕7号!");
  EXPECT_EQ(number("青山县公告〔2021〕第5号"), "青山县公告〔2021〕第5号");
  EXPECT_EQ(number("（2021）宁01行初12号"), "-");
  EXPECT_EQ(number("电话（0951）8677006号"), "-");
}

TEST(Citations, CaptionsAreOfTheRegulation) {
  const auto found = cited("| 第二十条第（一）项 |  |\n| --- | --- |\n| 规章 | 0 |");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(place(found[0]), "711:20(1)");
  EXPECT_EQ(found[0].binding, Binding::caption);
  EXPECT_TRUE(found[0].in_table);
}

TEST(Citations, WebPagesPointIntoTheirOwnBytes) {
  const std::string page =
      "<html><body><h1>青山县司法局2024年政府信息公开工作年度报告</h1><p>依据<b>《条例》</b>第三十六<br>条答复。</p></"
      "body></html>";
  const text::Text text(page);
  const Report report = build_from_web_page(text, the_standard());
  ASSERT_EQ(report.citations.size(), 2U);
  EXPECT_EQ(text.slice(report.citations[0].range), "《条例》");
  EXPECT_EQ(report.citations[1].article, 36);
  EXPECT_TRUE(text.slice(report.citations[1].range).starts_with("第三十六"));
}

TEST(Citations, ManyMarksStayLinear) {
  std::string hostile;
  for (int i = 0; i < 20000; ++i) hostile += "《第（〔";
  EXPECT_LE(cited(hostile).size(), 20000U);
}

}  // namespace
}  // namespace nianbao::report
