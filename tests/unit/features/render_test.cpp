// The page shows the report as published: merged cells, nothing lost, nothing executable, places and findings in it.
#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "features/render_html.h"
#include "features/render_table.h"
#include "rules/table_template.h"
#include "scene.h"

namespace nianbao::features {
namespace {

using test::snapshot_of;
using test::the_standard;

std::string body_of(const std::string& text, const RenderOptions& options = {}) {
  return render_html(snapshot_of(text), the_standard(), options).body;
}

std::size_t count(const std::string& text, std::string_view word) {
  std::size_t found = 0;
  for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + word.size())) ++found;
  return found;
}

std::size_t number_behind(const std::string& tag, std::string_view name) {
  const std::size_t at = tag.find(std::string(name) + "=\"");
  return at == std::string::npos ? 1 : static_cast<std::size_t>(std::stoul(tag.substr(at + name.size() + 2)));
}

/// For each table of the page: how many cells cover each place; every one must be covered exactly once.
void expect_rectangles(const std::string& html, std::size_t expected_tables) {
  std::size_t tables = 0;
  for (std::size_t at = html.find("<table"); at != std::string::npos; at = html.find("<table", at + 1)) {
    ++tables;
    const std::string table = html.substr(at, html.find("</table>", at) - at);
    std::map<std::pair<std::size_t, std::size_t>, int> covered;
    std::size_t row = 0;
    std::size_t widest = 0;
    for (std::size_t tr = table.find("<tr"); tr != std::string::npos; tr = table.find("<tr", tr + 1), ++row) {
      const std::string cells = table.substr(tr, table.find("</tr>", tr) - tr);
      std::size_t column = 0;
      for (std::size_t open = cells.find("<t", 1); open != std::string::npos; open = cells.find("<t", open + 1)) {
        const std::string tag = cells.substr(open, cells.find('>', open) - open);
        if (tag[2] != 'd' && tag[2] != 'h') continue;
        while (covered.contains({row, column})) ++column;
        for (std::size_t r = 0; r < number_behind(tag, "rowspan"); ++r) {
          for (std::size_t c = 0; c < number_behind(tag, "colspan"); ++c) ++covered[{row + r, column + c}];
        }
        column += number_behind(tag, "colspan");
      }
      widest = std::max(widest, column);
    }
    EXPECT_EQ(covered.size(), row * widest) << table.substr(0, 200);
    for (const auto& [place, times] : covered) {
      EXPECT_EQ(times, 1) << place.first << ',' << place.second << " of " << table.substr(0, 80);
      EXPECT_LT(place.first, row);
    }
  }
  EXPECT_EQ(tables, expected_tables);
}

TEST(RenderHtml, EveryFormHasRectangularTablesWithItsMergedCells) {
  for (const standard::Form& form : the_standard().forms) {
    std::string text = "# 某市某局" + std::to_string(form.first_year) + "年政府信息公开工作年度报告\n\n";
    for (const standard::TableSpec& table : form.tables) text += rules::blank_table(form, table.id) + "\n正文。\n\n";
    const std::string html = body_of(text);
    expect_rectangles(html, form.tables.size());
    for (const standard::CellSpec& cell : form.cells) {
      EXPECT_EQ(count(html, "data-cell=\"" + cell.row + "/" + cell.column + "\""), 1U) << cell.row << cell.column;
    }
  }
}

TEST(RenderHtml, TheHeadAndTheGroupsOfTableThreeAreMerged) {
  const std::string html = body_of(test::sample_report());
  EXPECT_NE(html.find("colspan=\"3\" rowspan=\"3\""), std::string::npos);
  EXPECT_NE(html.find("rowspan=\"22\" scope=\"rowgroup\">三、<wbr>本年度<wbr>办理<wbr>结果</th>"), std::string::npos)
      << html;
  EXPECT_NE(html.find("rowspan=\"8\" scope=\"rowgroup\">（三）<wbr>不予<wbr>公开</th>"), std::string::npos);
  EXPECT_EQ(count(html, "class=\"cap\""), 4U);
}

TEST(RenderHtml, AllOfTheReportIsThere) {
  const std::string text =
      "# "
      "某市某局2025年政府信息公开工作年度报告\n\n一、总体情况\n\n（一）主动公开。全年公开信息12条。\n第二行没有\n断句。"
      "\n\n"
      "1. **基本情况。**我局认真学习。\n\n| 甲 | 乙 |\n| --- | --- |\n| 31 | 32 |\n| 33 | 34 "
      "|\n\n某市某局\n2026年1月16日\n";
  const std::string html = body_of(text);
  for (const char* expected :
       {"<h1>某市某局<br>2025年政府信息公开工作年度报告</h1>", "<h2>一、总体情况</h2>",
        "<p><b class=\"lead-2\">（一）主动公开。</b>全年公开信息12条。</p>", "<p>第二行没有断句。</p>",
        "<b class=\"lead-3\">1.基本情况。</b>我局认真学习。", ">34</td>", "<p class=\"sign-first\">某市某局</p>",
        "<p class=\"sign\">2026年1月16日</p>"}) {
    EXPECT_NE(html.find(expected), std::string::npos) << expected << "\n" << html;
  }
}

TEST(RenderHtml, WhatATableHoldsBesidesTheFormIsKept) {
  const std::string sample = test::sample_report();
  const std::size_t at = sample.find("（七）总计");
  ASSERT_NE(at, std::string::npos);
  const std::size_t line = sample.rfind('\n', at) + 1;
  const std::string html = body_of(sample.substr(0, line) +
                                   "|  | 本地增设一行 |  | 71 | 72 | 73 | 74 | 75 | 76 | 77 |\n" + sample.substr(line));
  expect_rectangles(html, 3);
  EXPECT_EQ(count(html, "本地增设一行"), 1U);
  for (const char* value : {">71<", ">77<"}) EXPECT_EQ(count(html, value), 1U) << value;
}

TEST(RenderHtml, AHeaderApartFromItsTableIsNotShownTwice) {
  std::string text = "自治区司法厅2018年政府信息公开年度报告\n\n\t统　　计　　指　　标\n\t单位\n\t统计数\n\n";
  const standard::Form& form = *the_standard().form_named("2014");
  for (const standard::BlockSpec& block : form.table(standard::TableId::stat2014)->blocks) {
    for (const standard::RowSpec& row : block.rows) {
      text += "\t" + form.entry(row.id)->label + "\n\t条\n\t0\n\n";
    }
  }
  const std::string body = body_of(text);
  EXPECT_EQ(count(body, "<table"), 1U) << body.substr(0, 600);
  EXPECT_EQ(count(body, "统计数</th>"), 1U);
  const std::string other = body_of(text.replace(text.find("统计数"), std::string("统计数").size(), "别的话"));
  EXPECT_NE(other.find("别的话"), std::string::npos) << "what the header does not say is kept";
}

TEST(RenderHtml, NothingOfTheReportIsExecutableOrLoaded) {
  const std::string html = html_page(
      render_html(
          snapshot_of("# <script>alert(1)</script>某局2025年政府信息公开工作年度报告\n\n<img src=x onerror=alert(2)> & "
                      "“引号\"' ![图](https://example.org/a.png) [链接](javascript:alert(3)) [网](https://a.cn)\n"),
          the_standard(), {}),
      the_standard());
  EXPECT_EQ(html.find("<script"), std::string::npos);
  EXPECT_EQ(html.find("<img"), std::string::npos);
  EXPECT_EQ(html.find("href=\"javascript"), std::string::npos);
  EXPECT_EQ(html.find("src="), html.find("src=x"));
  EXPECT_NE(html.find("［图］"), std::string::npos);
  EXPECT_NE(html.find("<a href=\"https://a.cn\">网</a>"), std::string::npos);
  EXPECT_NE(html.find("default-src 'none'"), std::string::npos);
}

TEST(RenderHtml, CellsHaveTheirPlaceAndFindingsAreMarkedOnce) {
  const std::string text = test::wrong_total();
  const Snapshot snapshot = snapshot_of(text);
  RenderOptions options;
  options.anchors = true;
  options.marks = true;
  const std::string html = render_html(snapshot, the_standard(), options).body;
  const text::Offset place = test::offset_of(text, "| 29 |") + 2;
  EXPECT_NE(
      html.find("data-cell=\"t3_granted/t3c_total\" data-line=\"" + std::to_string(snapshot.text.line_of(place) + 1) +
                "\" data-offset=\"" + std::to_string(place) + "\">29</td>"),
      std::string::npos);
  for (std::size_t i = 0; i < snapshot.findings->size(); ++i) {
    EXPECT_EQ(count(html, "data-finding=\"" + std::to_string(i) + "\""), 1U) << (*snapshot.findings)[i].message;
  }
  EXPECT_NE(html.find("<td class=\"n sum error\""), std::string::npos);
}

TEST(RenderHtml, LongNumbersPutATableOnALandscapePage) {
  EXPECT_EQ(body_of(test::sample_report()).find("wide"), std::string::npos);
  const std::string html =
      body_of(test::replaced(test::sample_report(), test::granted_row,
                             "| 三、本年度办理结果 | （一）予以公开 |  | 12345678 | 4 | 0 | 1 | 2 | 0 | 12345685 |"));
  EXPECT_EQ(count(html, "class=\"table keep wide\""), 1U);
}

TEST(RenderHtml, AWebPageIsReadAndItsPlacesLeadBackToItsBytes) {
  const std::string text =
      "<html><body><h1>某局2025年政府信息公开工作年度报告</h1><p>一、总体情况</p><p>全年<b>公开</b>5条。</p></body></"
      "html>";
  const text::Text source(text);
  RenderOptions options;
  options.anchors = true;
  const std::string html = render_html(read_snapshot(0, source, nullptr, the_standard()), the_standard(), options).body;
  EXPECT_NE(html.find("data-offset=\"" + std::to_string(text.find("一、")) + "\">一、总体情况</h2>"), std::string::npos)
      << html;
  EXPECT_NE(html.find("全年公开5条。"), std::string::npos);
}

TEST(RenderHtml, LabelsStandAsOfficialUnlessTheReportSaysSomethingElse) {
  EXPECT_EQ(shown_label("（一）予以公开", "(一) 予以 公开", report::Script::simplified), "（一）予以公开");
  EXPECT_EQ(shown_label("社会公益组织", "社会组织", report::Script::simplified), "社会组织");
  EXPECT_EQ(shown_label("总计", "", report::Script::traditional), "總計");
}

}  // namespace
}  // namespace nianbao::features
