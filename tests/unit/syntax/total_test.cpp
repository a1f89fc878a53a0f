// The grammar is total: no bytes whatsoever may lead to an error node, or to a time that grows faster than the text.
// Slowness shows as the time-out of one test: each pathological text is a test of its own.
#include <filesystem>
#include <ostream>
#include <random>

#include <gtest/gtest.h>

#include "sexp.h"
#include "support/paths.h"

namespace nianbao::syntax::test {
namespace {

constexpr std::size_t half_a_megabyte = 500'000;

std::string all_bytes() {
  std::string out;
  for (int byte = 0; byte < 256; ++byte) out += static_cast<char>(byte);
  return out;
}

/// Half a megabyte of `unit`, between `before` and `behind`.
struct Pathological {
  const char* name;
  std::string unit;
  std::string before = {};
  std::string behind = {};
};

void PrintTo(const Pathological& one, std::ostream* out) {
  *out << one.name;
}

std::string text_of(const Pathological& one) {
  std::string out = one.before;
  out.reserve(half_a_megabyte + one.unit.size());
  while (out.size() < half_a_megabyte) out += one.unit;
  return out + one.behind;
}

std::vector<Pathological> pathological() {
  return {
      {"title_openers", "《"},
      {"titles_open_and_closed", "《a《b》"},
      {"titles_nested", "《《b》"},
      {"title_open_before_many", "《b》", "《"},
      {"brackets", "〔"},
      {"parentheses", "（"},
      {"document_numbers_unclosed", "国国〔2020"},
      {"from_from", "自"},
      {"periods", "自2020年1月1日至"},
      {"articles", "第一、"},
      {"articles_half", "第十四至"},
      {"ordinals", "一是"},
      {"numerals", "一"},
      {"digits", "1"},
      {"thousands", "1,111,"},
      {"addresses", "http://"},
      {"stars", "*"},
      {"hashes", "#"},
      {"backslashes", "\\"},
      {"escapes_in_a_row", "\\|", "|"},
      {"tabs", "\t"},
      {"bars", "|"},
      {"cells_on_one_line", "|a"},
      {"pipe_rows", "|a|b|\n"},
      {"tab_rows", "a\t1\n"},
      {"aligned_rows", "a  1  2\n"},
      {"numbers_on_one_line", "0 "},
      {"numbers_on_lines", "0\n"},
      {"characters_on_lines", "啊\n"},
      {"flat_opener_at_the_end", "啊\n", "", "行政复议"},
      {"table_tags", "<table>"},
      {"table_tags_on_lines", "<table>\n"},
      {"table_ends", "</table>"},
      {"table_not_closed_then_headings", "一、总体情况\n", "<table><tr><td>"},
      {"tag_openers", "<"},
      {"comments_open", "<!--"},
      {"comment_lines", "<!-- a -->\n"},
      {"headings", "（一）\n"},
      {"headings_nested", "一、a\n（一）b\n1.c\n（1）d\n"},
      {"long_sentences", std::string("1.").append(900, 'x').append("\n")},
      {"one_long_line", "信息公开"},
      {"spaces", " "},
      {"wide_spaces", "\xE3\x80\x80"},
      {"spaces_behind", std::string("a").append(1000, ' ')},
      {"form_feeds", "\f"},
      {"carriage_returns", "\r"},
      {"carriage_returns_between", "啊\r"},
      {"marks", "\xEF\xBB\xBF"},
      {"zeros", std::string(1, '\0')},
      {"every_byte", all_bytes()},
  };
}

class TotalPathological : public testing::TestWithParam<Pathological> {};

TEST_P(TotalPathological, Parses) {
  const text::Text text(text_of(GetParam()));
  EXPECT_EQ(defect(parse(text), text), "");
}

INSTANTIATE_TEST_SUITE_P(All, TotalPathological, testing::ValuesIn(pathological()),
                         [](const auto& one) { return std::string(one.param.name); });

TEST(Total, RandomBytes) {
  Parser parser;
  std::mt19937 random(20211);
  for (int round = 0; round < 500; ++round) {
    std::string bytes(random() % 2000, '\0');
    for (char& byte : bytes) byte = static_cast<char>(random());
    const text::Text text(bytes);
    ASSERT_EQ(defect(parser.parse(text), text), "") << "round " << round;
  }
}

// Bytes rarely meet a rule; words of the grammar in a random order do.
TEST(Total, RandomWords) {
  const std::vector<std::string> words = {"一、",
                                          "（一）",
                                          "1.",
                                          "（1）",
                                          "2）",
                                          "**",
                                          "#",
                                          " ",
                                          "  ",
                                          "　",
                                          "\t",
                                          "\n",
                                          "\n",
                                          "\r",
                                          "\r\n",
                                          "|",
                                          "---",
                                          ":",
                                          "0",
                                          "12",
                                          "2021",
                                          "年",
                                          "月",
                                          "日",
                                          "自",
                                          "至",
                                          "《",
                                          "》",
                                          "〔",
                                          "〕",
                                          "号",
                                          "国办发",
                                          "第",
                                          "条",
                                          "项",
                                          "款",
                                          "一是",
                                          "条",
                                          "万",
                                          "。",
                                          "，",
                                          "；",
                                          "<table>",
                                          "</table>",
                                          "<td>",
                                          "<",
                                          ">",
                                          "<!--",
                                          "-->",
                                          "\f",
                                          "—",
                                          "-",
                                          "/",
                                          "附件：",
                                          "规章",
                                          "总计",
                                          "其他",
                                          "行政复议",
                                          "第二十条第（一）项",
                                          "三、依申请公开情况",
                                          "（二）部分公开",
                                          "信息公开",
                                          "\\",
                                          std::string(1, '\0'),
                                          "\xE4",
                                          "\xFF",
                                          "http://a",
                                          "页",
                                          "统计指标",
                                          "——"};
  Parser parser;
  std::mt19937 random(711);
  for (int round = 0; round < 4000; ++round) {
    std::string bytes;
    for (std::uint32_t left = random() % 60; left > 0; --left) bytes += words[random() % words.size()];
    const text::Text text(bytes);
    ASSERT_EQ(defect(parser.parse(text), text), "") << bytes;
  }
}

TEST(Total, SampleReports) {
  const std::filesystem::path folder = std::filesystem::path(paths::shared()) / "reports";
  if (!std::filesystem::exists(folder)) GTEST_SKIP() << "no sample reports here";
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const text::Text text(read_file(entry.path().string()));
    EXPECT_EQ(defect(parse(text), text), "") << entry.path();
  }
}

}  // namespace
}  // namespace nianbao::syntax::test
