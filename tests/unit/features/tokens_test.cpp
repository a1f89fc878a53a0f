// Colours, links and names: no token spans a line or overlaps, totals are told from values, names are found whole.
#include <gtest/gtest.h>

#include "features/document_links.h"
#include "features/rename.h"
#include "features/semantic_tokens.h"
#include "rules/rules.h"
#include "scene.h"

namespace nianbao::test {
namespace {

const rules::Options options;
using features::TokenType;

std::string type_at(const std::string& text, std::string_view words, std::size_t inside = 0) {
  const features::Snapshot snapshot = snapshot_of(text);
  const text::Offset at = offset_of(text, words) + static_cast<text::Offset>(inside);
  for (const features::Token& token : features::semantic_tokens({snapshot, the_standard(), options})) {
    if (token.range.contains(at)) return std::string(name_of(token.type)) + (token.modifiers == 4 ? "!" : "");
  }
  return "-";
}

TEST(Tokens, tell_what_stands_there) {
  const std::string& text = sample_report();
  EXPECT_EQ(type_at(text, "云岭市水利局2023"), "namespace");
  EXPECT_EQ(type_at(text, "一、总体情况"), "keyword");
  EXPECT_EQ(type_at(text, "总体情况"), "namespace");
  EXPECT_EQ(type_at(text, "《中华人民共和国政府信息公开条例》", 3), "class");
  EXPECT_EQ(type_at(text, "第五十条"), "macro");
  EXPECT_EQ(type_at(text, "2023年1月1日"), "string");
  EXPECT_EQ(type_at(text, "2.重复申请"), "property");
  EXPECT_EQ(type_at(text, "| 21 | 4 |", 2), "number");
  EXPECT_EQ(type_at(text, "| 0 | 28 |", 6), "enumMember");
  EXPECT_EQ(type_at(text, "做好主动公开"), "-");
}

TEST(Tokens, mark_what_is_no_number) {
  const std::string text = replaced(sample_report(), "| 行政许可 | 120 |", "| 行政许可 | 见附件 |");
  EXPECT_EQ(type_at(text, "见附件"), "number!");
}

TEST(Tokens, lie_in_one_line_and_do_not_overlap) {
  std::string text = replaced(sample_report(), "# 云岭市水利局2023年", "# 云岭市水利局\n# 2023年");
  text += "\n<!-- 一\n二 -->\n<table><tr><td>行政许可</td>\n<td>3</td></tr></table>\n";
  const features::Snapshot snapshot = snapshot_of(text);
  text::Offset behind = 0;
  const auto tokens = features::semantic_tokens({snapshot, the_standard(), options});
  EXPECT_GT(tokens.size(), 500U);
  for (const features::Token& token : tokens) {
    EXPECT_FALSE(token.range.empty());
    EXPECT_GE(token.range.begin, behind);
    EXPECT_EQ(snapshot.text.slice(token.range).find('\n'), std::string_view::npos);
    behind = token.range.end;
  }
}

TEST(Rename, finds_the_organ_everywhere) {
  const std::string& text = sample_report();
  const features::Snapshot snapshot = snapshot_of(text);
  const auto what = features::renamable({snapshot, the_standard(), options}, offset_of(text, "水利局办公室"));
  ASSERT_TRUE(what);
  EXPECT_EQ(what->name, "云岭市水利局");
  EXPECT_EQ(what->places.size(), 2U);
  const std::string after = rules::apply(text, features::rename(*what, "云岭市水务局").value());
  EXPECT_TRUE(after.starts_with("# 云岭市水务局2023年"));
  EXPECT_EQ(after.find("水利局"), std::string::npos);
}

TEST(Rename, finds_a_short_name_but_not_the_law_it_stands_for) {
  const std::string& text = sample_report();
  const features::Snapshot snapshot = snapshot_of(text);
  const auto what = features::renamable({snapshot, the_standard(), options}, offset_of(text, "条例》要求"));
  ASSERT_TRUE(what);
  EXPECT_EQ(what->name, "条例");
  EXPECT_EQ(what->places.size(), 2U);
  EXPECT_FALSE(features::renamable({snapshot, the_standard(), options}, offset_of(text, "政府信息公开条例》（以下")));
}

TEST(Rename, takes_a_quoted_short_name) {
  const std::string text =
      replaced(sample_report(), "本机关按照《条例》", "云岭市水利局（以下简称“市局”）很忙。市局按照《条例》");
  const features::Snapshot snapshot = snapshot_of(text);
  const auto what = features::renamable({snapshot, the_standard(), options}, offset_of(text, "市局按照"));
  ASSERT_TRUE(what);
  EXPECT_EQ(what->name, "市局");
  EXPECT_EQ(what->places.size(), 2U);
}

TEST(Rename, refuses_what_cannot_stand_there) {
  const features::Renamable what{{0, 3}, "甲", {{0, 3}}};
  EXPECT_FALSE(features::rename(what, ""));
  EXPECT_FALSE(features::rename(what, "  "));
  EXPECT_FALSE(features::rename(what, "乙\n丙"));
  EXPECT_FALSE(features::rename(what, "乙|丙"));
  EXPECT_FALSE(features::rename(what, "\xff"));
  EXPECT_TRUE(features::rename(what, "乙"));
}

TEST(Links, lead_to_the_address_without_the_sentence_mark) {
  const std::string text = replaced(sample_report(), "本年度未收取信息处理费。",
                                    "见 https://www.example.gov.cn/zfxxgk/index.html. 本年度未收取信息处理费。");
  const features::Snapshot snapshot = snapshot_of(text);
  std::vector<std::string> targets;
  for (const auto& link : features::document_links({snapshot, the_standard(), options})) {
    if (link.target.find("example.gov.cn") != std::string::npos) targets.push_back(link.target);
  }
  EXPECT_EQ(targets, std::vector<std::string>{"https://www.example.gov.cn/zfxxgk/index.html"});
}

}  // namespace
}  // namespace nianbao::test
