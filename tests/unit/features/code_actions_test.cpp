#include "features/code_actions.h"

#include <gtest/gtest.h>

#include "scene.h"

namespace nianbao::features {
namespace {

using test::the_standard;

text::ByteRange whole(const std::string& text) {
  return {0, static_cast<text::Offset>(text.size())};
}

std::vector<CodeAction> all_actions(const std::string& text, const CodeActionOptions& options = {}) {
  return code_actions(test::snapshot_of(text), whole(text), the_standard(), {}, options);
}

TEST(CodeActions, WrongTotalIsPreferredAndRepairsTheReport) {
  const std::string text = test::wrong_total();
  const std::vector<CodeAction> actions = all_actions(text, {.fix_all = false});
  ASSERT_FALSE(actions.empty());
  EXPECT_TRUE(actions.front().preferred);
  EXPECT_EQ(actions.front().kind, CodeAction::Kind::quickfix);
  EXPECT_EQ(rules::apply(text, actions.front().edits), test::sample_report());
}

TEST(CodeActions, InferredFixIsNeverPreferredNorInFixAll) {
  const std::string text = test::replaced(test::sample_report(), test::granted_row,
                                          "| 三、本年度办理结果 | （一）予以公开 |  | 12 | 4 | 0 | 1 | 2 | 0 | 28 |");
  const std::vector<CodeAction> actions = all_actions(text);
  ASSERT_FALSE(actions.empty());
  EXPECT_NE(actions.front().title.find("21"), std::string::npos) << actions.front().title;
  for (const CodeAction& action : actions) {
    EXPECT_FALSE(action.preferred) << action.title;
    EXPECT_NE(action.kind, CodeAction::Kind::fix_all) << "fix-all invents no number";
  }
}

TEST(CodeActions, OnlyFindingsInTheRange) {
  const std::string text = test::wrong_total();
  const Snapshot snapshot = test::snapshot_of(text);
  const std::vector<CodeAction> actions =
      code_actions(snapshot, {0, 1}, the_standard(), {}, {.quickfix = true, .fix_all = false});
  for (const CodeAction& action : actions) EXPECT_LE((*snapshot.findings)[*action.finding].range.begin, 1U);
}

TEST(CodeActions, FixAllTakesPreferredFixesOfTheWholeDocument) {
  const std::string text = test::wrong_total();
  const std::vector<CodeAction> actions =
      code_actions(test::snapshot_of(text), {0, 0}, the_standard(), {}, {.quickfix = false, .fix_all = true});
  ASSERT_EQ(actions.size(), 1U);
  EXPECT_EQ(actions.front().kind, CodeAction::Kind::fix_all);
  const std::string fixed = rules::apply(text, actions.front().edits);
  EXPECT_TRUE(all_actions(fixed, {.quickfix = false, .fix_all = true}).empty()) << "a second run has nothing to do";
}

TEST(CodeActions, ClientCommandsStandBehindTheFixes) {
  const std::vector<CodeAction> actions = all_actions(test::wrong_total(), {.fix_all = false, .client_commands = true});
  bool command_seen = false;
  std::optional<std::size_t> finding;
  for (const CodeAction& action : actions) {
    if (finding != action.finding) command_seen = false;
    finding = action.finding;
    if (action.command) {
      command_seen = true;
      EXPECT_TRUE(action.edits.empty());
    } else {
      EXPECT_FALSE(command_seen) << action.title;
    }
  }
}

TEST(CodeActions, CorrectReportHasNothingToFixForCertain) {
  for (const CodeAction& action : all_actions(test::sample_report())) EXPECT_FALSE(action.preferred) << action.title;
}

}  // namespace
}  // namespace nianbao::features
