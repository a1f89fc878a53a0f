// Findings with the memory of the checks before are those of a check of its own.
#include "rules/memory.h"

#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "support/known_forms.h"
#include "support/make_report.h"
#include "support/paths.h"
#include "text/utf8.h"

namespace nianbao::testing {
namespace {

std::string described(text::ByteRange range) {
  return " [" + std::to_string(range.begin) + "," + std::to_string(range.end) + ")";
}

std::string described(const std::vector<rules::Finding>& findings) {
  std::string out;
  for (const rules::Finding& finding : findings) {
    out += std::string(finding.rule) + described(finding.range) + std::to_string(static_cast<int>(finding.severity)) +
           finding.message + "\n";
    for (const rules::Related& related : finding.related)
      out += "  r" + described(related.range) + related.message + "\n";
    for (const rules::Fix& fix : finding.fixes) {
      out += "  f " + fix.title + (fix.preferred ? "!" : "") + "\n";
      for (const rules::TextEdit& edit : fix.edits) out += "   " + described(edit.range) + edit.new_text + "\n";
    }
  }
  return out;
}

TEST(Memory, ChangesNothingButTheTime) {
  rules::Memory memory;
  const std::string right = correct_report(known::f2021);
  const std::vector<std::string> versions = {
      right,
      with_cells(right, {{"t3_granted", "t3c_total", "99"}}),
      with_cells(right, {{"t3_granted", "t3c_total", "98"}}),
      with_cells(right, {{"t3_granted", "t3c_natural", ""}}),
      with_cells(right, {{"t3_granted", "t3c_natural", "约5"}}),
      with_cells(right, {{"t3_new", "t3c_total", "7"}, {"t3_total", "t3c_natural", "3"}}),
      correct_report(known::f2019),
      right};
  for (const std::string& version : versions) {
    const report::Report report = read_report(version);
    const auto kept = rules::check(report, the_standard(), rules::Options{}, {}, &memory);
    EXPECT_EQ(described(kept), described(rules::check(report, the_standard(), rules::Options{})));
  }
}

std::string file_text(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// Pieces that change what paragraphs say, where sentences and paragraphs end, what heads them, and what rules on
/// wording look for.
std::string edited(const std::string& source, std::mt19937& random) {
  static const std::vector<std::string> pieces = {"，",
                                                  "。",
                                                  "；",
                                                  "；\n\n",
                                                  "\n\n",
                                                  "\n",
                                                  "\f\n",
                                                  "（",
                                                  "）",
                                                  "《",
                                                  "》、《",
                                                  "“",
                                                  ",",
                                                  "(",
                                                  "是",
                                                  "一是",
                                                  "。三是",
                                                  "二",
                                                  "第",
                                                  "截止",
                                                  "台帐",
                                                  "今年",
                                                  "目前",
                                                  "2020-2021年",
                                                  "110101199003070000",
                                                  "010—1234567",
                                                  "存在问题：",
                                                  "**",
                                                  "## 七、附则\n",
                                                  "（二）依申请公开\n",
                                                  "[image: a.jpg]",
                                                  "打印",
                                                  "|",
                                                  "ABCDEFGHIJKLM",
                                                  "公开公开工作公开工作",
                                                  "<!-- -->",
                                                  "学年",
                                                  " "};
  const std::size_t at = text::scalar_begin(source, random() % source.size());
  const std::size_t end = text::scalar_begin(source, std::min(source.size(), at + random() % 24));
  std::string out = source.substr(0, at);
  out += random() % 4 == 0 ? "" : pieces[random() % pieces.size()];
  return out + source.substr(std::max(at, end));
}

/// What the rules on wording speak of, several times each, in text that a page break cuts.
constexpr std::string_view faults =
    "\n\n截止目前，台帐齐全,本年度公开信息3条;"
    "工作取得成效，一是加强领导。二是完善制度；四是强化监督等；五是加强培训；\n\n"
    "存在问题：一是公开不够主动，目前尚有不足，\n\n改进措施：今年将加强公开公开不够工作，热线010—1234567，2020-"
    "2021年\n\n"
    "（一）主动公开情况。全年印发《办法》、《规定》、“通知”等《关于〈条例〉的《说明》》，身份证110101199003070000，本机"
    "关积极推进政务公开工\n\n"
    "作，各项制度得到落实（见附件。收到申请5件,办结5件[image: a.jpg]。）。\n\n";

void check_edits(const std::string& original, bool page, std::uint32_t seed, int turns) {
  std::mt19937 random(seed);
  rules::Memory memory;
  std::string source;
  for (int turn = 0; turn < turns; ++turn) {
    if (turn % 80 == 0) source = original;
    const report::Report report =
        page ? report::build_from_web_page(text::Text(source), the_standard()) : read_report(source);
    ASSERT_EQ(described(rules::check(report, the_standard(), rules::Options{}, {}, &memory)),
              described(rules::check(report, the_standard(), rules::Options{})))
        << "turn " << turn;
    source = edited(source, random);
  }
}

TEST(Memory, EditedProseIsThatOfAnotherCheck) {
  for (const char* name : {"form-2021-errors.md", "form-2021.md", "form-2014-errors.md"}) {
    SCOPED_TRACE(name);
    std::string source = file_text(paths::source() + "/docs/examples/" + name);
    ASSERT_FALSE(source.empty());
    source.insert(source.find("\n\n"), faults);
    check_edits(source + std::string(faults), false, 20250331, 160);
  }
}

TEST(Memory, EditedPagesToo) {
  std::string page = "<html><body><h1>云岭市水利局2021年政府信息公开工作年度报告</h1>\n<p>一、总体情况</p>\n<p>";
  std::string_view rest = faults.substr(2);
  for (std::size_t end = rest.find("\n\n"); end != std::string_view::npos; end = rest.find("\n\n")) {
    page += std::string(rest.substr(0, end)) + "</p>\n<p>";
    rest.remove_prefix(end + 2);
  }
  check_edits(page + "</p></body></html>\n", true, 20250401, 160);
}

TEST(Memory, OtherSettingsForgetWhatWasKept) {
  const std::string source =
      file_text(paths::source() + "/docs/examples/form-2021-errors.md") + "\n\n截止目前，台帐齐全。\n";
  const report::Report report = read_report(source);
  rules::Memory memory;
  rules::Options allowing;
  allowing.allowed_words = {"台帐"};
  rules::Options english;
  english.locale = rules::Locale::en;
  for (const rules::Options& options : {rules::Options{}, allowing, english, rules::Options{}}) {
    EXPECT_EQ(described(rules::check(report, the_standard(), options, {}, &memory)),
              described(rules::check(report, the_standard(), options)));
  }
}

}  // namespace
}  // namespace nianbao::testing
