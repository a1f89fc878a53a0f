// The outline, folding and growing selections of a report: what breadcrumbs and editors show.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <initializer_list>
#include <sstream>

#include <gtest/gtest.h>

#include "features/folding.h"
#include "features/selection.h"
#include "features/symbols.h"
#include "scene.h"
#include "support/paths.h"

namespace nianbao::test {
namespace {

const rules::Options options;

class Outline : public ::testing::Test {
 protected:
  explicit Outline(std::string text = sample_report()) : text_(std::move(text)), snapshot_(snapshot_of(text_)) {}
  [[nodiscard]] features::View view() const { return {snapshot_, the_standard(), options}; }
  [[nodiscard]] std::string at(text::ByteRange range) const { return std::string(snapshot_.text.slice(range)); }

  std::string text_;
  features::Snapshot snapshot_;
};

const features::Symbol* child(const features::Symbol& symbol, std::string_view name) {
  for (const features::Symbol& one : symbol.children) {
    if (one.name == name) return &one;
  }
  return nullptr;
}

void expect_nested(const features::Symbol& symbol, int depth) {
  EXPECT_FALSE(symbol.name.empty());
  EXPECT_TRUE(symbol.range.covers(symbol.selection)) << symbol.name;
  EXPECT_LT(depth, 12);
  for (const features::Symbol& one : symbol.children) {
    EXPECT_TRUE(symbol.range.covers(one.range)) << symbol.name << " > " << one.name;
    expect_nested(one, depth + 1);
  }
}

TEST_F(Outline, leads_from_the_title_to_a_row) {
  const auto symbols = features::document_symbols(view());
  ASSERT_EQ(symbols.size(), 1U);
  EXPECT_EQ(symbols[0].children.size(), 6U);
  const features::Symbol* part = child(symbols[0], "三、收到和处理政府信息公开申请情况");
  ASSERT_NE(part, nullptr);
  ASSERT_EQ(part->children.size(), 1U);
  const features::Symbol& table = part->children[0];
  EXPECT_EQ(table.kind, features::SymbolKind::table);
  EXPECT_EQ(table.detail, "勾稽 39/39");
  const features::Symbol* handled = child(table, "三、本年度办理结果");
  ASSERT_NE(handled, nullptr);
  const features::Symbol* refused = child(*handled, "（三）不予公开");
  ASSERT_NE(refused, nullptr);
  const features::Symbol* row = child(*refused, "1.属于国家秘密");
  ASSERT_NE(row, nullptr);
  EXPECT_EQ(row->detail, "3");
  EXPECT_EQ(at(row->selection), "1.属于国家秘密");
}

TEST_F(Outline, nests_without_overlaps) {
  for (const features::Symbol& symbol : features::document_symbols(view())) expect_nested(symbol, 0);
}

TEST(OutlineOf, a_table_without_row_labels_lists_its_groups_of_columns) {
  const features::Snapshot snapshot = snapshot_of(sample_report());
  const auto symbols = features::document_symbols({snapshot, the_standard(), options});
  const features::Symbol* part = child(symbols[0], "四、政府信息公开行政复议、行政诉讼情况");
  ASSERT_NE(part, nullptr);
  ASSERT_EQ(part->children[0].children.size(), 3U);
  EXPECT_EQ(part->children[0].children[0].name, "行政复议");
  EXPECT_EQ(part->children[0].children[0].detail, "5");
}

TEST(OutlineOf, sub_headings_lie_in_their_part) {
  const std::string text = replaced(sample_report(), "本机关按照《条例》",
                                    "（一）主动公开\n公开了很多。\n\n（二）依申请公开\n办理了。本机关按照《条例》");
  const features::Snapshot snapshot = snapshot_of(text);
  const auto symbols = features::document_symbols({snapshot, the_standard(), options});
  const features::Symbol* part = child(symbols[0], "一、总体情况");
  ASSERT_NE(part, nullptr);
  ASSERT_EQ(part->children.size(), 2U);
  EXPECT_EQ(part->children[1].name, "（二）依申请公开");
}

TEST(OutlineOf, the_statistics_nests_rows_under_the_row_that_they_are_parts_of) {
  std::ifstream file(std::filesystem::path(paths::source()) / "docs/examples/form-2014.md", std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  const features::Snapshot snapshot = snapshot_of(bytes.str());
  const features::View view{snapshot, the_standard(), options};
  const auto symbols = features::document_symbols(view);
  for (const features::Symbol& symbol : symbols) expect_nested(symbol, 0);
  const auto under = [&](std::initializer_list<std::string_view> names) {
    const features::Symbol* at = &symbols[0];
    for (const std::string_view name : names) at = at == nullptr ? nullptr : child(*at, name);
    return at != nullptr ? at->detail : "none";
  };
  constexpr std::string_view part = "七、其他需要报告的事项";
  constexpr std::string_view table = "统计表 政府信息公开情况统计表";
  EXPECT_EQ(under({part, table, "三、依申请公开情况", "（一）收到申请数"}), "11");
  EXPECT_EQ(under({part, table, "三、依申请公开情况", "（一）收到申请数", "3.网络申请数"}), "8");
  EXPECT_EQ(under({part, table, "三、依申请公开情况", "（三）申请答复数", "4.不同意公开答复数", "涉及商业秘密"}), "0");
  EXPECT_EQ(under({part, table, "四、行政复议数量", "（二）被依法纠错数"}), "0");
  EXPECT_EQ(under({part, table, "（二）被依法纠错数"}), "none");
  const auto folds = features::folds(view);
  EXPECT_TRUE(std::ranges::any_of(folds, [&](const features::Fold& fold) {
    const std::string_view words = snapshot.text.slice(fold.range);
    return words.starts_with("|　　（一）收到申请数") && words.find("4.信函申请数") != std::string_view::npos &&
           words.find("（二）申请办结数") == std::string_view::npos;
  }));
}

TEST(OutlineOf, an_empty_document_has_none) {
  const features::Snapshot snapshot = snapshot_of("");
  EXPECT_TRUE(features::document_symbols({snapshot, the_standard(), options}).empty());
  EXPECT_TRUE(features::folds({snapshot, the_standard(), options}).empty());
  EXPECT_EQ(features::selection_ranges({snapshot, the_standard(), options}, 0).size(), 1U);
}

TEST_F(Outline, folds_parts_and_tables) {
  const auto folds = features::folds(view());
  std::vector<std::string> first_lines;
  for (const features::Fold& fold : folds) {
    const std::string words = at(fold.range);
    EXPECT_NE(words.back(), '\n');
    first_lines.push_back(words.substr(0, words.find('\n')));
  }
  EXPECT_EQ(first_lines[0], "## 一、总体情况");
  EXPECT_EQ(first_lines[1], "## 二、主动公开政府信息情况");
  EXPECT_EQ(folds[2].summary, "表二　主动公开政府信息情况");
}

TEST(Folding, takes_lines_of_comments_together) {
  const std::string text =
      replaced(sample_report(), "## 一、总体情况", "<!-- 一行 -->\n<!-- 两行 -->\n\n## 一、总体情况");
  const features::Snapshot snapshot = snapshot_of(text);
  int comments = 0;
  for (const features::Fold& fold : features::folds({snapshot, the_standard(), options})) {
    if (fold.kind != features::Fold::Kind::comment) continue;
    ++comments;
    EXPECT_EQ(snapshot.text.slice(fold.range), "<!-- 一行 -->\n<!-- 两行 -->");
  }
  EXPECT_EQ(comments, 1);
}

TEST_F(Outline, a_selection_grows_from_cell_to_part) {
  const text::Offset offset = offset_of(text_, "| 21 | 4 |") + 3;
  const auto rings = features::selection_ranges(view(), offset);
  ASSERT_GE(rings.size(), 5U);
  EXPECT_EQ(at(rings[0]), "21");
  EXPECT_EQ(at(rings[1]), granted_row);
  EXPECT_TRUE(at(rings[3]).starts_with("| （本列数据"));
  EXPECT_TRUE(at(rings[3]).ends_with("| 4 |"));
  EXPECT_TRUE(at(rings[rings.size() - 2]).starts_with("# 云岭市") ||
              at(rings[rings.size() - 2]).starts_with("## 三、"));
  EXPECT_EQ(rings.back().size(), text_.size());
  for (std::size_t i = 1; i < rings.size(); ++i) EXPECT_TRUE(rings[i].covers(rings[i - 1]) && rings[i] != rings[i - 1]);
}

TEST_F(Outline, a_selection_in_prose_begins_with_the_sentence) {
  const auto rings = features::selection_ranges(view(), offset_of(text_, "加强培训"));
  EXPECT_EQ(at(rings[0]), "改进情况：加强培训，提高质量。");
}

}  // namespace
}  // namespace nianbao::test
