// What a user relies on: tables come out in columns, nothing but blanks changes, twice is once.
#include "features/formatting.h"

#include <gtest/gtest.h>

#include "rules/rules.h"
#include "scene.h"
#include "text/width.h"

namespace nianbao::test {
namespace {

const rules::Options options;

std::string formatted(const std::string& text) {
  const features::Snapshot snapshot = snapshot_of(text);
  return rules::apply(text, features::format({snapshot, the_standard(), options}));
}

std::string without_blanks(const std::string& text) {
  std::string out;
  for (const char byte : text) {
    if (byte != ' ' && byte != '-' && byte != '\t') out += byte;
  }
  return out;
}

constexpr const char* head = "# 云岭市水利局2023年政府信息公开工作年度报告\n\n";

TEST(Formatting, brings_columns_under_each_other) {
  const std::string text = std::string(head) + "| 信息内容 | 件数 |\n|---|--:|\n|规章|0|\n| 行政规范性文件|  12|\n";
  EXPECT_EQ(formatted(text), std::string(head) +
                                 "| 信息内容       | 件数 |\n"
                                 "| -------------- | ---: |\n"
                                 "| 规章           |    0 |\n"
                                 "| 行政规范性文件 |   12 |\n");
}

TEST(Formatting, adds_the_outer_pipes_and_keeps_escaped_ones) {
  const std::string text = std::string(head) + "a | b\n--- | :-:\nx \\| y | 甲\n";
  EXPECT_EQ(formatted(text), std::string(head) + "| a      |  b  |\n| ------ | :-: |\n| x \\| y | 甲  |\n");
}

TEST(Formatting, changes_nothing_but_blanks_and_only_once) {
  const std::string once = formatted(sample_report());
  EXPECT_NE(once, sample_report());
  EXPECT_EQ(without_blanks(once), without_blanks(sample_report()));
  EXPECT_EQ(formatted(once), once);
}

TEST(Formatting, keeps_line_ends) {
  std::string text = sample_report();
  for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos; at += 2) text.replace(at, 1, "\r\n");
  std::string once = formatted(sample_report());
  for (std::size_t at = 0; (at = once.find('\n', at)) != std::string::npos; at += 2) once.replace(at, 1, "\r\n");
  EXPECT_EQ(formatted(text), once);
}

TEST(Formatting, writes_labels_in_their_official_spacing) {
  const std::string text = replaced(sample_report(), "| （一）予以公开 |", "| (一) 予以公开 |");
  EXPECT_EQ(formatted(text), formatted(sample_report()));
}

TEST(Formatting, leaves_other_wordings_alone) {
  const std::string text = replaced(sample_report(), "2.重复申请", "2.重复的申请");
  EXPECT_NE(formatted(text).find("2.重复的申请 "), std::string::npos);
}

TEST(Formatting, touches_only_the_table_of_the_range) {
  const features::Snapshot snapshot = snapshot_of(sample_report());
  const text::Offset at = offset_of(sample_report(), "| 行政处罚 | 17 |");
  const text::Offset end = offset_of(sample_report(), "## 三、");
  const auto edits = features::format({snapshot, the_standard(), options}, {at, at});
  ASSERT_FALSE(edits.empty());
  EXPECT_GT(edits.front().range.begin, offset_of(sample_report(), "## 二、"));
  EXPECT_LT(edits.back().range.end, end);
}

TEST(Formatting, does_not_swell) {
  // One wide cell in each of many columns, and many rows of empty ones.
  std::string text = head;
  for (int i = 0; i < 200; ++i) text += "|" + std::string(200, 'x');
  text += "|\n";
  for (int i = 0; i < 400; ++i) text += std::string(200, '|') + "\n";
  EXPECT_LE(formatted(text).size(), 8 * text.size());
}

TEST(Formatting, leaves_plain_text_alone) {
  const std::string text = std::string(head) + "一、总体情况\n甲\t乙\n1\t2\n";
  EXPECT_EQ(formatted(text), text);
}

}  // namespace
}  // namespace nianbao::test
