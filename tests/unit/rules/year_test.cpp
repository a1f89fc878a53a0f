// year/*: a report against last year's and against its parts; where anything is doubtful, nothing is said.
#include <fstream>

#include <gtest/gtest.h>

#include "report/brief.h"
#include "rules/digest.h"
#include "support/paths.h"
#include "syntax/tree.h"
#include "table_scene.h"

namespace nianbao::rules::test {
namespace {

constexpr std::string_view carried_in = "| 二、上年结转政府信息公开申请数量 |  |  |";
constexpr std::string_view carried_out = "| 四、结转下年度继续办理 |  |  |";

report::Report read(const std::string& source) {
  const text::Text text(source);
  return report::build(text, syntax::parse(text), the_standard());
}

Digest digest(const std::string& source, const std::string& name = "last.md") {
  return digest_of(read(source), the_standard(), name);
}

std::vector<Finding> of_year(std::string_view rule, const std::string& source, const Relatives& relatives,
                             const Options& options = {}) {
  std::vector<Finding> findings;
  for (Finding& finding : check(read(source), the_standard(), options, relatives)) {
    if (finding.rule == rule) findings.push_back(std::move(finding));
  }
  return findings;
}

/// The row that begins with `label`, with other values.
std::string with_row(std::string source, std::string_view label, const std::string& values) {
  const std::size_t begin = source.find(label);
  EXPECT_NE(begin, std::string::npos) << label;
  if (begin == std::string::npos) return source;
  const std::size_t from = begin + label.size();
  return source.replace(from, source.find('\n', from) - from, " " + values + " |");
}

/// The good report as that of the year before: 2023 for 2024, with a stock that leads to this year's.
std::string last_report() {
  std::string source = with_row(good_report(), "| 行政规范性文件 |", "2 | 1 | 13");
  for (std::size_t at = source.find("2024"); at != std::string::npos; at = source.find("2024", at))
    source.replace(at, 4, "2023");
  return source;
}

std::string example(std::string_view name) {
  std::ifstream file(paths::source() + "/docs/examples/" + std::string(name), std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

TEST(Digest, NeedsNothingOfWhatTheRunningTextSays) {
  for (const std::string_view name : {"form-2014.md", "form-2019.txt", "form-2021.md", "form-2021-errors.md"}) {
    const text::Text text(example(name));
    ASSERT_GT(text.size(), 1000U) << name;
    const report::Report brief = report::build_brief(text, syntax::parse(text), the_standard());
    EXPECT_EQ(digest_of(brief, the_standard(), "a"), digest(std::string(text.bytes()), "a")) << name;
    const text::Text page("<html><body>" + std::string(text.bytes()) + "</body></html>");
    EXPECT_EQ(digest_of(report::build_brief_from_web_page(page, the_standard()), the_standard(), "a"),
              digest_of(report::build_from_web_page(page, the_standard()), the_standard(), "a"))
        << name;
  }
}

TEST(CarryOver, TheTotalIsNamedWithLastYearsCell) {
  const std::string last = with_row(last_report(), carried_out, "2 | 0 | 0 | 0 | 0 | 0 | 2");
  const std::string now = with_row(good_report(), carried_in, "4 | 0 | 0 | 0 | 0 | 0 | 4");
  const Digest there = digest(last);
  const auto findings = of_year("year/carry-over", now, {&there, {}});
  ASSERT_EQ(findings.size(), 1U);
  const Finding& finding = findings.front();
  EXPECT_EQ(finding.rule, "year/carry-over");
  EXPECT_EQ(finding.severity, standard::Severity::warning);
  EXPECT_EQ(finding.message, "上年结转为 4，2023年报告的“结转下年度继续办理”为 2");
  EXPECT_EQ(finding.cells, (std::vector<std::string>{"t3_carried_in/t3c_total", "t3_carried_in/t3c_natural"}));
  ASSERT_FALSE(finding.related.empty());
  EXPECT_EQ(finding.related.front().document, "last.md");
  const text::Text source(last);
  const text::Position at = finding.related.front().place.begin(text::Encoding::utf8);
  const text::Offset offset = text::offset_at(source, at, text::Encoding::utf8);
  EXPECT_EQ(source.slice({offset, offset + 1}), "2") << "the place is that of last year's cell";
}

TEST(CarryOver, AFixRestsOnTheRegisterAndIsNeverPreferred) {
  const std::string now = with_row(good_report(), carried_in, "4 | 0 | 0 | 0 | 0 | 0 | 4");
  const Digest right = digest(last_report());
  const auto settled = of_year("year/carry-over", now, {&right, {}});
  ASSERT_EQ(settled.size(), 1U);
  ASSERT_EQ(settled.front().fixes.size(), 1U);
  const Fix& fix = settled.front().fixes.front();
  EXPECT_EQ(fix.title, "本行 2 格改为2023年的数（请核对台账）");
  EXPECT_FALSE(fix.preferred);
  EXPECT_TRUE(fix.inferred);
  EXPECT_FALSE(fix.asks) << "the table adds up afterwards";
  EXPECT_EQ(rules::apply(now, fix.edits), good_report());
  const Digest wrong = digest(with_row(last_report(), carried_out, "2 | 0 | 0 | 0 | 0 | 0 | 2"));
  const auto asked = of_year("year/carry-over", good_report(), {&wrong, {}});
  ASSERT_EQ(asked.size(), 1U);
  ASSERT_EQ(asked.front().fixes.size(), 1U);
  EXPECT_TRUE(asked.front().fixes.front().asks) << "this year's table adds up as it is: either may be wrong";
}

TEST(CarryOver, EqualNumbersAndMissingOnesAreSilent) {
  const std::string now = with_row(good_report(), carried_in, "4 | 0 | 0 | 0 | 0 | 0 | 4");
  const Digest same = digest(with_row(last_report(), carried_out, "4 | 0 | 0 | 0 | 0 | 0 | 4"));
  EXPECT_TRUE(of_year("year/carry-over", now, {&same, {}}).empty());
  const Digest blank = digest(with_row(last_report(), carried_out, " |  |  |  |  |  | "));
  EXPECT_TRUE(of_year("year/carry-over", now, {&blank, {}}).empty()) << "what was not filled in says nothing";
  EXPECT_TRUE(
      of_year("year/carry-over", with_row(good_report(), carried_in, " |  |  |  |  |  | "), {&same, {}}).empty());
  const Digest prose = digest("云岭市水利局2022年政府信息公开工作年度报告\n\n一、总体情况\n\n略。\n");
  EXPECT_TRUE(of_year("year/carry-over", now, {&prose, {}}).empty());
}

TEST(CarryOver, OtherClassesWithTheSameTotalAreARemark) {
  const Digest there = digest(with_row(last_report(), carried_out, "2 | 2 | 0 | 0 | 0 | 0 | 4"));
  const auto findings =
      of_year("year/carry-over", with_row(good_report(), carried_in, "4 | 0 | 0 | 0 | 0 | 0 | 4"), {&there, {}});
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings.front().severity, standard::Severity::information);
  EXPECT_EQ(findings.front().cells.size(), 2U);
}

TEST(Stock, FollowsFromLastYear) {
  constexpr std::string_view row = "| 行政规范性文件 |";
  const std::string now = with_row(good_report(), row, "3 | 1 | 15");
  const Digest there = digest(with_row(last_report(), row, "0 | 0 | 10"));
  const auto findings = of_year("year/stock", now, {&there, {}});
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings.front().rule, "year/stock");
  EXPECT_EQ(findings.front().message, "现行有效 15，由2023年报告 10＋制发 3－废止 1 推算应为 12");
  ASSERT_EQ(findings.front().fixes.size(), 1U);
  EXPECT_EQ(findings.front().fixes.front().title, "改为 12（请核对台账）");
  Options english;
  english.locale = Locale::en;
  EXPECT_EQ(of_year("year/stock", now, {&there, {}}, english).front().message,
            "15 valid, but 10 in the 2023 report + 3 made - 1 repealed = 12");
  const Digest right = digest(with_row(last_report(), row, "0 | 0 | 13"));
  EXPECT_TRUE(of_year("year/stock", now, {&right, {}}).empty());
}

TEST(Jump, OnlyWhereASettingAsksForIt) {
  const std::string now = with_row(good_report(), "| 行政许可 |", "1200 |  | ");
  const Digest there = digest(with_row(last_report(), "| 行政许可 |", "120 |  | "));
  EXPECT_TRUE(of_year("year/jump", now, {&there, {}}).empty());
  Options options;
  options.severities["year/jump"] = standard::Severity::information;
  const auto findings = of_year("year/jump", now, {&there, {}}, options);
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings.front().message, "现为 1200，2023年报告为 120，相差五倍以上");
}

TEST(Aggregate, ACellAgainstItsPartsAndTheTotalsOnlyWhereNothingElseDiffers) {
  constexpr std::string_view row = "| 行政规范性文件 |";
  const Digest one = digest(with_row(good_report(), row, "1 | 0 | 4"), "one.md");
  const Digest two = digest(with_row(good_report(), row, "2 | 0 | 5"), "two.md");
  std::string parent = with_row(good_report(), row, "4 | 0 | 9");
  Relatives parts;
  parts.parts = {&one, &two};
  std::vector<Finding> of_row;
  for (const Finding& finding : of_year("year/aggregate", parent, parts)) {
    if (finding.cells.front().starts_with("t2_normative")) of_row.push_back(finding);
  }
  ASSERT_EQ(of_row.size(), 1U);
  EXPECT_EQ(of_row.front().rule, "year/aggregate");
  EXPECT_EQ(of_row.front().severity, standard::Severity::information);
  EXPECT_EQ(of_row.front().message, "现为 4，2 个单位之和为 3");
  ASSERT_EQ(of_row.front().related.size(), 2U);
  EXPECT_EQ(of_row.front().related[0].document, "one.md");
  EXPECT_EQ(of_row.front().related[1].document, "two.md");
}

TEST(Aggregate, APartWithoutTheNumberMakesItSilent) {
  constexpr std::string_view row = "| 行政规范性文件 |";
  const Digest one = digest(with_row(good_report(), row, "1 | 0 | 4"), "one.md");
  const Digest two = digest(with_row(good_report(), row, " | 0 | 5"), "two.md");
  Relatives parts;
  parts.parts = {&one, &two};
  for (const Finding& finding : of_year("year/aggregate", with_row(good_report(), row, "9 | 0 | 9"), parts)) {
    EXPECT_NE(finding.cells.front(), "t2_normative/t2c_made");
  }
}

TEST(CopiedText, AStaleYearAndAWholeCopy) {
  const std::string prose =
      "2022年，我局围绕水资源管理、河湖长制、农村供水等重点工作主动公开信息四百五十二条。"
      "全年组织信息公开业务培训两次，参加培训的干部职工共计八十六人次，业务水平得到提升。"
      "畅通依申请公开受理渠道，规范答复格式，严格落实登记、审核、办理、答复、归档的全流程管理。"
      "坚持先审查后公开的原则，落实保密审查责任，动态调整主动公开基本目录，及时清理失效文件。"
      "优化门户网站信息公开专栏，强化政务新媒体日常监管，全年未发生内容安全事件和泄密事件。"
      "健全监督保障机制，把信息公开纳入年度考核，主动接受社会评议，全年没有发生责任追究情形。"
      "政策解读方面，采用问答、图解、视频等多种形式，对重要文件作出通俗易懂的说明和解释。"
      "回应关切方面，开设意见征集栏目四期，收到群众来信和留言三十一件，均已答复并公开。";
  const auto report = [&](const char* year, const std::string& text) {
    return "云岭市水利局" + std::string(year) + "年政府信息公开工作年度报告\n\n一、总体情况\n\n" + text + "\n";
  };
  const Digest there = digest(report("2022", prose));
  const auto copied = of_year("year/copied-text", report("2023", prose), {&there, {}});
  ASSERT_EQ(copied.size(), 2U);
  EXPECT_EQ(copied[0].message, "正文 100% 与2022年报告逐字相同");
  EXPECT_EQ(copied[1].message, "这一句与2022年报告逐字相同，年份仍为2022年");
  const auto own =
      of_year("year/copied-text", report("2023", with(prose, "2022年，我局", "2023年，我局")), {&there, {}});
  EXPECT_EQ(own.size(), 1U) << "the year was changed, the rest was not";
  const std::string other = "本年度围绕农村饮水安全保障与病险水库除险加固，主动公开政府信息五百零三条。";
  EXPECT_TRUE(of_year("year/copied-text", report("2023", other), {&there, {}}).empty());
}

TEST(Suppression, SilencesAYearRuleAndIsNotCalledUseless) {
  constexpr std::string_view row = "| 行政规范性文件 |";
  const Digest there = digest(with_row(last_report(), row, "0 | 0 | 10"));
  std::string now = with_row(good_report(), row, "3 | 1 | 15");
  const std::size_t table = now.find("| 第二十条第（一）项");
  ASSERT_NE(table, std::string::npos);
  now.insert(table, "<!-- nianbao-ignore year/stock: 集中清理 -->\n\n");
  for (const Finding& finding : check(read(now), the_standard(), {}, {&there, {}})) {
    EXPECT_NE(finding.rule, "year/stock");
    EXPECT_NE(finding.rule, "settings/suppression");
  }
}

}  // namespace
}  // namespace nianbao::rules::test
