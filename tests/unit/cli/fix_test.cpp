// nianbao fix changes what it says and nothing else: encoding, mark, line ends and mode stay, a second run does
// nothing.
#include <filesystem>

#include <gtest/gtest.h>

#include "cli/diff.h"
#include "cli/replace_file.h"
#include "harness.h"
#include "support/generator.h"
#include "text/decode.h"

namespace nianbao::cli {
namespace {

using nianbao::test::generate;
using nianbao::test::Shape;
using test::run_cli;
using test::TemporaryFolder;
using test::the_standard;

/// Only a total is wrong, and one value makes everything hold: the one fix that may be made without a person.
std::string with_wrong_total(bool crlf = false) {
  Shape shape;
  shape.label_columns = 3;
  shape.size_class = 2;
  shape.crlf = crlf;
  std::string text = generate(the_standard(), shape, 11).text;
  const std::size_t table =
      text.find("| 行政复议 |") != std::string::npos ? text.find("| 行政复议 |") : text.find("|行政复议|");
  // The last cell of table 四 is the total of 复议后起诉.
  const std::size_t part_five = text.find("五、存在的主要问题");
  std::size_t end = text.rfind('|', part_five);
  while (end > table && text[end - 1] == ' ') --end;
  return text.insert(end, "7");
}

TEST(Fix, sets_the_total_and_a_second_run_changes_nothing) {
  const TemporaryFolder folder;
  const auto path = folder.write("年报.md", with_wrong_total());
  ASSERT_EQ(run_cli({"check", path}).code, 1);
  const auto first = run_cli({"fix", path});
  EXPECT_EQ(first.code, 0) << first.err;
  EXPECT_NE(first.out.find(path + "：改正 "), std::string::npos) << first.out;
  const std::string fixed = folder.read("年报.md");
  EXPECT_EQ(run_cli({"check", path}).code, 0) << run_cli({"check", path}).out;
  const auto second = run_cli({"fix", path});
  EXPECT_NE(second.out.find("没有可以自动改正的问题"), std::string::npos) << second.out;
  EXPECT_EQ(folder.read("年报.md"), fixed);
}

TEST(Fix, encoding_mark_and_line_ends_stay) {
  const TemporaryFolder folder;
  for (const auto encoding : {text::FileEncoding::utf8, text::FileEncoding::utf8_bom, text::FileEncoding::gb18030,
                              text::FileEncoding::utf16le, text::FileEncoding::utf16be,
                              text::FileEncoding::utf16le_bare, text::FileEncoding::utf16be_bare}) {
    const auto path = folder.write("年报.md", text::encode(with_wrong_total(true), encoding));
    const std::string before = folder.read("年报.md");
    EXPECT_EQ(run_cli({"fix", path}).code, 0);
    const std::string after = folder.read("年报.md");
    EXPECT_NE(before, after) << text::name_of(encoding);
    const auto decoded = text::decode(after);
    ASSERT_TRUE(decoded) << text::name_of(encoding);
    EXPECT_EQ(decoded->encoding, encoding);
    for (std::size_t at = decoded->utf8.find('\n'); at != std::string::npos; at = decoded->utf8.find('\n', at + 1)) {
      EXPECT_EQ(decoded->utf8[at - 1], '\r');
    }
  }
}

TEST(Fix, mode_and_link_stay_and_no_temporary_file_is_left) {
  namespace fs = std::filesystem;
  const TemporaryFolder folder;
  const auto path = folder.write("data/年报.md", with_wrong_total());
  fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_read);
  fs::create_symlink("data/年报.md", folder.path("link.md"));
  EXPECT_EQ(run_cli({"fix", folder.path("link.md")}).code, 0);
  EXPECT_TRUE(fs::is_symlink(folder.path("link.md")));
  EXPECT_EQ(fs::status(path).permissions(), fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_read);
  EXPECT_EQ(std::distance(fs::directory_iterator(folder.path("data")), fs::directory_iterator()), 1);
  EXPECT_EQ(run_cli({"check", path}).code, 0);
}

TEST(Fix, a_read_only_file_is_left_alone) {
  namespace fs = std::filesystem;
  const TemporaryFolder folder;
  const auto path = folder.write("年报.md", with_wrong_total());
  fs::permissions(path, fs::perms::owner_read);
  const auto result = run_cli({"fix", path});
  EXPECT_EQ(result.code, 2);
  EXPECT_NE(result.err.find("文件是只读的"), std::string::npos) << result.err;
  EXPECT_EQ(result.out, "") << "nothing was handled, there is nothing to sum up";
  EXPECT_EQ(folder.read("年报.md"), with_wrong_total());
}

TEST(Fix, counts_what_check_counts_and_the_edits_beside_it) {
  const TemporaryFolder folder;
  std::string text = with_wrong_total();
  const std::size_t part = text.find("一、总体情况");
  const std::size_t end = text.find('\n', part);
  text.insert(end + 1, "\n我局公开信息,答复申请,接受监督,改进工作。\n");
  const auto path = folder.write("年报.md", text);
  const std::string before = run_cli({"check", path}).out;
  const std::size_t at = before.find("可自动改正 ");
  ASSERT_NE(at, std::string::npos) << before;
  const int count = std::stoi(before.substr(at + std::string("可自动改正 ").size()));
  const auto fixed = run_cli({"fix", path});
  EXPECT_TRUE(fixed.out.starts_with(path + "：改正 " + std::to_string(count) + " 个问题（")) << count << "\n"
                                                                                             << fixed.out;
  EXPECT_NE(fixed.out.find(" 处改动）"), std::string::npos) << fixed.out;
}

TEST(Fix, a_missing_file_among_good_ones_does_not_hide_them) {
  const TemporaryFolder folder;
  EXPECT_EQ(run_cli({"fix", folder.path("none.md")}).out, "");
  const auto result = run_cli({"fix", folder.path("none.md"), folder.write("年报.md", with_wrong_total())});
  EXPECT_EQ(result.code, 2);
  EXPECT_NE(result.out.find("1 份年报，改正 2 个问题（1 处改动）\n"), std::string::npos) << result.out;
}

TEST(Fix, diff_shows_the_change_and_writes_nothing) {
  const TemporaryFolder folder;
  const auto path = folder.write("年报.md", with_wrong_total());
  const auto result = run_cli({"fix", "--diff", path});
  EXPECT_EQ(result.code, 0);
  EXPECT_TRUE(result.out.starts_with("--- " + path + "\n+++ " + path + "\n@@ -")) << result.out;
  EXPECT_EQ(folder.read("年报.md"), with_wrong_total());
  EXPECT_EQ(run_cli({"fix", "--diff", folder.write("good.md", "没有问题\n")}).out, "");
}

TEST(Fix, standard_input_comes_out_corrected) {
  const auto result = run_cli({"fix", "-"}, {.input = with_wrong_total()});
  EXPECT_EQ(result.code, 0);
  const TemporaryFolder folder;
  EXPECT_EQ(run_cli({"check", folder.write("年报.md", result.out)}).code, 0);
}

TEST(Diff, hunks_with_context_as_patch_reads_them) {
  std::string before;
  for (int i = 1; i <= 20; ++i) before += std::to_string(i) + "\n";
  std::string after = before;
  after.replace(after.find("\n5\n") + 1, 1, "five");
  after.insert(after.find("\n18\n") + 1, "17.5\n");
  EXPECT_EQ(unified_diff("a", before, after),
            "--- a\n+++ a\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n"
            "@@ -15,6 +15,7 @@\n 15\n 16\n 17\n+17.5\n 18\n 19\n 20\n");
  EXPECT_EQ(unified_diff("a", "x", "x\n"), "--- a\n+++ a\n@@ -1 +1 @@\n-x\n\\ No newline at end of file\n+x\n");
  EXPECT_EQ(unified_diff("a", "same", "same"), "");
}

TEST(ReplaceFile, a_missing_file_is_made_but_no_folder) {
  const TemporaryFolder folder;
  EXPECT_EQ(replace_file(folder.path("none.md"), "x"), WriteFailure::none);
  EXPECT_TRUE(std::filesystem::exists(folder.path("none.md")));
  EXPECT_NE(replace_file(folder.path("no/none.md"), "x"), WriteFailure::none);
}

}  // namespace
}  // namespace nianbao::cli
