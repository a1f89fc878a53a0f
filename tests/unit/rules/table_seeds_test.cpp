// The five real reports: what the review found in their tables and layout is said, and nothing else.
#include <algorithm>
#include <filesystem>
#include <map>

#include <gtest/gtest.h>

#include "support/paths.h"
#include "table_scene.h"

namespace nianbao::rules::test {
namespace {

namespace fs = std::filesystem;

/// The rules that these tests answer for; others may say more of the same reports.
const std::vector<std::string> examined{"table/missing",
                                        "table/form",
                                        "table/row-missing",
                                        "table/row-label",
                                        "table/column-missing",
                                        "table/blank",
                                        "table/not-a-number",
                                        "table/not-an-integer",
                                        "table/negative",
                                        "table/digit-form",
                                        "table/group-value",
                                        "table/unread",
                                        "table/split",
                                        "layout/title",
                                        "layout/year",
                                        "layout/period",
                                        "layout/section-missing",
                                        "layout/section-order",
                                        "layout/section-title",
                                        "layout/section-number",
                                        "layout/section-empty"};

class Seeds : public ::testing::Test {
 protected:
  /// The report whose file name begins with `number`; skips the test where the reports are not at hand.
  static std::optional<Scene> seed(std::string_view number) {
    const fs::path folder = fs::path(paths::shared()) / "reports";
    if (!fs::is_directory(folder)) return std::nullopt;
    for (const auto& entry : fs::directory_iterator(folder)) {
      if (entry.path().filename().string().starts_with(number)) return Scene(read_file(entry.path()));
    }
    return std::nullopt;
  }

  /// rule → lines, from 1.
  static std::map<std::string, std::vector<std::uint32_t>> said(const Scene& scene) {
    std::map<std::string, std::vector<std::uint32_t>> lines;
    for (const Finding& finding : scene.findings) {
      if (std::find(examined.begin(), examined.end(), finding.rule) != examined.end())
        lines[finding.rule].push_back(scene.line_of(finding));
    }
    return lines;
  }
};

using Lines = std::map<std::string, std::vector<std::uint32_t>>;

TEST_F(Seeds, JinfengHasARewrittenHeadingAndCutTables) {
  const auto scene = seed("000");
  if (!scene) GTEST_SKIP();
  EXPECT_EQ(said(*scene), (Lines{{"layout/section-title", {109}}, {"table/split", {57, 82}}}));
  EXPECT_EQ(scene->only("layout/section-title").severity, standard::Severity::warning);
}

TEST_F(Seeds, TianshuiLacksARowAndUsesTwoOtherHeadings) {
  const auto scene = seed("001");
  if (!scene) GTEST_SKIP();
  EXPECT_EQ(said(*scene), (Lines{{"layout/section-title", {5, 11}}, {"table/row-missing", {252}}}));
  const Finding row = scene->only("table/row-missing");
  EXPECT_EQ(row.severity, standard::Severity::error);
  EXPECT_EQ(row.message, "缺“四、结转下年度继续办理”行；勾稽关系需要这一行");
  ASSERT_EQ(row.fixes.size(), 1U);
  const std::string fixed = scene->after(row.fixes.front());
  EXPECT_NE(fixed.find("0\n四、結轉下年度繼續辦理\n0\n0\n0\n0\n0\n0\n0\n四、政府信息公開行政複議"), std::string::npos)
      << "one cell per line, traditional, before the next heading";
  EXPECT_TRUE(Scene(fixed).of("table/row-missing").empty());
}

TEST_F(Seeds, ShapotouLeavesFiveCellsBlank) {
  const auto scene = seed("002");
  if (!scene) GTEST_SKIP();
  EXPECT_EQ(said(*scene), (Lines{{"table/blank", {83}}, {"table/split", {71}}}));
  const Finding blank = scene->only("table/blank");
  EXPECT_EQ(blank.severity, standard::Severity::warning);
  EXPECT_EQ(blank.message, "行政复议 5 格未填；没有发生的填 0");
  EXPECT_EQ(blank.cells, (std::vector<std::string>{"/t4_review_upheld", "/t4_review_corrected", "/t4_review_other",
                                                   "/t4_review_pending", "/t4_review_total"}));
  ASSERT_EQ(blank.fixes.size(), 1U);
  EXPECT_EQ(blank.fixes.front().title, "5 格填 0");
  EXPECT_NE(scene->after(blank.fixes.front()).find("\n0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\n"),
            std::string::npos);
}

TEST_F(Seeds, XigongLostAColumnAndTwoRowsOfNumbers) {
  const auto scene = seed("003");
  if (!scene) GTEST_SKIP();
  EXPECT_EQ(
      said(*scene),
      (Lines{{"layout/title", {3}}, {"table/blank", {57}}, {"table/column-missing", {59}}, {"table/split", {71}}}));
  const Finding column = scene->only("table/column-missing");
  EXPECT_EQ(column.severity, standard::Severity::warning);
  EXPECT_EQ(column.message, "这 11 行各只有 6 个数，比表头少 1 列（疑似复制时丢失一列）；本表合计暂不核对");
  ASSERT_EQ(column.fixes.size(), 1U);
  EXPECT_TRUE(column.fixes.front().asks);
  EXPECT_TRUE(Scene(scene->after(column.fixes.front())).of("table/column-missing").empty());
  EXPECT_EQ(scene->only("table/blank").cells.size(), 14U);
}

TEST_F(Seeds, NingxiaLostFourNumbersOfHeadings) {
  const auto scene = seed("004");
  if (!scene) GTEST_SKIP();
  EXPECT_EQ(said(*scene),
            (Lines{{"layout/section-number", {22, 35, 39, 42}}, {"layout/title", {3}}, {"table/group-value", {111}}}));
  const Finding title = scene->only("layout/title");
  EXPECT_EQ(title.severity, standard::Severity::information);
  ASSERT_EQ(title.fixes.size(), 1U);
  EXPECT_EQ(title.fixes.front().edits.front().new_text, "宁夏回族自治区司法厅");
  EXPECT_EQ(scene->of("layout/section-number").front().message, "部分标题缺序号“三、”");
}

TEST_F(Seeds, HaveNoErrorButTheLostRow) {
  for (const char* number : {"000", "002", "003", "004"}) {
    const auto scene = seed(number);
    if (!scene) GTEST_SKIP();
    for (const Finding& finding : scene->findings) {
      const bool ours = finding.rule.starts_with("table/") || finding.rule.starts_with("layout/");
      EXPECT_FALSE(ours && finding.severity == standard::Severity::error) << number << " " << finding.rule;
    }
  }
}

}  // namespace
}  // namespace nianbao::rules::test
