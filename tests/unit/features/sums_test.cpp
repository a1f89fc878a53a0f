// Cells that belong together: highlights, definition, references, hints and lenses over the sums of a table.
#include <gtest/gtest.h>

#include "features/code_lens.h"
#include "features/highlights.h"
#include "features/inlay_hints.h"
#include "features/navigation.h"
#include "features/signature_help.h"
#include "scene.h"

namespace nianbao::test {
namespace {

const rules::Options options;

struct Scene {
  explicit Scene(std::string bytes = sample_report()) : text(std::move(bytes)), snapshot(snapshot_of(text)) {}
  [[nodiscard]] features::View view() const { return {snapshot, the_standard(), options}; }
  [[nodiscard]] std::string at(text::ByteRange range) const { return std::string(snapshot.text.slice(range)); }
  [[nodiscard]] std::string all(const std::vector<text::ByteRange>& ranges) const {
    std::string out;
    for (const text::ByteRange& range : ranges) out += (out.empty() ? "" : " ") + at(range);
    return out;
  }
  [[nodiscard]] text::ByteRange whole() const { return {0, snapshot.text.size()}; }
  /// Behind the first digit of the row's total.
  [[nodiscard]] text::Offset total_of_granted() const { return offset_of(text, granted_row) + granted_row.size() - 3; }

  std::string text;
  features::Snapshot snapshot;
};

TEST(Definition, of_a_total_is_what_it_adds_up) {
  const Scene scene;
  const auto places = features::definition(scene.view(), scene.total_of_granted());
  ASSERT_TRUE(places);
  EXPECT_EQ(scene.at(places->origin), "28");
  EXPECT_EQ(scene.all(places->targets), "21 4 0 1 2 0");
}

TEST(Definition, of_a_part_is_its_totals) {
  const Scene scene;
  const auto places = features::definition(scene.view(), offset_of(scene.text, "| 21 | 4 |") + 2);
  ASSERT_TRUE(places);
  EXPECT_EQ(scene.all(places->targets), "28 45");
}

TEST(Definition, there_is_none_in_prose) {
  const Scene scene;
  EXPECT_FALSE(features::definition(scene.view(), offset_of(scene.text, "做好主动公开")));
}

TEST(References, leave_the_cell_out_unless_asked) {
  const Scene scene;
  const auto with = features::references(scene.view(), scene.total_of_granted(), true);
  const auto without = features::references(scene.view(), scene.total_of_granted(), false);
  ASSERT_TRUE(with && without);
  EXPECT_EQ(with->targets.size(), without->targets.size() + 1);
}

TEST(Highlights, mark_all_cells_of_the_sums) {
  const Scene scene;
  const auto found = features::highlights(scene.view(), offset_of(scene.text, "| 3 | 1 | 0 | 1 | 5 |") + 2);
  ASSERT_EQ(found.size(), 5U);
  EXPECT_EQ(scene.at(found.back().range), "5");
  EXPECT_EQ(found.back().kind, features::Highlight::Kind::total);
  EXPECT_EQ(found.front().kind, features::Highlight::Kind::part);
}

TEST(Highlights, of_a_row_label_are_its_cells) {
  const Scene scene;
  const auto found = features::highlights(scene.view(), offset_of(scene.text, "行政规范性文件") + 3);
  ASSERT_EQ(found.size(), 4U);
  EXPECT_EQ(scene.at(found[3].range), "15");
}

TEST(InlayHints, tell_the_sum_beside_the_wrong_total_only) {
  const Scene scene(wrong_total());
  std::vector<std::string> labels;
  for (const features::InlayHint& hint : features::inlay_hints(scene.view(), scene.whole())) {
    if (hint.kind != features::InlayHint::Kind::sum) continue;
    labels.push_back(hint.label);
    EXPECT_EQ(scene.text.substr(hint.at - 2, 2), "29");
  }
  EXPECT_EQ(labels, std::vector<std::string>{"各项和 28"});
}

TEST(InlayHints, of_a_balanced_table_is_a_tick) {
  const Scene scene;
  auto hints = features::inlay_hints(scene.view(), scene.whole());
  std::erase_if(hints, [](const features::InlayHint& hint) { return hint.label != "✓"; });
  ASSERT_EQ(hints.size(), 2U);  // tables three and four; table two has no sums
  EXPECT_EQ(hints[0].label, "✓");
  EXPECT_EQ(hints[0].tooltip, "本表 39 条勾稽关系全部成立。");
}

TEST(InlayHints, outside_of_the_range_are_not_sent) {
  const Scene scene(wrong_total());
  EXPECT_TRUE(features::inlay_hints(scene.view(), {0, 100}).empty());
}

TEST(CodeLens, counts_what_holds_and_what_does_not) {
  const Scene scene(wrong_total());
  const auto lenses = features::code_lenses(scene.view());
  ASSERT_EQ(lenses.size(), 2U);
  EXPECT_EQ(lenses[0].title, "勾稽关系：37 条成立 / 2 条不成立");
  EXPECT_EQ(scene.all(lenses[0].places), "29 57");
  EXPECT_EQ(lenses[1].title, "勾稽关系：3 条全部成立");
  EXPECT_TRUE(scene.at(lenses[1].range).starts_with("| 行政复议 |"));
}

TEST(CodeLens, says_what_could_not_be_checked) {
  const Scene scene(replaced(sample_report(), "| 3 | 1 | 0 | 1 | 5 |", "| 见附件 | 1 | 0 | 1 | 5 |"));
  const auto lenses = features::code_lenses(scene.view());
  ASSERT_EQ(lenses.size(), 2U);
  EXPECT_EQ(lenses[1].title, "勾稽关系：2 条全部成立（另有 1 条因缺数未核对）");
}

TEST(SignatureHelp, names_the_column_under_the_cursor) {
  const Scene scene;
  const text::Offset row = offset_of(scene.text, granted_row);
  const auto active = [&](std::string_view up_to) {
    const auto help =
        features::signature_help(scene.view(), row + static_cast<text::Offset>(granted_row.find(up_to) + up_to.size()));
    return help && help->active ? help->columns[*help->active] : std::string("-");
  };
  EXPECT_EQ(active("| （一）予以"), "-");
  EXPECT_EQ(active("|  | "), "自然人");
  EXPECT_EQ(active("| 21"), "自然人");
  EXPECT_EQ(active("| 21 |"), "商业企业");
  EXPECT_EQ(active("| 28"), "总计");
}

TEST(SignatureHelp, of_a_row_being_typed_names_the_column_behind_the_pipe) {
  std::string row(granted_row);
  for (const std::string_view column : {"总计", "其他", "法律服务机构", "社会公益组织", "科研机构", "商业企业"}) {
    row.resize(row.rfind('|', row.size() - 2) + 1);
    for (const std::string_view blank : {"", " "}) {
      const std::string typed = row + std::string(blank);
      const Scene scene(replaced(sample_report(), granted_row, typed));
      const auto help = features::signature_help(
          scene.view(), offset_of(scene.text, typed + "\n") + static_cast<text::Offset>(typed.size()));
      ASSERT_TRUE(help && help->active) << typed;
      EXPECT_EQ(help->columns[*help->active], column) << typed;
    }
  }
}

TEST(SignatureHelp, tells_groups_apart_where_there_are_no_rows) {
  const Scene scene;
  const auto help = features::signature_help(scene.view(), offset_of(scene.text, "| 3 | 1 | 0 | 1 | 5 |") + 3);
  ASSERT_TRUE(help);
  EXPECT_EQ(help->columns.size(), 15U);
  EXPECT_EQ(help->columns[*help->active], "行政复议·结果维持");
}

TEST(SignatureHelp, is_silent_in_prose) {
  const Scene scene;
  EXPECT_FALSE(features::signature_help(scene.view(), offset_of(scene.text, "加强培训")));
}

}  // namespace
}  // namespace nianbao::test
