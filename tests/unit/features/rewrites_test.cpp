// Converting a table loses nothing and changes no value; blanks are filled; a second time there is nothing to do.
#include "features/rewrites.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "features/convert_table.h"
#include "rules/rules.h"
#include "scene.h"
#include "support/paths.h"

namespace nianbao::test {
namespace {

const rules::Options options;

std::vector<std::string> values(const report::Grid& grid) {
  std::vector<std::string> out;
  for (const report::CellReading& cell : grid.cells) out.push_back(cell.text);
  return out;
}

std::string rewritten(const std::string& text, std::string_view key) {
  const features::Snapshot snapshot = snapshot_of(text);
  return rules::apply(text, features::rewrite_edits({snapshot, the_standard(), options}, key));
}

/// Converts every table that can be converted, one after the other; returns how many.
int expect_values_kept(const std::string& text, const std::string& where) {
  const features::Snapshot before = snapshot_of(text);
  int converted = 0;
  for (const report::Grid& grid : before.report->grids) {
    const features::View view{before, the_standard(), options};
    const features::Conversion conversion = features::convert_table(view, grid);
    if (!conversion.obstacle.empty()) {
      EXPECT_TRUE(conversion.edits.empty());
      continue;
    }
    ++converted;
    const std::string after_text = rules::apply(text, conversion.edits);
    const features::Snapshot after = snapshot_of(after_text);
    const report::Grid* same = after.report->grid(grid.table);
    EXPECT_NE(same, nullptr) << where;
    if (same == nullptr) continue;
    EXPECT_EQ(same->layout, report::Layout::pipe) << where;
    EXPECT_EQ(values(*same), values(grid)) << where << ' ' << name_of(grid.table);
    EXPECT_EQ(after.report->grids.size(), before.report->grids.size()) << where;
    EXPECT_TRUE(features::convert_table({after, the_standard(), options}, *same).edits.empty())
        << where << ": not the same the second time";
  }
  return converted;
}

std::string in_tabs(const std::string& text) {
  std::istringstream lines(text);
  std::string out;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("| ---")) continue;
    if (!line.starts_with("|")) {
      out += line + "\n";
      continue;
    }
    line = line.substr(2, line.size() - 4);
    for (std::size_t at = 0; (at = line.find(" | ", at)) != std::string::npos;) line.replace(at, 3, "\t");
    out += line + "\n";
  }
  return out;
}

TEST(Convert, keeps_every_value_of_a_pipe_table) {
  EXPECT_EQ(expect_values_kept(sample_report(), "sample"), 3);
}

TEST(Convert, keeps_every_value_of_a_tab_table) {
  const std::string text = in_tabs(sample_report());
  ASSERT_NE(text.find('\t'), std::string::npos);
  EXPECT_GE(expect_values_kept(text, "tabs"), 1);
}

TEST(Convert, keeps_every_value_of_an_html_table) {
  std::string text = sample_report();
  const std::size_t begin = text.find("| 第二十条第（一）项");
  const std::size_t end = text.find("\n\n## 三、");
  std::istringstream lines(text.substr(begin, end - begin));
  std::string html = "<table>\n";
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("| ---")) continue;
    html += "<tr>";
    std::istringstream columns(line.substr(2, line.size() - 4));
    for (std::string column; std::getline(columns, column, '|');) html += "<td>" + column + "</td>";
    html += "</tr>\n";
  }
  text.replace(begin, end - begin, html + "</table>");
  const features::Snapshot snapshot = snapshot_of(text);
  ASSERT_NE(snapshot.report->grid(standard::TableId::t2), nullptr);
  EXPECT_EQ(snapshot.report->grid(standard::TableId::t2)->layout, report::Layout::html);
  EXPECT_EQ(expect_values_kept(text, "html"), 3);
}

TEST(Convert, keeps_every_value_of_the_published_reports) {
  const std::filesystem::path folder = std::filesystem::path(paths::shared()) / "reports";
  if (!std::filesystem::is_directory(folder)) GTEST_SKIP() << "no published reports here";
  int converted = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    std::ifstream file(entry.path(), std::ios::binary);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    converted += expect_values_kept(bytes.str(), entry.path().filename());
  }
  EXPECT_GE(converted, 3);
}

TEST(Convert, refuses_what_would_be_lost) {
  const std::string text = replaced(sample_report(), "| 行政强制 | 0 |  |  |", "| 行政强制 | 0 | 含移送三起 |  |");
  const features::Snapshot snapshot = snapshot_of(text);
  const report::Grid* grid = snapshot.report->grid(standard::TableId::t2);
  ASSERT_NE(grid, nullptr);
  EXPECT_FALSE(features::convert_table({snapshot, the_standard(), options}, *grid).obstacle.empty());
}

TEST(Convert, refuses_rows_that_lost_a_column) {
  const std::string text = replaced(in_tabs(sample_report()), "国家秘密\t3\t0\t0", "国家秘密\t3\t0");
  const features::Snapshot snapshot = snapshot_of(text);
  const report::Grid* grid = snapshot.report->grid(standard::TableId::t3);
  ASSERT_NE(grid, nullptr);
  EXPECT_EQ(features::convert_table({snapshot, the_standard(), options}, *grid).obstacle,
            "有的行比表头少列，转换会放错格");
}

TEST(Convert, refuses_a_number_in_a_row_that_takes_none) {
  std::ifstream file(std::filesystem::path(paths::source()) / "docs/examples/form-2014.md", std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  const std::string row = "|九、政府信息公开会议和培训情况|——|";
  for (const auto& [value, refused] : {std::pair<std::string, bool>{"", false}, {"49", true}}) {
    const features::Snapshot snapshot = snapshot_of(replaced(bytes.str(), row + "|", row + value + "|"));
    ASSERT_EQ(snapshot.report->grids.size(), 1U);
    const auto conversion = features::convert_table({snapshot, the_standard(), options}, snapshot.report->grids[0]);
    EXPECT_EQ(!conversion.obstacle.empty(), refused) << conversion.obstacle;
  }
}

TEST(Fill, writes_0_into_blanks_only) {
  const std::string text = replaced(sample_report(), "| 3 | 1 | 0 | 1 | 5 |", "| 3 |  | 0 |  | 5 |");
  const std::string after = rewritten(text, "fill:t4");
  EXPECT_NE(after.find("| 3 | 0 | 0 | 0 | 5 |"), std::string::npos) << after.substr(after.find("| 3 |"), 40);
  EXPECT_EQ(rewritten(after, "fill:t4"), after);
  EXPECT_EQ(rewritten(text, "fill:t3"), text);
}

TEST(Rewrites, are_offered_for_the_table_under_the_cursor) {
  const std::string text = replaced(sample_report(), "| 3 | 1 | 0 | 1 | 5 |", "| 3 |  | 0 | 1 | 5 |");
  const auto titles = [](const std::string& source, std::string_view word) {
    const features::Snapshot snapshot = snapshot_of(source);
    const text::Offset at = offset_of(source, word);
    std::vector<std::string> out;
    for (const auto& one : features::rewrites({snapshot, the_standard(), options}, {at, at})) out.push_back(one.title);
    return out;
  };
  EXPECT_EQ(titles(in_tabs(text), "3\t\t0\t"),
            (std::vector<std::string>{"表四转为 Markdown 表格", "表四空白格填 0（1 格）"}));
  EXPECT_EQ(titles(text, "| 3 |  | 0 |"), std::vector<std::string>{"表四空白格填 0（1 格）"})
      << "it is a Markdown table";
  const features::Snapshot snapshot = snapshot_of(text);
  EXPECT_TRUE(features::rewrites({snapshot, the_standard(), options}, {0, 0}).empty());
}

TEST(Rewrites, put_ordinals_in_order) {
  const std::string text = replaced(sample_report(), "## 六、其他", "## 七、其他");
  EXPECT_EQ(rewritten(text, "ordinals"), sample_report());
  EXPECT_EQ(rewritten(sample_report(), "ordinals"), sample_report());
  const std::string alone = replaced(sample_report(), "本年度未收取信息处理费。", "1.本年度未收取信息处理费。");
  EXPECT_EQ(rewritten(alone, "ordinals"), alone) << "a lone ordinal is not taken away";
}

TEST(Rewrites, know_no_other_keys) {
  for (const char* key : {"", "x", "convert:", "convert:t9", "fill:", "drop:t3"})
    EXPECT_EQ(rewritten(sample_report(), key), sample_report()) << key;
}

}  // namespace
}  // namespace nianbao::test
