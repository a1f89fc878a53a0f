// What a clerk reads when sums do not hold: one finding per cause, with the right cell, words, related cells and fixes.

#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include <gtest/gtest.h>

#include "support/generator.h"
#include "support/known_forms.h"
#include "support/make_report.h"
#include "support/paths.h"

namespace nianbao::testing {
namespace {

using rules::Finding;
using standard::FormId;
using standard::Severity;

std::string sample() {
  return correct_report(known::f2021);
}

std::vector<std::string> messages(const std::vector<rules::Related>& related) {
  std::vector<std::string> result;
  for (const rules::Related& line : related) result.push_back(line.message);
  return result;
}

TEST(SumMessages, CorrectReportsOfAllFormsAreSilent) {
  for (const FormId form : {known::f2014, known::f2019, known::f2021}) {
    const std::vector<Finding> findings = sum_findings(correct_report(form));
    EXPECT_TRUE(findings.empty()) << findings.front().message;
  }
}

TEST(SumMessages, RandomCorrectReportsAreSilentInEveryLayout) {
  using report::Layout;
  for (const FormId form : {known::f2014, known::f2019, known::f2021}) {
    for (const Layout layout : {Layout::pipe, Layout::tab, Layout::lines, Layout::html, Layout::aligned}) {
      for (std::uint64_t seed = 1; seed <= 6; ++seed) {
        const test::Shape shape = test::random_shape(form, layout, seed % 2 == 0, seed);
        if (shape.web_page) continue;
        const std::vector<Finding> findings = sum_findings(test::generate(the_standard(), shape, seed).text);
        EXPECT_TRUE(findings.empty()) << test::describe(shape, seed) << "\n" << findings.front().message;
      }
    }
  }
}

/// Reports as they were published: their figures hold, so nothing certain may be said against them.
TEST(SumMessages, PublishedReportsHaveNoErrorInTheirSums) {
  namespace fs = std::filesystem;
  const fs::path folder = fs::path(paths::shared()) / "reports";
  if (!fs::exists(folder)) GTEST_SKIP() << "no published reports beside the source";
  for (const auto& entry : fs::directory_iterator(folder)) {
    const std::ifstream file(entry.path());
    std::ostringstream content;
    content << file.rdbuf();
    for (const Finding& finding : sum_findings(content.str())) {
      EXPECT_NE(finding.severity, Severity::error) << entry.path().filename() << ": " << finding.message;
    }
  }
}

TEST(SumMessages, SwappedDigitsNameTheCellAndItsValue) {
  const std::string text = with_cells(sample(), {{"t3_granted", "t3c_natural", "12"}});
  const std::vector<Finding> findings = sum_findings(text);
  ASSERT_EQ(findings.size(), 1U);
  const Finding& finding = findings.front();
  EXPECT_EQ(finding.rule, "sum/culprit");
  EXPECT_EQ(finding.severity, Severity::error);
  EXPECT_EQ(marked(text, finding), "12");
  EXPECT_EQ(finding.cells, std::vector<std::string>{"t3_granted/t3c_natural"});
  EXPECT_EQ(finding.message, "现为 12，推算应为 21（疑似两位数字颠倒）；改后 2 处不平全部消除");
  EXPECT_EQ(messages(finding.related),
            (std::vector<std::string>{"本行六类合计 19，总计 28", "本列（一）至（六）合计 36，（七）总计 45"}));
  ASSERT_EQ(finding.fixes.size(), 1U);
  EXPECT_EQ(finding.fixes.front().title, "改为 21（请核对台账）");
  EXPECT_TRUE(finding.fixes.front().inferred);
  EXPECT_FALSE(finding.fixes.front().preferred);
  EXPECT_EQ(fixed(text, finding.fixes.front()), sample());
}

TEST(SumMessages, AWrongTotalIsSetWithoutAskingTheRegister) {
  const std::string text = with_cells(sample(), {{"t3_granted", "t3c_total", "82"}});
  const std::vector<Finding> findings = sum_findings(text);
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings.front().rule, "sum/culprit");
  ASSERT_EQ(findings.front().fixes.size(), 1U);
  EXPECT_EQ(findings.front().fixes.front().title, "改为 28");
  EXPECT_TRUE(findings.front().fixes.front().preferred);
  EXPECT_EQ(rules::apply(text, rules::fix_all(findings, false)), sample());
}

TEST(SumMessages, ABlankCellThatMustHoldANumberIsTheCulprit) {
  const std::string text = with_cells(sample(), {{"t3_granted", "t3c_natural", ""}});
  const std::vector<Finding> findings = sum_findings(text);
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings.front().rule, "sum/culprit");
  EXPECT_EQ(findings.front().message, "未填，推算应为 21；填后 2 处不平全部消除");
  EXPECT_EQ(findings.front().fixes.front().title, "填 21（请核对台账）");
}

TEST(SumMessages, ABlankForZeroSaysNothingAboutSums) {
  EXPECT_TRUE(
      sum_findings(with_cells(sample(), {{"t3_partial", "t3c_natural", ""}, {"t3_new", "t3c_other", ""}})).empty());
}

TEST(SumMessages, AMissingRowLeavesTheRowTotalsToBeChecked) {
  std::string text = with_cells(sample(), {{"t3_new", "t3c_total", "85"}});
  const std::size_t row = text.find("| 四、结转下年度继续办理");
  text.erase(row, text.find('\n', row) + 1 - row);
  const std::vector<Finding> findings = sum_findings(text);
  ASSERT_EQ(findings.size(), 1U);
  const Finding& finding = findings.front();
  EXPECT_EQ(finding.rule, "sum/row-total");
  EXPECT_EQ(finding.message, "总计 85 不等于六类申请人之和 46＋8＋0＋1＋3＋0＝58");
  EXPECT_EQ(messages(finding.related),
            (std::vector<std::string>{"自然人 46", "商业企业 8", "社会公益组织 1", "法律服务机构 3"}));
  ASSERT_EQ(finding.fixes.size(), 1U);
  EXPECT_EQ(finding.fixes.front().title, "总计改为 58");
  EXPECT_TRUE(finding.fixes.front().preferred);
}

TEST(SumMessages, ASumByFormulaLeavesTheBalanceOpen) {
  const std::string text = with_cells(sample(), {{"t3_new", "t3c_natural", "47"}, {"t3_new", "t3c_total", "59"}});
  const std::vector<Finding> findings = sum_findings(text);
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings.front().rule, "sum/balance");
  EXPECT_EQ(findings.front().message,
            "新收 47＋上年结转 2＝49，总计 45＋结转下年 3＝48，相差 1；现有数字不足以判断在哪一格");
  EXPECT_TRUE(findings.front().fixes.empty());
  EXPECT_EQ(findings.front().related.size(), 4U);
}

TEST(SumMessages, AValueInTheNeighbouringColumnOffersTheRowsThatCouldHoldIt) {
  const std::string text =
      with_cells(sample(), {{"t3_refused_repeat", "t3c_natural", "0"}, {"t3_refused_repeat", "t3c_business", "2"}});
  const std::vector<Finding> findings = sum_findings(text);
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings.front().range.empty(), false);
  for (const rules::Fix& fix : findings.front().fixes) {
    EXPECT_FALSE(fix.preferred) << fix.title;
    EXPECT_TRUE(fix.title.ends_with("（请核对台账）")) << fix.title;
    EXPECT_TRUE(sum_findings(fixed(text, fix)).empty()) << fix.title;
  }
}

TEST(SumMessages, ACaseTotalIsSet) {
  const std::string text = with_cells(sample(), {{"", "t4_review_upheld", "3"},
                                                 {"", "t4_review_corrected", "1"},
                                                 {"", "t4_review_other", "0"},
                                                 {"", "t4_review_pending", "1"},
                                                 {"", "t4_review_total", "4"}});
  const std::vector<Finding> findings = sum_findings(text);
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings.front().rule, "sum/case-total");
  EXPECT_EQ(findings.front().message, "行政复议总计 4 不等于四种结果之和 3＋1＋0＋1＝5");
  EXPECT_EQ(messages(findings.front().related),
            (std::vector<std::string>{"结果维持 3", "结果纠正 1", "其他结果 0", "尚未审结 1"}));
  EXPECT_EQ(findings.front().fixes.front().title, "总计改为 5");
  EXPECT_TRUE(findings.front().fixes.front().preferred);
}

TEST(SumMessages, StockOfDocumentsCannotBeNegative) {
  const std::string text =
      with_cells(sample(), {{"t2_normative", "t2c_made", "16"}, {"t2_normative", "t2c_valid", "14"}});
  const std::vector<Finding> findings = sum_findings(text);
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings.front().rule, "sum/stock");
  EXPECT_EQ(findings.front().severity, Severity::warning);
  EXPECT_EQ(findings.front().message, "现行有效 14＋废止 1－制发 16＝－1，上年末存量不会小于 0");
}

TEST(SumMessages, AFeeInTheTextIsComparedWithTheTable) {
  const auto with_sentence = [](const std::string& sentence) {
    return with_cells(sample(), {{"t2_fee", "t2c_fee_amount", "1.25"}}) + "\n" + sentence + "\n";
  };
  const std::string large = with_sentence("本年度共收取信息处理费 20000 元。");
  const std::vector<Finding> findings = sum_findings(large);
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings.front().rule, "sum/remark");
  EXPECT_EQ(marked(large, findings.front()), "20000");
  EXPECT_EQ(findings.front().message, "正文信息处理费 20000 元，多于表二收费金额 1.25 万元");
  EXPECT_TRUE(sum_findings(with_sentence("本年度共收取信息处理费 12000 元。")).empty());
  EXPECT_TRUE(sum_findings(with_sentence("本年度没有收取信息处理费。全年行政罚没 90000 元。")).empty());
}

TEST(SumMessages, EnglishKeepsOfficialLabelsAndHalfWidthOperators) {
  const std::string text = with_cells(sample(), {{"", "t4_review_total", "9"}});
  const std::vector<Finding> findings = sum_findings(text, rules::Locale::en);
  ASSERT_FALSE(findings.empty());
  EXPECT_TRUE(findings.front().message.starts_with("行政复议 total 9 is not the sum of its four outcomes:"))
      << findings.front().message;
}

TEST(SumMessages, EachOfTwoSlipsIsMarked) {
  const std::string text =
      with_cells(sample(), {{"t3_granted", "t3c_natural", "12"}, {"t3_new", "t3c_business", "88"}});
  const std::vector<Finding> findings = sum_findings(text);
  ASSERT_EQ(findings.size(), 2U);
  EXPECT_EQ(findings[0].cells, std::vector<std::string>{"t3_new/t3c_business"});
  EXPECT_EQ(findings[1].cells, std::vector<std::string>{"t3_granted/t3c_natural"});
}

/// A row of several numbers that was left blank is one cause: not a sum here and blank cells there.
TEST(SumMessages, ABlankRowIsOneFindingThatFillsTheWholeRow) {
  std::ifstream file(paths::source() + "/docs/examples/form-2021.md");
  std::string text(std::istreambuf_iterator<char>(file), {});
  const std::string values = "| 5 | 1 | 0 | 0 | 0 | 0 | 6 |";
  text.replace(text.find(values), values.size(), "|  |  |  |  |  |  |  |");
  std::vector<Finding> findings = rules::check(read_report(text), the_standard(), {});
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings.front().rule, "sum/culprit");
  EXPECT_EQ(findings.front().cells.size(), 7U);
  ASSERT_EQ(findings.front().fixes.size(), 1U);
  const std::string after = rules::apply(text, findings.front().fixes.front().edits);
  EXPECT_TRUE(rules::check(read_report(after), the_standard(), {}).empty()) << after;
}

}  // namespace
}  // namespace nianbao::testing
