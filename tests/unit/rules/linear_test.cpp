// No rule's work grows faster than the text: half a megabyte of what hurts most is checked well inside the time limit.
// The limit is that of the test program; a quadratic rule would need hours.
#include <gtest/gtest.h>

#include "report/report.h"
#include "rules/rules.h"
#include "table_scene.h"

namespace nianbao::rules::test {
namespace {

std::string frame(const std::string& body) {
  return "临江县司法局2024年政府信息公开工作年度报告\n\n一、总体情况\n\n" + body + "\n";
}

std::string repeated(std::string_view piece, std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += piece;
  return text;
}

std::size_t findings_of(const std::string& body) {
  const text::Text text(frame(body));
  const auto findings = check(report::build(text, syntax::parse(text), the_standard()), the_standard(), {});
  EXPECT_LE(fix_all(findings, true).size(), text.size());
  return findings.size();
}

class Linear : public testing::TestWithParam<const char*> {};

TEST_P(Linear, EightTimesTheTextIsAboutEightTimesTheFindings) {
  constexpr std::size_t small = 32 * 1024;
  const std::size_t few = findings_of(repeated(GetParam(), small));
  const std::size_t many = findings_of(repeated(GetParam(), 8 * small));
  EXPECT_LE(many, 9 * few + 32);
}

INSTANTIATE_TEST_SUITE_P(WhatHurtsMost, Linear,
                         testing::Values("（", "）", "（《“", "《<", "。（", "一是", "一是公开；三是解读；", "台帐",
                                         "截止目前", "政策性文件", "今年", "领导,", "[image:", "A", "AAAAAAAAAAAA字",
                                         "13812345678，", "0951—8677006，", "8:30-12:00，", "、", "》、《",
                                         "<!-- nianbao-ignore prose/word: x -->\n", "打印\n\n", "（一）公开。\n\n",
                                         "1、公开\n\n", "（一）\n一是公开。三是解读。\n\n",
                                         "公开渠道不断拓展，形式不断创新，内容不断丰富，力度不断加大，信息公\n\n"));

}  // namespace
}  // namespace nianbao::rules::test
