// A report read with the memory of the version before is the report read anew, whatever was edited.
#include "report/memory.h"

#include <fstream>
#include <iterator>
#include <random>

#include <gtest/gtest.h>

#include "report/report.h"
#include "support/make_report.h"
#include "support/paths.h"
#include "syntax/tree.h"
#include "text/utf8.h"

namespace nianbao::report {
namespace {

std::string described(const Facts& facts) {
  std::string out;
  const auto range = [&](text::ByteRange one) {
    out += std::to_string(one.begin) + "-" + std::to_string(one.end) + " ";
  };
  for (const Count& count : facts.counts) {
    range(count.range);
    range(count.digits);
    out += count.text + count.unit + std::to_string(count.value.scaled) + "/" +
           (count.subject ? std::to_string(*count.subject) : "-") + "/" + std::to_string(count.sentence) + "/" +
           std::to_string(count.passage) + (count.limited ? "l" : "") + (count.negated ? "n" : "") +
           (count.scope == Scope::wide ? "w" : "") + std::to_string(static_cast<int>(count.span)) + "\n";
  }
  for (const PartList& list : facts.lists) {
    out += std::to_string(list.total) + ":";
    for (const std::size_t part : list.parts) out += std::to_string(part) + ",";
    out += list.complete ? "c\n" : "\n";
  }
  for (const Percentage& percentage : facts.percentages) {
    range(percentage.range);
    range(percentage.digits);
    out += percentage.text + "/" + (percentage.count ? std::to_string(*percentage.count) : "-") + "\n";
  }
  return out;
}

std::string file_text(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::string described(const Citation& citation) {
  return std::to_string(citation.range.begin) + "-" + std::to_string(citation.range.end) + " " + citation.text + " " +
         citation.law + " " + citation.short_name + (citation.name ? " →" + std::to_string(*citation.name) : "") + " " +
         std::to_string(static_cast<int>(citation.form)) + std::to_string(static_cast<int>(citation.resolution)) +
         std::to_string(static_cast<int>(citation.binding)) + (citation.in_table ? "t" : "") +
         std::to_string(citation.inner.begin) + "-" + std::to_string(citation.inner.end) + " " +
         std::to_string(citation.short_name_range.begin) + "-" + std::to_string(citation.short_name_range.end) + " " +
         std::to_string(citation.bracket.begin) + "-" + std::to_string(citation.bracket.end) + "\n";
}

/// What is kept from one version to the next, and what is made of it.
std::string described(const Report& report) {
  std::string out = described(report.facts);
  for (const Citation& citation : report.citations) out += described(citation);
  for (const Grid& grid : report.grids) {
    for (const CellReading& cell : grid.cells) {
      out += std::to_string(cell.cell) + " " + std::to_string(static_cast<int>(cell.state)) + " " +
             std::to_string(cell.range.begin) + " " + cell.text + "\n";
    }
  }
  for (const Grid& grid : report.grids) {
    for (const text::ByteRange piece : grid.pieces)
      out += "piece " + std::to_string(piece.begin) + "-" + std::to_string(piece.end) + "\n";
  }
  for (const Heading& heading : report.headings)
    out += "heading " + std::to_string(heading.line.begin) + heading.section + "\n";
  for (const Paragraph& paragraph : report.paragraphs) {
    out += "paragraph " + std::to_string(paragraph.range.begin) + "-" + std::to_string(paragraph.range.end) + "\n";
  }
  for (const UnreadTable& table : report.unread) out += "unread " + std::to_string(table.range.begin) + "\n";
  return out;
}

Report report_of(const std::string& source, Memory* memory) {
  const text::Text text(source);
  return build(text, syntax::parse(text), testing::the_standard(), memory);
}

/// A document as an editor has it: every version's tree is parsed from the one before.
class Edited {
 public:
  Report read(const std::string& source) {
    const text::Text text(source);
    if (tree_.empty()) {
      tree_ = parser_.parse(text);
      text_ = text;
      return build(text, tree_, testing::the_standard(), &memory_);
    }
    syntax::Tree marked = tree_;
    marked.edit(syntax::difference(text_, text), text_, text);
    tree_ = parser_.parse(text, &marked);
    text_ = text;
    return build(text, tree_, testing::the_standard(), &memory_, &marked);
  }

 private:
  syntax::Parser parser_;
  syntax::Tree tree_;
  text::Text text_;
  Memory memory_;
};

/// Pieces that change what sentences say, where they end and what heads them, what they cite, and what lines are.
std::string edited(const std::string& source, std::mt19937& random) {
  static const std::vector<std::string> pieces = {"3",
                                                  "件",
                                                  "。",
                                                  "，",
                                                  "其中",
                                                  "\n\n",
                                                  "（二）依申请公开\n",
                                                  "收到申请5件，办结4件。",
                                                  "全市",
                                                  "、",
                                                  "未收到复议申请。",
                                                  "2020年",
                                                  "#",
                                                  " ",
                                                  "\n",
                                                  "|",
                                                  "《",
                                                  "》",
                                                  "（",
                                                  "）",
                                                  "第二十条",
                                                  "第（一）项",
                                                  "条例",
                                                  "该条例第五条",
                                                  "（以下简称《办法》）",
                                                  "《信访工作条例》",
                                                  "国务院令第711号",
                                                  "〔2021〕30号",
                                                  "| 第二十条第（一）项 |\n",
                                                  "\t",
                                                  "<table><tr><td>第二十条第（一）项</td><td>5</td></tr></table>\n",
                                                  "\t\"（二）\n部分公开\"\t1\t",
                                                  "\"",
                                                  "+----+----+\n| 行政许可 | 1 |\n",
                                                  "\n│ 行政许可 │ 1 │\n",
                                                  "## 二、"};
  const std::size_t at = text::scalar_begin(source, random() % source.size());
  const std::size_t end = text::scalar_begin(source, std::min(source.size(), at + random() % 20));
  std::string out = source.substr(0, at);
  out += random() % 4 == 0 ? "" : pieces[random() % pieces.size()];
  return out + source.substr(std::max(at, end));
}

/// Citations of all kinds, some of which rest on others far before.
constexpr std::string_view citing =
    "\n\n根据《中华人民共和国政府信息公开条例》（国务院令第711号，以下简称《条例》）第五十条和《云岭市政府信息公开办法"
    "》（以下简称《办法》）"
    "的规定，编制本报告。《办法》第三条、第四条第二款已落实。该办法第九条规定了期限。《信访工作条例》第二条不适用；《条"
    "例》第二十条"
    "第（一）项、第（五）项按国办公开办函〔2021〕30号执行，民法典第三条另行规定。条例第十四至十六条所列信息未公开。\n"
    "\n";

TEST(Memory, ChangesNothingButTheTime) {
  std::mt19937 random(20240131);
  for (const char* name : {"form-2021-errors.md", "form-2021.md", "form-2014-errors.md", "form-2019.txt"}) {
    SCOPED_TRACE(name);
    std::string original = file_text(paths::source() + "/docs/examples/" + name);
    ASSERT_FALSE(original.empty());
    original.insert(original.find("\n\n"), citing);
    for (int i = 0; i < 12; ++i) original += citing;
    std::string source;
    Memory memory;
    Edited document;
    for (int turn = 0; turn < 120; ++turn) {
      if (turn % 80 == 0) source = original;
      const Report kept = report_of(source, &memory);
      const Report fresh = report_of(source, nullptr);
      ASSERT_EQ(described(kept), described(fresh)) << "turn " << turn;
      ASSERT_TRUE(kept.citations == fresh.citations) << "turn " << turn;
      const Report edited_version = document.read(source);
      ASSERT_EQ(described(edited_version), described(fresh)) << "turn " << turn;
      ASSERT_TRUE(edited_version.citations == fresh.citations) << "turn " << turn;
      source = edited(source, random);
    }
  }
}

TEST(Memory, AnotherOrganOrYearIsAnotherReport) {
  Memory memory;
  const auto report = [](std::string_view organ, std::string_view year) {
    return std::string(organ) + std::string(year) +
           "年政府信息公开工作年度报告\n\n一、总体情况\n\n2020年，云岭市水利局收到政府信息公开申请5件。依据《条例》第三"
           "十六条。\n";
  };
  for (const auto& source : {report("云岭市水利局", "2020"), report("云岭市水利局", "2021"),
                             report("云岭市水利局", "2017"), report("云岭市林业局", "2020")}) {
    EXPECT_EQ(described(report_of(source, &memory)), described(report_of(source, nullptr)));
  }
}

}  // namespace
}  // namespace nianbao::report
