#include "features/hover.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "bold_marks.h"
#include "scene.h"

namespace nianbao::features {
namespace {

using test::offset_of;
using test::sample_report;
using test::snapshot_of;
using test::the_standard;

std::string hover_text(const std::string& report, std::string_view word, std::size_t skip = 3,
                       const rules::Options& options = {}, const HoverOptions& hover_options = {}) {
  const Snapshot snapshot = snapshot_of(report, options);
  const auto offset = static_cast<text::Offset>(offset_of(report, word) + skip);
  const std::optional<Hover> found = hover(snapshot, offset, the_standard(), options, hover_options);
  return found ? markdown_of(*found) : "";
}

std::size_t lines_of(const std::string& markdown) {
  std::size_t lines = 0;
  bool empty = true;
  for (const char c : markdown + "\n") {
    if (c == '\n') {
      lines += empty ? 0 : 1;
      empty = true;
    } else {
      empty = false;
    }
  }
  return lines;
}

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

TEST(Hover, RowLabelFollowsTheHouseLayout) {
  const std::string text = hover_text(sample_report(), "1.属于国家秘密");
  EXPECT_EQ(text.find("**1.属于国家秘密**　表三"), 0U) << text;
  const std::size_t surest = text.find("- 条例第十四条");
  const std::size_t marked = text.find("条例第十七条 `解释`");
  ASSERT_NE(surest, std::string::npos) << text;
  ASSERT_NE(marked, std::string::npos) << text;
  EXPECT_LT(surest, marked) << "the surest basis stands first";
  EXPECT_TRUE(has(text, "条例第三十六条第三项")) << text;
  EXPECT_TRUE(has(text, "**本行** 3＋0＋0＋0＋0＋0＝3，与总计相符")) << text;
  EXPECT_TRUE(has(text, "2024年起")) << text;
  EXPECT_FALSE(has(text, "command:")) << "links only for clients that run our commands";
  EXPECT_LE(lines_of(text), hover_line_limit);
}

TEST(Hover, NamesTheLawOfTheReportsYear) {
  const auto of_year = [](const std::string& year) {
    std::string text = sample_report();
    for (std::size_t at = text.find("2023"); at != std::string::npos; at = text.find("2023", at + 4))
      text.replace(at, 4, year);
    return text;
  };
  const std::string old = hover_text(of_year("2023"), "结果维持");
  EXPECT_TRUE(has(old, "行政复议法（2017）")) << old;
  EXPECT_FALSE(has(old, "行政复议法第")) << old;
  const std::string now = hover_text(of_year("2025"), "结果维持");
  EXPECT_TRUE(has(now, "行政复议法第")) << now;
  EXPECT_FALSE(has(now, "行政复议法（2017）")) << now;
}

TEST(Hover, LinksAreAtMostTwo) {
  const std::string text = hover_text(sample_report(), "1.属于国家秘密", 3, {}, {.command_links = true});
  std::size_t links = 0;
  for (std::size_t at = text.find("](command:"); at != std::string::npos; at = text.find("](command:", at + 1)) ++links;
  EXPECT_GE(links, 1U) << text;
  EXPECT_LE(links, 2U) << text;
  EXPECT_LE(lines_of(text), hover_line_limit);
}

TEST(Hover, FailingSumIsWrittenOut) {
  const std::string text = hover_text(test::wrong_total(), "（一）予以公开");
  EXPECT_TRUE(has(text, "**本行** 21＋4＋0＋1＋2＋0≠29，合计 28")) << text;
}

TEST(Hover, CorrectNumberTakesThreeLines) {
  const std::string text = hover_text(sample_report(), "| 21 | 4 |", 2);
  EXPECT_EQ(text.find("**予以公开 × 自然人**　表三"), 0U) << text;
  EXPECT_EQ(lines_of(text), 3U) << text;
  EXPECT_TRUE(has(text, "条例第三十六条")) << text;
}

TEST(Hover, RightNumbersCanBeLeftAlone) {
  const HoverOptions quiet{.right_numbers = false};
  EXPECT_EQ(hover_text(sample_report(), "| 21 | 4 |", 2, {}, quiet), "");
  EXPECT_TRUE(has(hover_text(test::wrong_total(), "| 21 | 4 |", 2, {}, quiet), "21＋4＋0＋1＋2＋0≠29"));
  EXPECT_NE(hover_text(sample_report(), "（一）予以公开", 3, {}, quiet), "") << "labels are explained as before";
}

TEST(Hover, NumberInAFailingSumShowsIt) {
  const std::string text = hover_text(test::wrong_total(), "| 21 | 4 |", 2);
  EXPECT_TRUE(has(text, "21＋4＋0＋1＋2＋0≠29")) << text;
}

TEST(Hover, CaseTableNamesGroupAndSum) {
  const std::string wrong = test::replaced(sample_report(), "| 3 | 1 | 0 | 1 | 5 |", "| 3 | 1 | 0 | 1 | 4 |");
  const std::string text = hover_text(wrong, "| 3 | 1 | 0 | 1 | 4 |", 2);
  EXPECT_TRUE(has(text, "行政复议")) << text;
  EXPECT_TRUE(has(text, "**本组** 3＋1＋0＋1≠4，合计 5")) << text;
}

TEST(Hover, GroupRowSaysThatItIsOne) {
  const std::string text = hover_text(sample_report(), "（三）不予公开");
  EXPECT_TRUE(has(text, "分组行")) << text;
  EXPECT_FALSE(has(text, "**本行**")) << text;
}

TEST(Hover, RowWithoutArticleSaysSo) {
  const std::string text = hover_text(sample_report(), "5.要求行政机关确认或重新出具已获取信息");
  EXPECT_TRUE(has(text, "没有明确对应的条文")) << text;
  EXPECT_TRUE(has(text, "`解释`")) << text;
}

TEST(Hover, ColumnShowsItsBalance) {
  const std::string text = hover_text(sample_report(), "自然人");
  EXPECT_EQ(text.find("**自然人**"), 0U) << text;
  EXPECT_TRUE(has(text, "**本列** 46＋2＝45＋3，两边相符")) << text;
}

TEST(Hover, CaptionAndHeadingAreExplained) {
  EXPECT_EQ(hover_text(sample_report(), "第二十条第（一）项").find("**第二十条第（一）项**"), 0U);
  const std::string heading = hover_text(sample_report(), "三、收到和处理政府信息公开申请情况");
  EXPECT_EQ(heading.find("**三、收到和处理政府信息公开申请情况**"), 0U) << heading;
  EXPECT_TRUE(has(heading, "条例第五十条")) << heading;
}

TEST(Hover, CitedArticleIsSummedUpAndMarkedAsSummary) {
  const std::string text = hover_text(sample_report(), "第五十条", 3);
  EXPECT_EQ(text.find("**第五十条"), 0U) << text;
  EXPECT_TRUE(has(text, "以上为要点归纳，不是条文原文")) << text;
  EXPECT_LE(lines_of(text), hover_line_limit) << text;
}

TEST(Hover, CitedItemIsBoldAndRowsThatRestOnTheArticleShowTheirTotals) {
  const std::string report =
      test::replaced(sample_report(), "做好主动公开、", "依照《条例》第三十六条第三项，做好主动公开、");
  const std::string text = hover_text(report, "第三十六条第三项");
  EXPECT_TRUE(has(text, "- **（三）决定不公开")) << text;
  EXPECT_TRUE(has(text, "**表三相关行**")) << text;
  EXPECT_TRUE(has(text, "予以公开 28")) << text;
  EXPECT_FALSE(has(text, "予以公开 21")) << "the row's total, not its columns: " << text;
}

TEST(Hover, ArticleOfAnotherLawIsNotTakenForTheRegulations) {
  const std::string report =
      test::replaced(sample_report(), "做好主动公开、", "依照《中华人民共和国预算法》第十四条，做好主动公开、");
  EXPECT_EQ(hover_text(report, "预算法》第十四条", sizeof("预算法》第") - 1), "");
}

TEST(Hover, PlainTextHasNoMarks) {
  const std::string& report = sample_report();
  const Snapshot snapshot = snapshot_of(report);
  const auto found =
      hover(snapshot, offset_of(report, "1.属于国家秘密") + 3U, the_standard(), {}, {.command_links = true});
  ASSERT_TRUE(found);
  const std::string text = plain_text_of(*found);
  EXPECT_FALSE(has(text, "**") || has(text, "`") || has(text, "](")) << text;
}

TEST(Hover, EnglishKeepsOfficialLabels) {
  rules::Options options;
  options.locale = rules::Locale::en;
  const std::string text = hover_text(sample_report(), "1.属于国家秘密", 3, options);
  EXPECT_EQ(text.find("**1.属于国家秘密**"), 0U) << text;
  EXPECT_TRUE(has(text, "**This row** 3 + 0 + 0 + 0 + 0 + 0 = 3")) << text;
}

TEST(Hover, NothingWhereNothingOfficialStands) {
  EXPECT_EQ(hover_text(sample_report(), "做好主动公开"), "");
  const std::string& report = sample_report();
  EXPECT_FALSE(hover(snapshot_of(report), 4'000'000'000U, the_standard(), {}));
}

/// Every place of the text is asked for: no answer is longer than the limit, each points at a range that holds it.
TEST(Hover, EveryAnswerIsShortAndPointsAtItsPlace) {
  const std::string report = test::wrong_total();
  const Snapshot snapshot = snapshot_of(report);
  std::size_t answers = 0;
  for (text::Offset offset = 0; offset <= report.size(); ++offset) {
    const auto found = hover(snapshot, offset, the_standard(), {}, {.command_links = true});
    if (!found) continue;
    ++answers;
    ASSERT_TRUE(found->range.touches(offset)) << offset;
    ASSERT_LE(lines_of(markdown_of(*found)), hover_line_limit) << markdown_of(*found);
    ASSERT_EQ(test::dead_bold_mark(markdown_of(*found)), "");
    ASSERT_FALSE(has(markdown_of(*found), "hover.")) << "a message is missing: " << markdown_of(*found);
  }
  EXPECT_GT(answers, 1000U);
}

}  // namespace
}  // namespace nianbao::features
