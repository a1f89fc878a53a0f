// What a person reads on the terminal, letter by letter (How nianbao speaks, sections 6 and 7).
#include "cli/text_output.h"

#include <gtest/gtest.h>

#include "harness.h"
#include "support/known_forms.h"

namespace nianbao::cli {
namespace {

using test::the_standard;

CheckedFile file_with(const std::string& text) {
  CheckedFile file;
  file.document.path = "2025年信息公开年报.md";
  file.document.text = text::Text(text);
  file.report.source = file.document.text;
  file.report.text = file.document.text;
  return file;
}

text::ByteRange find(const CheckedFile& file, std::string_view words) {
  const auto begin = static_cast<text::Offset>(file.report.source.bytes().find(words));
  return {begin, begin + static_cast<text::Offset>(words.size())};
}

rules::Finding culprit(const CheckedFile& file) {
  rules::Finding finding;
  finding.rule = "sum/culprit";
  finding.severity = standard::Severity::error;
  finding.message = "现为 12，推算应为 21（疑似两位数字颠倒）；改后 2 处不平全部消除";
  finding.range = find(file, "12");
  finding.related = {{{}, "本行：六类合计 19，总计 28"}, {{}, "本列：（一）至（六）合计 37，（七）总计 46"}};
  finding.fixes = {{"改为 21（请核对台账）", {}, false, true, false}};
  return finding;
}

rules::Finding word(const CheckedFile& file) {
  rules::Finding finding;
  finding.rule = "prose/word";
  finding.severity = standard::Severity::warning;
  finding.message = "“知情权力”应为“知情权利”或“知情权”";
  finding.range = find(file, "知情权力");
  finding.fixes = {{"改为“知情权”", {}, true, false, false}};
  return finding;
}

const std::string table = std::string(42, '\n') + "| （一）予以公开 | 12 | 4 | 0 | 1 | 2 | 0 | 28 |\n";

TEST(TextOutput, a_finding_in_a_table) {
  const CheckedFile file = file_with(table);
  const Speaker speaker(the_standard(), rules::Locale::zh);
  EXPECT_EQ(show_finding(file, culprit(file), speaker, Style(false)),
            "错误[sum/culprit] 现为 12，推算应为 21（疑似两位数字颠倒）；改后 2 处不平全部消除\n"
            "  --> 2025年信息公开年报.md:43:13\n"
            "   |\n"
            "43 | | （一）予以公开 | 12 | 4 | 0 | 1 | 2 | 0 | 28 |\n"
            "   |                    ^^ 改为 21（请核对台账）\n"
            "   = 本行：六类合计 19，总计 28\n"
            "   = 本列：（一）至（六）合计 37，（七）总计 46\n"
            "   = 说明：nianbao explain sum/culprit\n");
}

TEST(TextOutput, a_finding_in_prose) {
  const CheckedFile file = file_with(std::string(26, '\n') + "确保公民知情权力的实现\n");
  const Speaker speaker(the_standard(), rules::Locale::zh);
  EXPECT_EQ(show_finding(file, word(file), speaker, Style(false)),
            "提醒[prose/word] “知情权力”应为“知情权利”或“知情权”\n"
            "  --> 2025年信息公开年报.md:27:5\n"
            "   |\n"
            "27 | 确保公民知情权力的实现\n"
            "   |         ^^^^^^^^ 改为“知情权”\n");
}

TEST(TextOutput, the_summary_counts_what_a_machine_may_fix_and_what_not) {
  CheckedFile file = file_with(table + "确保公民知情权力的实现\n");
  file.findings = {culprit(file), word(file)};
  file.tally = {42, 40, 200, 200};
  Totals totals;
  totals.add(file);
  const Speaker speaker(the_standard(), rules::Locale::zh);
  EXPECT_EQ(show_summary(file, totals, the_standard(), speaker, Style(false)),
            "2025年信息公开年报.md：1 错误，1 提醒，0 提示；200 格已读，勾稽 40/42；"
            "可自动改正 1 处（nianbao fix），另 1 处须先核对台账\n");
}

TEST(TextOutput, silence_is_not_an_answer) {
  CheckedFile file = file_with(table);
  file.report.form = known::f2021;
  for (const auto& section : the_standard().form(known::f2021).sections) {
    report::Part part;
    part.section = section.id;
    file.report.parts.push_back(part);
  }
  file.tally = {42, 42, 200, 200};
  Totals totals;
  totals.rules = 58;
  totals.add(file);
  const Speaker speaker(the_standard(), rules::Locale::zh);
  EXPECT_EQ(show_summary(file, totals, the_standard(), speaker, Style(false)),
            "✓ 2025年信息公开年报.md：2021年格式，六部分齐全，200 格已读，勾稽 42/42，规则 58 条，未发现问题\n");
}

TEST(TextOutput, a_folder_has_one_line) {
  Totals totals;
  totals.files = 31;
  totals.warnings = 5;
  totals.files_with_warnings = 2;
  const Speaker speaker(the_standard(), rules::Locale::zh);
  const std::string text = show_folder_summary(totals, speaker, Style(false));
  EXPECT_TRUE(text.starts_with("✓ 31 份报告已检查：29 份无问题，2 份有提醒")) << text;
  totals.errors = 1;
  totals.files_with_errors = 1;
  EXPECT_FALSE(show_folder_summary(totals, speaker, Style(false)).starts_with("✓"));
}

TEST(TextOutput, english_words_and_official_labels) {
  const CheckedFile file = file_with(table);
  const Speaker speaker(the_standard(), rules::Locale::en);
  const std::string text = show_finding(file, culprit(file), speaker, Style(false));
  EXPECT_TRUE(text.starts_with("error[sum/culprit] ")) << text;
  EXPECT_NE(text.find("予以公开"), std::string::npos);
  EXPECT_NE(text.find("about: nianbao explain sum/culprit"), std::string::npos);
}

TEST(TextOutput, colours_do_not_change_the_text) {
  const CheckedFile file = file_with(table);
  const Speaker speaker(the_standard(), rules::Locale::zh);
  std::string coloured = show_finding(file, culprit(file), speaker, Style(true));
  EXPECT_NE(coloured.find("\x1b[1;31m"), std::string::npos);
  for (std::size_t at = coloured.find('\x1b'); at != std::string::npos; at = coloured.find('\x1b', at)) {
    coloured.erase(at, coloured.find('m', at) - at + 1);
  }
  EXPECT_EQ(coloured, show_finding(file, culprit(file), speaker, Style(false)));
}

}  // namespace
}  // namespace nianbao::cli
