// The same slip in all five physical layouts: it is found, and its fix keeps the layout readable.
#include <array>

#include <gtest/gtest.h>

#include "support/generator.h"
#include "support/known_forms.h"
#include "table_scene.h"

namespace nianbao::rules::test {
namespace {

using nianbao::test::generate;
using nianbao::test::GeneratedReport;
using nianbao::test::Shape;
using report::Layout;
using standard::FormId;
using standard::TableId;

constexpr std::array layouts{Layout::pipe, Layout::tab, Layout::lines, Layout::html, Layout::aligned};

class Layouts : public ::testing::TestWithParam<Layout> {
 protected:
  static GeneratedReport report_of(FormId form, std::uint64_t seed = 7, bool traditional = false) {
    Shape shape;
    shape.form = form;
    shape.layout = GetParam();
    shape.size_class = 1;
    shape.traditional = traditional;
    return generate(the_standard(), shape, seed);
  }

  /// The text without the lines of a row.
  static std::string without_row(const Scene& scene, TableId table, std::string_view row) {
    const report::Grid* grid = scene.report.grid(table);
    if (grid == nullptr || grid->row(row) == nullptr) {
      ADD_FAILURE() << "no row " << row;
      return {};
    }
    return rules::apply(scene.text.bytes(), {{grid->row(row)->line, ""}});
  }
};

TEST_P(Layouts, AGoodReportHasNothing) {
  for (const FormId form : {known::f2014, known::f2019, known::f2021}) {
    for (std::uint64_t seed = 0; seed < 4; ++seed) {
      const Scene scene(report_of(form, seed, seed % 2 == 1).text);
      EXPECT_TRUE(scene.rules_said().empty())
          << the_standard().form(form).name << " seed " << seed << ": " << ::testing::PrintToString(scene.rules_said());
    }
  }
}

TEST_P(Layouts, ATableReachesToItsLastCell) {
  for (const FormId form : {known::f2014, known::f2019, known::f2021}) {
    const Scene scene(report_of(form).text);
    ASSERT_FALSE(scene.report.grids.empty());
    for (const report::Grid& grid : scene.report.grids) {
      for (const report::CellReading& cell : grid.cells) {
        const bool there = cell.state != report::CellState::absent;
        EXPECT_TRUE(!there || grid.range.covers(cell.range)) << standard::name_of(grid.table) << " " << cell.text;
      }
    }
  }
}

TEST_P(Layouts, ALostLastRowIsPutBack) {
  for (const bool traditional : {false, true}) {
    const Scene whole(report_of(known::f2021, 7, traditional).text);
    const Scene cut(without_row(whole, TableId::t3, "t3_carried_out"));
    const Finding finding = cut.only("table/row-missing");
    EXPECT_EQ(finding.severity, standard::Severity::error);
    EXPECT_EQ(finding.message, "缺“四、结转下年度继续办理”行；勾稽关系需要这一行");
    EXPECT_EQ(finding.cells.size(), 7U);
    ASSERT_EQ(finding.fixes.size(), 1U);
    const std::string fixed = cut.after(finding.fixes.front());
    EXPECT_NE(fixed.find(traditional ? "四、結轉下年度繼續辦理" : "四、结转下年度继续办理"), std::string::npos);
    const Scene again(fixed);
    EXPECT_TRUE(again.of("table/row-missing").empty()) << fixed;
    const report::Grid* grid = again.report.grid(TableId::t3);
    ASSERT_NE(grid, nullptr);
    const report::RowReading* row = grid->row("t3_carried_out");
    ASSERT_NE(row, nullptr);
    EXPECT_EQ(row->values_found, 7U);
    for (std::uint16_t i = 0; i < 7; ++i) {
      const auto* cell = grid->cell(static_cast<standard::CellIndex>(row->first_cell + i));
      ASSERT_NE(cell, nullptr);
      EXPECT_EQ(cell->value(), report::Decimal{}) << i;
    }
    for (const report::RowReading& other : grid->rows) EXPECT_TRUE(other.present) << other.row;
  }
}

TEST_P(Layouts, ALostRowInsideAGroupIsFound) {
  const Scene whole(report_of(known::f2019).text);
  const Scene cut(without_row(whole, TableId::t3, "t3_refused_publication"));
  const Finding finding = cut.only("table/row-missing");
  EXPECT_EQ(finding.message, "缺“3.要求提供公开出版物”行；勾稽关系需要这一行");
  for (const Fix& fix : finding.fixes) {
    const Scene again(cut.after(fix));
    EXPECT_TRUE(again.of("table/row-missing").empty());
    ASSERT_NE(again.report.grid(TableId::t3), nullptr);
    EXPECT_EQ(again.report.grid(TableId::t3)->row("t3_refused_publication")->values_found, 7U);
  }
}

TEST_P(Layouts, ALostRowOfTheStatisticsTableKeepsItsUnit) {
  const Scene whole(report_of(known::f2014).text);
  const Scene cut(without_row(whole, TableId::stat2014, "st_2_2_article"));
  const Finding finding = cut.only("table/row-missing");
  EXPECT_EQ(finding.severity, standard::Severity::warning) << "local forms of the statistics table differ";
  ASSERT_EQ(finding.fixes.size(), 1U);
  const std::string inserted = finding.fixes.front().edits.front().new_text;
  EXPECT_NE(inserted.find("3.政策解读稿件发布数"), std::string::npos) << inserted;
  EXPECT_NE(inserted.find("篇"), std::string::npos) << inserted;
  EXPECT_TRUE(Scene(cut.after(finding.fixes.front())).of("table/row-missing").empty()) << inserted;
}

TEST_P(Layouts, TextInACellIsMarkedThere) {
  const Scene whole(report_of(known::f2021).text);
  const report::Grid* grid = whole.report.grid(TableId::t3);
  ASSERT_NE(grid, nullptr);
  const report::CellReading* cell = grid->cell(grid->row("t3_granted")->first_cell);
  ASSERT_NE(cell, nullptr);
  const Scene scene(rules::apply(whole.text.bytes(), {{cell->range, "约5"}}));
  const Finding finding = scene.only("table/not-a-number");
  EXPECT_EQ(scene.marked(finding), "约5");
  EXPECT_EQ(finding.cells, std::vector<std::string>{"t3_granted/t3c_natural"});
  EXPECT_EQ(finding.severity, standard::Severity::error);
  ASSERT_EQ(finding.fixes.size(), 1U);
  EXPECT_TRUE(finding.fixes.front().inferred);
  EXPECT_FALSE(finding.fixes.front().preferred);
}

TEST(WrittenCells, KeepTheWidthOfPaddedColumns) {
  const auto repaired = [](std::string_view row) {
    const Scene scene(with(good_report(), "| 1 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |", row));
    const Finding finding = scene.only("sum/case-total");
    return finding.fixes.empty() ? std::string() : scene.after(finding.fixes.front());
  };
  const std::string right = repaired("| 13 | 0 | 0 | 0 |   4 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |");
  EXPECT_NE(right.find("| 0 |  13 | 0 |"), std::string::npos) << "numbers on the right of their column stay there";
  const std::string left = repaired("| 13 | 0 | 0 | 0 | 4   | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |");
  EXPECT_NE(left.find("| 0 | 13  | 0 |"), std::string::npos);
  const std::string plain = repaired("| 13 | 0 | 0 | 0 | 4 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |");
  EXPECT_NE(plain.find("| 0 | 13 | 0 |"), std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(All, Layouts, ::testing::ValuesIn(layouts),
                         [](const auto& each) { return std::string(report::name_of(each.param)); });

/// A column head over three lines, of which the reader knows only one.
TEST(AlignedTables, WordsInsideAColumnHeadCutNothing) {
  Shape shape;
  shape.form = known::f2021;
  shape.layout = Layout::aligned;
  shape.size_class = 1;
  const Scene whole(generate(the_standard(), shape, 7).text);
  const report::Grid* grid = whole.report.grid(TableId::t3);
  ASSERT_NE(grid, nullptr);
  const text::Offset rows = grid->row("t3_new")->line.begin;
  const text::Offset begin = whole.text.line(whole.text.line_of(grid->range.begin)).begin;
  ASSERT_LT(begin, rows);
  const std::string head = std::string(60, ' ') + "申请人情况\n（本列数据的勾稽关系为：第一项加第二项之和，\n" +
                           std::string(48, ' ') +
                           "自然人                法人或其他组织            总计\n等于第三项加第四项之和）" +
                           std::string(34, ' ') + "商业企业      科研机构      社会公益组织  法律服务机构  其他\n";
  const std::string source = rules::apply(whole.text.bytes(), {{{begin, rows}, head}});
  EXPECT_TRUE(Scene(source).of("table/split").empty());
  const std::string cut = with(source, "（本列数据", "\n（本列数据");
  EXPECT_EQ(Scene(cut).of("table/split").size(), 1U);
}

}  // namespace
}  // namespace nianbao::rules::test
