// A mark stands under the words it means, whatever stands before them.
#include "cli/quote.h"

#include <gtest/gtest.h>

#include "text/width.h"

namespace nianbao::cli {
namespace {

Quote quote_of(const std::string& line, const std::string& words) {
  const text::Text source("上一行\n" + line + "\n下一行\n");
  const auto begin = static_cast<text::Offset>(source.bytes().find(words));
  return quote(source, {begin, begin + static_cast<text::Offset>(words.size())});
}

TEST(Quote, two_marks_under_each_wide_character) {
  const Quote quoted = quote_of("确保公民知情权力的实现", "知情权力");
  EXPECT_EQ(quoted.line, "确保公民知情权力的实现");
  EXPECT_EQ(quoted.before, 8U);
  EXPECT_EQ(quoted.width, 8U);
}

TEST(Quote, a_number_in_a_pipe_table) {
  const Quote quoted = quote_of("| （一）予以公开 | 12 | 4 |", "12");
  EXPECT_EQ(quoted.before, 19U);
  EXPECT_EQ(quoted.width, 2U);
}

TEST(Quote, tabs_and_control_characters_become_one_space) {
  const Quote quoted = quote_of("规章\t\t0\x01\f7", "7");
  EXPECT_EQ(quoted.line, "规章  0  7");
  EXPECT_EQ(quoted.before, 9U);
}

TEST(Quote, a_long_line_is_cut_around_the_mark) {
  std::string line;
  for (int i = 0; i < 60; ++i) line += "公开";
  line += "标记";
  for (int i = 0; i < 60; ++i) line += "信息";
  const Quote quoted = quote_of(line, "标记");
  EXPECT_LE(text::display_width(quoted.line), quote_width);
  EXPECT_GE(text::display_width(quoted.line), quote_width - 4);
  EXPECT_TRUE(quoted.line.starts_with("…")) << quoted.line;
  EXPECT_TRUE(quoted.line.ends_with("…")) << quoted.line;
  const std::size_t mark = quoted.line.find("标记");
  ASSERT_NE(mark, std::string::npos);
  EXPECT_EQ(text::display_width(quoted.line.substr(0, mark)), quoted.before);
  EXPECT_EQ(quoted.width, 4U);
}

TEST(Quote, a_cut_at_one_end_only) {
  std::string line = "标记";
  for (int i = 0; i < 60; ++i) line += "信息";
  const Quote quoted = quote_of(line, "标记");
  EXPECT_EQ(quoted.before, 0U);
  EXPECT_TRUE(quoted.line.starts_with("标记"));
  EXPECT_TRUE(quoted.line.ends_with("…"));
}

TEST(Quote, a_mark_longer_than_the_window_is_cut) {
  std::string line;
  for (int i = 0; i < 80; ++i) line += "长";
  const Quote quoted = quote_of(line, line);
  EXPECT_LE(text::display_width(quoted.line), quote_width);
  EXPECT_LE(quoted.before + quoted.width, quote_width);
}

TEST(Quote, a_line_as_long_as_a_file_is_quoted_like_any_other) {
  std::string line;
  for (int i = 0; i < 20000; ++i) line += "公开";
  line += "标记";
  for (int i = 0; i < 20000; ++i) line += "信息";
  const Quote quoted = quote_of(line, "标记");
  EXPECT_LE(text::display_width(quoted.line), quote_width);
  EXPECT_EQ(quoted.line.find("\xef\xbf\xbd"), std::string::npos);
  EXPECT_EQ(text::display_width(quoted.line.substr(0, quoted.line.find("标记"))), quoted.before);
}

TEST(Quote, an_empty_range_still_has_a_mark) {
  const text::Text source("| 规章 |  | 0 |\n");
  const Quote quoted = quote(source, {10, 10});
  EXPECT_EQ(quoted.width, 1U);
  EXPECT_EQ(quoted.before, 8U);
}

TEST(Quote, several_lines_are_marked_to_the_end_of_the_first) {
  const text::Text source("一二三\n四五六\n");
  const Quote quoted = quote(source, {3, source.size()});
  EXPECT_EQ(quoted.line, "一二三");
  EXPECT_EQ(quoted.before, 2U);
  EXPECT_EQ(quoted.width, 4U);
}

}  // namespace
}  // namespace nianbao::cli
