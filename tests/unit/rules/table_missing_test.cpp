// Tables that are not there, of another year's form, or not understood: one cause, one finding, and a table that fits.
#include <gtest/gtest.h>

#include "rules/table_template.h"
#include "support/known_forms.h"
#include "support/paths.h"
#include "table_scene.h"

namespace nianbao::rules::test {
namespace {

using standard::FormId;
using standard::Severity;
using standard::TableId;

std::string fixture(std::string_view rule) {
  return read_file(paths::source() + "/tests/fixtures/rules/" + std::string(rule) + "/bad.md");
}

TEST(TableMissing, TheInsertedTableIsReadInFull) {
  const Scene scene(fixture("table/missing"));
  const Finding finding = scene.only("table/missing");
  EXPECT_EQ(finding.severity, Severity::error);
  EXPECT_EQ(finding.message, "缺表四（政府信息公开行政复议、行政诉讼情况）");
  ASSERT_EQ(finding.fixes.size(), 1U);
  const Scene fixed(scene.after(finding.fixes.front()));
  EXPECT_TRUE(fixed.of("table/missing").empty());
  const report::Grid* grid = fixed.report.grid(TableId::t4);
  ASSERT_NE(grid, nullptr);
  for (const report::CellReading& cell : grid->cells) EXPECT_EQ(cell.value(), report::Decimal{}) << cell.cell;
}

TEST(TableMissing, AnAttachmentOrAPictureIsLessCertain) {
  const std::string attached =
      with(fixture("table/missing"), "本年度没有行政复议和行政诉讼案件。", "具体数据见附件2。");
  const Finding attachment = Scene(attached).only("table/missing");
  EXPECT_EQ(attachment.severity, Severity::warning);
  EXPECT_EQ(attachment.message, "表四不在正文中（写有“见附件”），未核对其中数字");
  const std::string pictured = with(fixture("table/missing"), "本年度没有行政复议和行政诉讼案件。", "![](table4.png)");
  EXPECT_EQ(Scene(pictured).only("table/missing").severity, Severity::warning);
}

TEST(TableMissing, TheFormIsPrescribedForOrgansOnly) {
  std::string text = fixture("table/missing");
  const std::string organ = "临江县司法局";
  for (auto at = text.find(organ); at != std::string::npos; at = text.find(organ)) {
    text.replace(at, organ.size(), "临江县自来水有限公司");
  }
  EXPECT_EQ(Scene(text).only("table/missing").severity, Severity::warning);
}

TEST(TableMissing, BlankTablesOfAllFormsAreReadBackWhole) {
  for (const FormId id : {known::f2014, known::f2019, known::f2021}) {
    const standard::Form& form = the_standard().form(id);
    for (const standard::TableSpec& table : form.tables) {
      const std::int32_t year = id == known::f2014 ? 2017 : id == known::f2019 ? 2020 : 2024;
      const Scene scene("临江县司法局" + std::to_string(year) + "年政府信息公开工作年度报告\n\n" +
                        blank_table(form, table.id));
      const report::Grid* grid = scene.report.grid(table.id);
      ASSERT_NE(grid, nullptr) << the_standard().form(id).name << name_of(table.id);
      EXPECT_EQ(grid->form, id) << name_of(table.id);
      for (const report::CellReading& cell : grid->cells) {
        if (form.cells[cell.cell].type == standard::ValueType::none) continue;
        EXPECT_EQ(cell.state, report::CellState::number)
            << form.cells[cell.cell].row << "/" << form.cells[cell.cell].column;
      }
    }
  }
}

TEST(TableForm, ConversionKeepsWhatBothFormsHave) {
  const Scene scene(fixture("table/form"));
  const Finding finding = scene.only("table/form");
  EXPECT_EQ(finding.message, "表二用的是2019年格式，2024年报告用2021年格式（国办公开办函〔2021〕30号）");
  EXPECT_FALSE(finding.related.empty()) << "numbers without a place are listed";
  ASSERT_EQ(finding.fixes.size(), 1U);
  EXPECT_TRUE(finding.fixes.front().asks);
  const Scene fixed(scene.after(finding.fixes.front()));
  EXPECT_TRUE(fixed.of("table/form").empty());
  ASSERT_NE(fixed.report.grid(TableId::t2), nullptr);
  EXPECT_EQ(fixed.report.grid(TableId::t2)->form, known::f2021);
  for (const char* row : {"| 行政许可 | 35 |", "| 行政处罚 | 12 |", "| 行政强制 | 0 |", "| 规章 | 0 |  |  |"}) {
    EXPECT_NE(fixed.text.bytes().find(row), std::string::npos) << row << " is what the old form calls otherwise";
  }
  for (const Related& dropped : finding.related) {
    EXPECT_EQ(dropped.message.find("“行政许可”行“处理决定数量”列"), std::string::npos) << dropped.message;
  }
}

TEST(TableUnread, IsSaidInsteadOfMissing) {
  const Scene scene(fixture("table/unread"));
  EXPECT_EQ(scene.rules_said(), std::vector<std::string>{"table/unread"});
  EXPECT_EQ(scene.only("table/unread").severity, Severity::information);
}

TEST(TableUnread, TablesOfTheWritersOwnAreNoMatter) {
  const std::string own = with(good_report(), "（五）监督保障情况。",
                               "| 股室 | 件数 |\n| --- | --- |\n| 法制股 | 3 |\n\n（五）监督保障情况。");
  EXPECT_TRUE(Scene(own).rules_said().empty()) << ::testing::PrintToString(Scene(own).rules_said());
}

}  // namespace
}  // namespace nianbao::rules::test

namespace nianbao::rules::test {
namespace {

TEST(TableMissing, NoMarkdownIsPutIntoAWebPage) {
  const std::string page =
      "<html><body><h1>临江县司法局2024年政府信息公开工作年度报告</h1>\n<p>四、政府信息公开行政复议、行政诉讼情况</p>\n"
      "<p>本年度没有案件。</p>\n<p>五、存在的主要问题及改进情况</p>\n<p>问题是形式单一，下一步加强改进。</p></body></"
      "html>\n";
  const report::Report report = report::build_from_web_page(text::Text(page), the_standard());
  bool missing = false;
  for (const Finding& finding : check(report, the_standard(), {})) {
    missing = missing || finding.rule == "table/missing";
    if (finding.rule == "table/missing" || finding.rule == "layout/section-missing") {
      EXPECT_TRUE(finding.fixes.empty()) << finding.message;
    }
  }
  EXPECT_TRUE(missing);
}

}  // namespace
}  // namespace nianbao::rules::test
