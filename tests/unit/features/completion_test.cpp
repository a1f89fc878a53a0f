// What is proposed where: the next part, its tables and sentences, values that the sums ask for.
#include "features/completion.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "features/gaps.h"
#include "rules/rules.h"
#include "scene.h"
#include "standard/snippets.h"

namespace nianbao::test {
namespace {

const rules::Options options;
using features::Completion;
using features::completion_documentation;

const standard::Snippets& the_texts() {
  static const standard::Snippets texts = [] {
    auto loaded = standard::load_snippets(standard::embedded_files(), the_standard());
    if (!loaded) ADD_FAILURE() << loaded.error().file << ' ' << loaded.error().where << ' ' << loaded.error().what;
    return loaded ? *loaded : standard::Snippets();
  }();
  return texts;
}

/// Proposals at ‸, which is taken out first.
std::vector<Completion> proposals(std::string text, bool snippets = true) {
  constexpr std::string_view cursor = "‸";
  const text::Offset at = offset_of(text, cursor);
  text.erase(at, cursor.size());
  const features::Snapshot snapshot = snapshot_of(text);
  features::CompletionOptions how;
  how.snippets = snippets;
  how.texts = &the_texts();
  return features::completions({snapshot, the_standard(), options}, at, how);
}

std::vector<std::string> labels(const std::vector<Completion>& items) {
  std::vector<std::string> out;
  for (const Completion& item : items) out.push_back(item.label);
  return out;
}

const Completion* find(const std::vector<Completion>& items, std::string_view label) {
  const auto found = std::ranges::find(items, label, &Completion::label);
  return found == items.end() ? nullptr : &*found;
}

std::string filled_in(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
    text.replace(at, from.size(), to);
  return text;
}

TEST(Completion, of_an_empty_document_is_a_whole_report_that_passes_every_check) {
  const auto items = proposals("‸");
  ASSERT_GE(items.size(), 3U);
  EXPECT_EQ(items[0].label, "整篇年报（2021年起）");
  EXPECT_EQ(items[2].label, "整篇年报（2014—2018年）");
  const std::string text = filled_in(filled_in(items[0].text, "${1:机关名称}", "云岭市水利局"), "${2:年度}", "2023");
  const features::Snapshot snapshot = snapshot_of(text);
  EXPECT_EQ(snapshot.report->grids.size(), 3U);
  EXPECT_EQ(snapshot.report->organ, "云岭市水利局");
  for (const rules::Finding& finding : *snapshot.findings) {
    EXPECT_FALSE(finding.rule.starts_with("sum/") || finding.rule.starts_with("table/")) << finding.message;
    EXPECT_NE(finding.severity, standard::Severity::error) << finding.rule << ' ' << finding.message;
  }
}

TEST(Completion, every_placeholder_is_closed) {
  for (const Completion& item : proposals("‸")) {
    EXPECT_EQ(std::ranges::count(item.text, '{'), std::ranges::count(item.text, '}'));
    EXPECT_EQ(item.text.find("{organ}"), std::string::npos);
  }
}

TEST(Completion, proposes_the_next_part_in_the_style_of_the_report) {
  std::string text = sample_report();
  text.resize(text.find("## 五、"));
  const auto items = proposals(text + "‸");
  const Completion* part = find(items, "五、存在的主要问题及改进情况");
  ASSERT_NE(part, nullptr);
  EXPECT_EQ(part->text, "## 五、存在的主要问题及改进情况\n");
  EXPECT_EQ(find(items, "四、政府信息公开行政复议、行政诉讼情况"), nullptr);
  const auto typed = proposals(text + "## 五‸");
  ASSERT_NE(find(typed, "五、存在的主要问题及改进情况"), nullptr);
  EXPECT_EQ(find(typed, "五、存在的主要问题及改进情况")->range.size(), std::string("## 五").size());
}

TEST(Completion, proposes_the_sub_headings_that_are_missing) {
  const std::string text =
      replaced(sample_report(), "本机关按照《条例》", "### （一）主动公开\n\n做了。\n\n‸\n\n本机关按照《条例》");
  const auto items = proposals(text);
  const Completion* next = find(items, "（二）依申请公开");
  ASSERT_NE(next, nullptr);
  EXPECT_EQ(next->text, "### （二）依申请公开\n");
  EXPECT_EQ(find(items, "（二）主动公开"), nullptr);
}

TEST(Completion, proposes_the_table_of_the_part) {
  std::string text = sample_report();
  text.erase(text.find("| 行政复议 |"), text.find("## 五、") - text.find("| 行政复议 |"));
  const auto items = proposals(replaced(text, "## 五、", "‸\n\n## 五、"));
  const Completion* table = find(items, "表四（2021年起）");
  ASSERT_NE(table, nullptr);
  EXPECT_TRUE(table->text.starts_with("| 行政复议 |"));
  EXPECT_EQ(find(items, "表三（2021年起）"), nullptr);
}

TEST(Completion, proposes_sentences_of_the_part) {
  const auto items = proposals(replaced(sample_report(), "本年度未收取信息处理费。", "‸"));
  const Completion* fee = find(items, "未收取信息处理费");
  ASSERT_NE(fee, nullptr);
  EXPECT_EQ(fee->text, "本年度未收取信息处理费。");
  EXPECT_EQ(find(items, "培训场次"), nullptr);
}

TEST(Completion, replaces_nothing_but_the_begin_of_what_it_proposes) {
  const std::string prose = "2023年，本机关做好工作。‸";
  for (const Completion& item : proposals(replaced(sample_report(), "本年度未收取信息处理费。", prose))) {
    EXPECT_EQ(item.kind, Completion::Kind::sentence) << item.label;
    EXPECT_TRUE(item.range.empty()) << item.label;
  }
  std::string text = sample_report();
  text.resize(text.find("## 五、"));
  EXPECT_TRUE(proposals(text + "本机关将‸").empty());
  for (const char* typed : {"五", "存在的", "## 存在"}) {
    const auto items = proposals(text + typed + "‸");
    ASSERT_NE(find(items, "五、存在的主要问题及改进情况"), nullptr) << typed;
    EXPECT_EQ(find(items, "六、其他需要报告的事项"), nullptr) << typed;
  }
  const auto indented = proposals(replaced(sample_report(), "本年度未收取信息处理费。", "　　‸"));
  ASSERT_NE(find(indented, "未收取信息处理费"), nullptr);
  EXPECT_TRUE(find(indented, "未收取信息处理费")->range.empty()) << "the indent stays";
}

TEST(Completion, shows_sentences_as_they_will_read) {
  const auto items = proposals(replaced(sample_report(), "本年度未收取信息处理费。", "‸"));
  const Completion* fee = find(items, "收取信息处理费");
  ASSERT_NE(fee, nullptr);
  EXPECT_TRUE(fee->documentation.ends_with("发出收费通知…件，收取信息处理费…元。")) << fee->documentation;
  EXPECT_TRUE(fee->snippet);
}

TEST(Completion, without_snippets_marks_what_is_to_be_filled_in) {
  const auto items = proposals("‸", false);
  ASSERT_FALSE(items.empty());
  EXPECT_TRUE(items[0].text.starts_with("# 〔请填写：机关名称〕〔请填写：年度〕年政府信息公开工作年度报告\n"))
      << items[0].text;
  EXPECT_GE(features::count_gaps(items[0].text), 6U);
}

TEST(Completion, proposes_the_statistics_behind_the_last_part_of_a_report_of_their_years) {
  const std::string old = "# 云岭市水利局2018年政府信息公开工作年度报告\n\n";
  const std::string table = "统计表（2014—2018年）";
  EXPECT_NE(find(proposals(old + "## 七、其他需要报告的事项\n\n没有。\n\n‸\n"), table), nullptr);
  EXPECT_EQ(find(proposals(old + "‸\n\n## 一、概述\n\n概述。\n"), table), nullptr);
  EXPECT_EQ(find(proposals("# 云岭市水利局2025年政府信息公开工作年度报告\n\n‸\n"), table), nullptr);
}

TEST(Completion, keeps_the_script_of_the_report) {
  const std::string title = "雲嶺市水利局2023年政府信息公開工作年度報告\n\n一、總體情況\n\n";
  EXPECT_NE(find(proposals(title + "我局高度重視政府信息公開工作。\n\n‸\n"), "二、主動公開政府信息情況"), nullptr);
  EXPECT_NE(find(proposals(title + "我局高度重視。\n\n根據《政府信息公開條例》第三‸\n"), "第三條"), nullptr);
  EXPECT_NE(find(proposals(title + "我局高度重視。\n\n根據《‸\n"), "政府信息公開條例"), nullptr);
}

TEST(Completion, is_silent_in_the_middle_of_a_sentence) {
  EXPECT_TRUE(proposals(replaced(sample_report(), "做好主动公开", "做好‸主动公开")).empty());
}

TEST(Completion, of_a_total_is_what_the_parts_come_to) {
  const std::string row = "| 三、本年度办理结果 | （一）予以公开 |  | 21 | 4 | 0 | 1 | 2 | 0 | ‸ |";
  const auto items = proposals(replaced(sample_report(), granted_row, row));
  ASSERT_FALSE(items.empty());
  EXPECT_EQ(labels(items), (std::vector<std::string>{"28", "0"}));
  EXPECT_EQ(items[0].detail, "各项之和");
}

TEST(Completion, of_the_cell_that_comes_next_in_a_row_being_typed) {
  const std::string row = "| 三、本年度办理结果 | （一）予以公开 |  | 21 | 4 | 0 | 1 | 2 | 0 |‸";
  const auto items = proposals(replaced(sample_report(), granted_row, row));
  EXPECT_EQ(labels(items), (std::vector<std::string>{"28", "0"}));
  ASSERT_FALSE(items.empty());
  EXPECT_EQ(items[0].detail, "各项之和");
}

TEST(Completion, of_a_part_follows_from_the_sums) {
  const auto items = proposals(replaced(sample_report(), "| 3 | 1 | 0 | 1 | 5 |", "| 3 | 1‸ | 0 | 1 | 7 |"));
  EXPECT_EQ(labels(items), (std::vector<std::string>{"3", "0"}));
  EXPECT_EQ(items[0].range.size(), 1U);
}

TEST(Completion, proposes_the_rows_that_a_table_lacks) {
  const auto items = proposals(replaced(sample_report(), "| 行政处罚 | 17 |  |  |", "| ‸ |"));
  ASSERT_NE(find(items, "行政处罚"), nullptr);
  EXPECT_EQ(find(items, "行政许可"), nullptr);
  EXPECT_FALSE(completion_documentation(the_standard(), options, find(items, "行政处罚")->key).empty());
}

TEST(Completion, of_the_law_replaces_the_rest_of_what_it_completes) {
  const auto chosen = [](const std::string& prose, std::string_view label) {
    constexpr std::string_view cursor = "‸";
    std::string text = replaced(sample_report(), "本年度未收取信息处理费。", prose);
    const auto items = proposals(text);
    text.erase(text.find(cursor), cursor.size());
    const Completion* item = find(items, label);
    if (item == nullptr) return std::string("not proposed");
    text.replace(item->range.begin, item->range.size(), item->text);
    const std::size_t begin = text.rfind('\n', item->range.begin) + 1;
    return text.substr(begin, text.find('\n', begin) - begin);
  };
  EXPECT_EQ(chosen("根据《条例》第三十‸条办理", "第三十六条"), "根据《条例》第三十六条办理");
  EXPECT_EQ(chosen("根据《条例》第‸三十五条办理", "第三十六条"), "根据《条例》第三十六条办理");
  EXPECT_EQ(chosen("根据《条例》第‸三次办理", "第三十六条"), "根据《条例》第三十六条三次办理");
  EXPECT_EQ(chosen("根据《条例》第三十六条第（‸一）项", "第（二）项"), "根据《条例》第三十六条第（二）项");
  EXPECT_EQ(chosen("根据《中华‸政府信息公开条例》办理", "政府信息公开条例"), "根据《政府信息公开条例》办理");
  EXPECT_EQ(chosen("根据《‸，结合《条例》", "政府信息公开条例"), "根据《政府信息公开条例》，结合《条例》");
  EXPECT_EQ(chosen("按照国办公开‸办函〔2021〕30号", "国办公开办函〔2021〕30号"), "按照国办公开办函〔2021〕30号");
}

TEST(Completion, finds_articles_by_chinese_and_by_arabic_numerals) {
  const auto filter_of = [](const std::string& prose) {
    const auto items = proposals(replaced(sample_report(), "本年度未收取信息处理费。", prose));
    const Completion* item = find(items, "第三十六条");
    return item != nullptr ? item->filter : "not proposed";
  };
  EXPECT_EQ(filter_of("根据《条例》第三‸"), "") << "the label says it";
  EXPECT_EQ(filter_of("根据《条例》第3‸"), "第36条");
}

TEST(Completion, keeps_line_ends) {
  std::string text = sample_report();
  text.resize(text.find("## 五、"));
  for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos; at += 2) text.replace(at, 1, "\r\n");
  const auto items = proposals(text + "‸");
  ASSERT_NE(find(items, "五、存在的主要问题及改进情况"), nullptr);
  EXPECT_TRUE(find(items, "五、存在的主要问题及改进情况")->text.ends_with("\r\n"));
}

TEST(Completion, knows_no_other_keys) {
  EXPECT_EQ(completion_documentation(the_standard(), options, "entry:2021:no_such"), "");
  EXPECT_EQ(completion_documentation(the_standard(), options, "entry:2021"), "");
  EXPECT_EQ(completion_documentation(the_standard(), options, "x"), "");
}

}  // namespace
}  // namespace nianbao::test
