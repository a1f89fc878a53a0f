// The line table: every later stage and every position the editor sees rests on it.
#include "text/text.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace nianbao::text {
namespace {

std::vector<std::string> lines_of(const Text& text) {
  std::vector<std::string> out;
  for (std::uint32_t i = 0; i < text.line_count(); ++i) out.emplace_back(text.slice(text.line(i)));
  return out;
}

TEST(Text, EmptyTextHasOneEmptyLine) {
  const Text text;
  EXPECT_EQ(text.line_count(), 1U);
  EXPECT_EQ(text.line(0), (ByteRange{0, 0}));
  EXPECT_EQ(text.line_of(99), 0U);
}

TEST(Text, LinesEndWithLfCrlfOrLoneCr) {
  const Text text(std::string("一\n二\r\n三\r四\n\r\n\r\r末"));
  EXPECT_EQ(lines_of(text), (std::vector<std::string>{"一", "二", "三", "四", "", "", "", "末"}));
}

TEST(Text, TerminatorAtTheEndOpensAnEmptyLine) {
  EXPECT_EQ(lines_of(Text("a\r\n")), (std::vector<std::string>{"a", ""}));
  EXPECT_EQ(lines_of(Text("a\r")), (std::vector<std::string>{"a", ""}));
}

TEST(Text, FullLinesCoverTheTextWithoutGaps) {
  const Text text(std::string("一\n\n二\r\n三\r末"));
  Offset end = 0;
  for (std::uint32_t i = 0; i < text.line_count(); ++i) {
    EXPECT_EQ(text.full_line(i).begin, end);
    EXPECT_TRUE(text.full_line(i).covers(text.line(i)));
    end = text.full_line(i).end;
  }
  EXPECT_EQ(end, text.size());
}

TEST(Text, EveryOffsetBelongsToTheLineThatHoldsIt) {
  const Text text(std::string("ab\r\nc\n\rd"));
  for (Offset offset = 0; offset < text.size(); ++offset) {
    EXPECT_TRUE(text.full_line(text.line_of(offset)).contains(offset)) << offset;
  }
  EXPECT_EQ(text.line_of(text.size()), text.line_count() - 1);
  EXPECT_EQ(text.line_of(0xFFFFFFFFU), text.line_count() - 1);
}

TEST(Text, OutOfRangeRequestsAreClamped) {
  const Text text("abc");
  EXPECT_EQ(text.slice({1, 99}), "bc");
  EXPECT_EQ(text.slice({50, 99}), "");
  EXPECT_EQ(text.slice({2, 1}), "");
  EXPECT_EQ(text.line(7), (ByteRange{3, 3}));
  EXPECT_EQ(text.full_line(7), (ByteRange{3, 3}));
}

TEST(Text, BrokenBytesAndNulsAreKept) {
  const std::string bytes("\xE6\x94\n\x80\0\xFF", 6);
  EXPECT_EQ(Text(bytes).bytes(), bytes);
  EXPECT_EQ(Text(bytes).line_count(), 2U);
}

TEST(Text, CopiesShareTheirStorage) {
  const Text text(std::string(100, 'x'));
  const Text copy = text;
  EXPECT_EQ(copy.bytes().data(), text.bytes().data());
}

}  // namespace
}  // namespace nianbao::text
