#include "workspace/documents.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "session.h"
#include "support/random.h"

namespace nianbao::workspace {
namespace {

using text::Encoding;
using text::Position;

TextChange change(Position start, Position end, std::string text) {
  return {TextChange::Range{start, end}, std::move(text)};
}

Document opened(std::string text) {
  return Document({"file:///tmp/a.md", "nianbao", 1, std::move(text)});
}

TEST(Documents, RangesAreInTheNegotiatedUnits) {
  for (const auto& [encoding, column] : {std::pair{Encoding::utf8, 7U}, {Encoding::utf16, 3U}, {Encoding::utf32, 2U}}) {
    Document document = opened("𠮷三x\n");
    document.apply(2, {change({0, column}, {0, column + 1}, "y")}, encoding);
    EXPECT_EQ(document.text().bytes(), "𠮷三y\n");
    EXPECT_EQ(document.version(), 2);
  }
}

TEST(Documents, ChangesApplyOneAfterTheOther) {
  Document document = opened("一\n二\n");
  document.apply(2, {change({0, 1}, {1, 0}, ""), change({0, 2}, {0, 2}, "三")}, Encoding::utf16);
  EXPECT_EQ(document.text().bytes(), "一二三\n");
}

TEST(Documents, OddRangesAreClamped) {
  Document document = opened("abc");
  document.apply(2, {change({9, 9}, {9, 9}, "d")}, Encoding::utf16);
  EXPECT_EQ(document.text().bytes(), "abcd");
  document.apply(3, {change({0, 3}, {0, 1}, "-")}, Encoding::utf16);
  EXPECT_EQ(document.text().bytes(), "abc-d");
  document.apply(4, {}, Encoding::utf16);
  EXPECT_EQ(document.text().bytes(), "abc-d");
}

TEST(Documents, ALostTextComesBackWhole) {
  Document document = opened("abc");
  document.lose();
  document.apply(2, {change({0, 0}, {0, 1}, "x")}, Encoding::utf16);
  EXPECT_TRUE(document.is_lost());
  document.apply(3, {{std::nullopt, "new"}}, Encoding::utf16);
  EXPECT_FALSE(document.is_lost());
  EXPECT_EQ(document.text().bytes(), "new");
}

TEST(Documents, TwoSpellingsAreOneDocument) {
  Documents documents;
  documents.open({"file:///c%3A/a.md", "nianbao", 1, "x"});
  ASSERT_NE(documents.find("file:///C:/a.md"), nullptr);
  EXPECT_EQ(documents.find("file:///C:/a.md")->uri(), "file:///c%3A/a.md") << "the client's own spelling";
  documents.close("file:///C:/a.md");
  EXPECT_EQ(documents.find("file:///c%3A/a.md"), nullptr);
}

/// After any edits the findings are those of the same text opened anew.
TEST(Documents, IncrementalEqualsFresh) {
  const auto loaded = standard::load(standard::embedded_files());
  ASSERT_TRUE(loaded);
  syntax::Parser parser;
  test::Random random(11);
  Document document = opened(test::wrong_total());
  const std::vector<std::string> pieces = {"",     "，", "\n", "| 3 |",    "一、总体情况\n",
                                           "\r\n", "\t", "12", "第五十条", "<!--"};
  for (std::int32_t turn = 2; turn < 120; ++turn) {
    const auto line = static_cast<std::uint32_t>(random.below(document.text().line_count()));
    const auto column = static_cast<std::uint32_t>(random.below(30));
    const auto width = static_cast<std::uint32_t>(random.below(4));
    document.apply(turn, {change({line, column}, {line, column + width}, random.pick(pieces))}, Encoding::utf16);
    if (turn % 10 != 0) continue;
    Document fresh = opened(std::string(document.text().bytes()));
    const auto* mine = document.snapshot(parser, *loaded, {}, true);
    const auto* other = fresh.snapshot(parser, *loaded, {}, true);
    ASSERT_EQ(mine->tree->to_string(), other->tree->to_string()) << turn;
    ASSERT_EQ(mine->findings->size(), other->findings->size()) << turn;
    for (std::size_t i = 0; i < mine->findings->size(); ++i) {
      EXPECT_EQ((*mine->findings)[i].message, (*other->findings)[i].message) << turn;
      EXPECT_EQ((*mine->findings)[i].range, (*other->findings)[i].range) << turn;
    }
  }
}

}  // namespace
}  // namespace nianbao::workspace
