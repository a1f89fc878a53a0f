// Tables as other programs write them: escaped by Markdown writers, pasted from spreadsheets, drawn with lines.

#include <algorithm>
#include <utility>

#include <gtest/gtest.h>

#include "support/generator.h"
#include "support/known_forms.h"
#include "table_scene.h"

namespace nianbao::rules::test {
namespace {

TEST(EscapedMarkdown, IsReadWithoutItsBackslashes) {
  std::string source = good_report();
  for (const char* label : {"1.申请人无正当", "2.申请人逾期", "3.其他"}) {
    std::string escaped = label;
    escaped.insert(1, "\\");
    source = with(std::move(source), label, escaped);
  }
  EXPECT_EQ(Scene(source).rules_said(), std::vector<std::string>{});
}

TEST(EscapedMarkdown, ANegativeNumberIsOneAndItsFixReplacesTheBackslash) {
  const Scene scene(with(good_report(), "| 规章 | 0 |", "| 规章 | \\-8 |"));
  EXPECT_TRUE(scene.of("table/not-a-number").empty());
  const report::Grid* grid = scene.report.grid(standard::TableId::t2);
  ASSERT_NE(grid, nullptr);
  const report::CellReading& cell = grid->cells.front();
  EXPECT_EQ(cell.text, "-8");
  EXPECT_EQ(scene.text.slice(cell.range), "\\-8");
}

/// A report whose tables were pasted from a spreadsheet.
std::string tab_report() {
  nianbao::test::Shape shape;
  shape.form = known::f2021;
  shape.layout = report::Layout::tab;
  shape.size_class = 1;
  return nianbao::test::generate(the_standard(), shape, 7).text;
}

TEST(QuotedCells, AreOneCellOverSeveralLines) {
  std::string source = with(tab_report(), "1.申请人无正当理由", "\"1.申请人\n无正当理由");
  source = with(std::move(source), "逾期不补正、行政机关不再处理其政府信息公开申请",
                "逾期不补正、\n行政机关不再处理其政府信息公开申请\"");
  source = with(std::move(source), "行政复议\t", "\"行政\n复议\"\t");
  const Scene scene(source);
  EXPECT_EQ(scene.rules_said(), std::vector<std::string>{});
  EXPECT_TRUE(scene.of("prose/list-mark").empty());
  ASSERT_NE(scene.report.grid(standard::TableId::t3), nullptr);
  EXPECT_EQ(scene.report.grid(standard::TableId::t3)->pieces.size(), 1U);
}

TEST(QuotedCells, WithoutAnEndAreNone) {
  const Scene scene(with(tab_report(), "3.其他\t", "\"3.其他\t"));
  ASSERT_NE(scene.report.grid(standard::TableId::t3), nullptr);
  EXPECT_TRUE(scene.report.grid(standard::TableId::t3)->row("t3_total")->present);
}

/// The tables of a report drawn in the way of pandoc: each row between two borders.
std::string drawn(const std::string& source, std::string_view border, std::string_view bar) {
  std::string result;
  bool table = false;
  for (std::size_t at = 0; at < source.size();) {
    const std::size_t end = std::min(source.find('\n', at), source.size());
    std::string line = source.substr(at, end - at);
    at = end + 1;
    const bool row = line.starts_with("|");
    if (row && line.find("---") != std::string::npos) continue;
    if (row != table) result += std::string(border) + (row ? "\n" : "\n\n");
    if (row && table) result += std::string(border) + "\n";
    table = row;
    if (row) {
      for (std::size_t pipe = 0; (pipe = line.find('|', pipe)) != std::string::npos; pipe += bar.size())
        line.replace(pipe, 1, bar);
    }
    result += line + "\n";
  }
  return result;
}

TEST(DrawnTables, AreReadBetweenTheirBorders) {
  for (const auto& [border, bar] : {std::pair("+-----+----+", "|"), std::pair("├────┼───┤", "│")}) {
    const Scene scene(drawn(good_report(), border, bar));
    EXPECT_EQ(scene.rules_said(), std::vector<std::string>{}) << scene.text.bytes();
    EXPECT_EQ(scene.report.grids.size(), 3U);
    EXPECT_TRUE(scene.report.unread.empty());
  }
}

TEST(DrawnTables, ACellGoesOnInTheNextLine) {
  const std::string label = "2.没有现成信息需要另行制作 |";
  const std::string source = drawn(good_report(), "+-----+----+", "|");
  const std::size_t at = source.find(label);
  ASSERT_NE(at, std::string::npos);
  const std::size_t begin = source.rfind('\n', at) + 1;
  const std::size_t end = source.find('\n', at);
  std::string line = source.substr(begin, end - begin);
  std::string below;
  for (const char c : line) {
    if (c == '|') below += "| ";
  }
  const std::string head = line.substr(0, line.find(label));
  const auto before = std::count(head.begin(), head.end(), '|');
  std::size_t pipe = 0;
  for (std::ptrdiff_t i = 0; i < before; ++i) pipe = below.find('|', pipe) + 1;
  below.insert(pipe, " 需要另行制作");
  line.replace(line.find("需要另行制作"), std::string("需要另行制作").size(), "");
  const Scene scene(source.substr(0, begin) + line + "\n" + below + source.substr(end));
  EXPECT_EQ(scene.rules_said(), std::vector<std::string>{}) << line << "\n" << below;
}

TEST(DrawnTables, AWrongNumberIsRepairedInItsCell) {
  const Scene scene(drawn(with(good_report(), "| 行政强制 | 0 |", "| 行政强制 | １２ |"), "├────┼───┤", "│"));
  const Finding finding = scene.of("table/digit-form").empty() ? Finding{} : scene.of("table/digit-form").front();
  ASSERT_FALSE(finding.fixes.empty()) << ::testing::PrintToString(scene.rules_said());
  EXPECT_NE(scene.after(finding.fixes.front()).find("│ 12"), std::string::npos);
}

TEST(DrawnTables, ALostRowIsNotPutBackWithoutItsBorder) {
  for (const auto& [border, bar] : {std::pair("+-----+----+", "|"), std::pair("├────┼───┤", "│")}) {
    const Scene scene(drawn(with(good_report(), "| 行政强制 | 0 |  |  |\n", ""), border, bar));
    EXPECT_TRUE(scene.only("table/row-missing").fixes.empty());
  }
}

std::string aligned_report() {
  nianbao::test::Shape shape;
  shape.form = known::f2021;
  shape.layout = report::Layout::aligned;
  shape.size_class = 1;
  return nianbao::test::generate(the_standard(), shape, 7).text;
}

/// The lines from that with `first` to that with `last`, in place of which `lines` stand.
std::string with_lines(const std::string& source, std::string_view first, std::string_view last,
                       const std::string& lines) {
  const std::size_t begin = source.rfind('\n', source.find(first)) + 1;
  const std::size_t end = source.find('\n', source.find(last, begin));
  return source.substr(0, begin) + lines + source.substr(end);
}

TEST(TextFromPdf, HeadsThatOneSpacePartsAreHeads) {
  const Scene scene(
      with_lines(aligned_report(), "结果维持", "结果维持",
                 "                 未经复议直接起诉                 复议后起诉\n"
                 "结果维持 结果纠正 其他结果 尚未审结 总计\n"
                 "         结果维持 结果纠正 其他结果 尚未审结 总计 结果维持 结果纠正 其他结果 尚未审结 总计"));
  EXPECT_EQ(scene.rules_said(), std::vector<std::string>{});
  ASSERT_NE(scene.report.grid(standard::TableId::t4), nullptr);
}

TEST(TextFromPdf, TheTailOfAGroupsNameMayStandBesideTheValues) {
  const std::string source = aligned_report();
  const std::string label = "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请";
  const std::size_t at = source.find(label);
  ASSERT_NE(at, std::string::npos);
  const std::string values = source.substr(at + label.size(), source.find('\n', at) - at - label.size());
  const Scene scene(with_lines(source, label, label,
                               "       （六）其\n"
                               "            2.申请人逾期未按收费通知要求缴纳费用、行政\n"
                               "        他处理                      " +
                                   values + "\n                机关不再处理其政府信息公开申请"));
  EXPECT_EQ(scene.rules_said(), std::vector<std::string>{});
}

}  // namespace
}  // namespace nianbao::rules::test
