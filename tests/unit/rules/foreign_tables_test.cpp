// Tables as other programs write them: escaped by Markdown writers, pasted from spreadsheets, drawn with lines.

#include <gtest/gtest.h>

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

}  // namespace
}  // namespace nianbao::rules::test
