// Columns: wrong ones put squiggles beside the cell and edits into the middle of a character.
#include "text/position.h"

#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "text/utf8.h"

namespace nianbao::text {
namespace {

constexpr Encoding encodings[] = {Encoding::utf8, Encoding::utf16, Encoding::utf32};

// CJK, an astral ideograph, an emoji, a combining acute, a tab, then every terminator, then bytes that are no UTF-8.
const std::string mixed =
    std::string("政府𠮷信息\r\n|件数|😀e\u0301\t末|\r\n\r单\r双\n\n") + "坏\xE6\x94后\xFF\x80尾\xF0\x9F\x98";

std::vector<Text> samples() {
  std::string long_line;
  while (long_line.size() < 5000) long_line += mixed.substr(0, 18) + "公开abc𠮷\xE6" + "年";
  return {Text(), Text("\n"), Text(mixed), Text(long_line), Text(mixed + long_line + "\r\n" + long_line + mixed)};
}

bool is_boundary(const Text& text, Offset offset) {
  return scalar_begin(text.bytes(), offset) == offset &&
         !(offset > 0 && offset < text.size() && text.bytes()[offset] == '\n' && text.bytes()[offset - 1] == '\r');
}

TEST(Position, CountsTheUnitsOfEachEncoding) {
  const Text text(std::string("a政𠮷e\u0301b"));
  const Offset b = text.size() - 1;
  EXPECT_EQ(position_at(text, b, Encoding::utf8), (Position{0, 11}));
  EXPECT_EQ(position_at(text, b, Encoding::utf16), (Position{0, 6}));
  EXPECT_EQ(position_at(text, b, Encoding::utf32), (Position{0, 5}));
}

TEST(Position, EveryBoundaryGoesThereAndBack) {
  for (const Text& text : samples()) {
    for (const Encoding encoding : encodings) {
      for (Offset offset = 0; offset <= text.size(); ++offset) {
        const Position position = position_at(text, offset, encoding);
        const Offset back = offset_at(text, position, encoding);
        if (is_boundary(text, offset)) {
          ASSERT_EQ(back, offset) << "encoding " << static_cast<int>(encoding);
        } else {
          ASSERT_LT(back, offset);
          ASSERT_LT(offset - back, 4U);
          ASSERT_EQ(position_at(text, back, encoding), position) << "inside a character its own column is meant";
        }
      }
    }
  }
}

TEST(Position, ColumnsGrowFromLeftToRight) {
  for (const Text& text : samples()) {
    for (const Encoding encoding : encodings) {
      Position last;
      for (Offset offset = 1; offset <= text.size(); ++offset) {
        const Position position = position_at(text, offset, encoding);
        ASSERT_GE(position, last) << offset;
        last = position;
      }
    }
  }
}

TEST(Position, CheckpointsOfLongLinesChangeNothing) {
  std::string line;
  for (int i = 0; i < 4000; ++i) line += i % 7 == 0 ? "𠮷" : i % 5 == 0 ? "\xFF" : i % 3 == 0 ? "x" : "年";
  const Text text("短\n" + line + "\n" + line);
  ASSERT_FALSE(text.checkpoints().empty());
  for (std::uint32_t index = 1; index < 3; ++index) {
    const ByteRange range = text.line(index);
    std::uint32_t utf16 = 0;
    std::uint32_t utf32 = 0;
    for (Offset at = range.begin; at < range.end;) {
      ASSERT_EQ(position_at(text, at, Encoding::utf16), (Position{index, utf16}));
      ASSERT_EQ(position_at(text, at, Encoding::utf32), (Position{index, utf32}));
      ASSERT_EQ(offset_at(text, {index, utf16}, Encoding::utf16), at);
      ASSERT_EQ(offset_at(text, {index, utf32}, Encoding::utf32), at);
      const Scalar scalar = scalar_at(text.bytes(), at);
      at += scalar.length;
      utf16 += scalar.value > 0xFFFF ? 2 : 1;
      utf32 += 1;
    }
  }
}

TEST(Position, PastTheEndOfALineMeansItsEnd) {
  const Text text(std::string("件\r\n数"));
  for (const Encoding encoding : encodings) {
    EXPECT_EQ(offset_at(text, {0, 0xFFFFFFFFU}, encoding), 3U) << "before CR, not behind it";
    EXPECT_EQ(offset_at(text, {1, 100}, encoding), text.size());
    EXPECT_EQ(offset_at(text, {2, 0}, encoding), text.size());
    EXPECT_EQ(offset_at(text, {0xFFFFFFFFU, 0xFFFFFFFFU}, encoding), text.size());
    EXPECT_EQ(position_at(text, 0xFFFFFFFFU, encoding), position_at(text, text.size(), encoding));
  }
}

TEST(Position, ColumnInsideACharacterIsRoundedDown) {
  const Text text(std::string("a𠮷b政"));
  EXPECT_EQ(offset_at(text, {0, 2}, Encoding::utf16), 1U);
  for (std::uint32_t column = 1; column < 5; ++column) EXPECT_EQ(offset_at(text, {0, column}, Encoding::utf8), 1U);
  EXPECT_EQ(offset_at(text, {0, 8}, Encoding::utf8), 6U);
}

TEST(Position, EachBrokenByteIsOneUnit) {
  const Text text(std::string("\xE6\x94|\xFF\x80|"));
  for (const Encoding encoding : encodings) EXPECT_EQ(position_at(text, 5, encoding).column, 5U);
}

TEST(Position, RandomBytesNeverLeaveTheText) {
  std::mt19937 random(20240131);
  const std::string alphabet("\r\n\xE6\x94\xBF\xF0\x9F\x98\x80 a\xC3\0", 13);
  for (int round = 0; round < 300; ++round) {
    std::string bytes(random() % 60, ' ');
    for (char& byte : bytes) byte = alphabet[random() % alphabet.size()];
    const Text text(bytes);
    for (const Encoding encoding : encodings) {
      for (std::uint32_t i = 0; i < 40; ++i) {
        const Offset offset = offset_at(text, {static_cast<std::uint32_t>(random() % 12), i}, encoding);
        ASSERT_LE(offset, text.size());
        ASSERT_EQ(offset_at(text, position_at(text, offset, encoding), encoding), offset);
      }
    }
  }
}

}  // namespace
}  // namespace nianbao::text
