// The user's law library on the command line: texts taken in, folders of the settings, long explanations page by page.
#include <gtest/gtest.h>

#include "cli/page_cache.h"
#include "harness.h"

namespace nianbao::cli {
namespace {

using test::Call;
using test::run_cli;
using test::TemporaryFolder;

constexpr const char* measure =
    "# 云台市政府信息公开实施办法\n\n第一条 为了规范工作，制定本办法。\n\n第二条 本办法适用于本市。\n";
constexpr const char* gap =
    "# 云台市政府信息公开实施办法\n\n第一条 为了规范工作，制定本办法。\n\n第三条 本办法适用于本市。\n";
constexpr const char* report =
    "临江县司法局2024年政府信息公开工作年度报告\n\n一、总体情况\n\n按照《云台市政府信息公开实施办法》第二条办理。\n";

Call at_home(const TemporaryFolder& folder) {
  return {.variables = {{"HOME", folder.path()}, {"XDG_DATA_HOME", folder.path("data")}}};
}

TEST(LawCommand, AddTakesATextInAndExplainShowsItsWords) {
  const TemporaryFolder folder;
  const Call call = at_home(folder);
  const auto added = run_cli({"law", "add", folder.write("办法.md", measure)}, call);
  EXPECT_EQ(added.code, 0) << added.err;
  EXPECT_EQ(folder.read("data/nianbao/law/办法.md"), measure);
  EXPECT_NE(run_cli({"law", "list"}, call).out.find("云台市政府信息公开实施办法"), std::string::npos);
  const auto dumped = run_cli({"dump", "--citations", folder.write("年报.md", report)}, call);
  EXPECT_EQ(dumped.out.find("unresolved"), std::string::npos) << dumped.out;
}

TEST(LawCommand, AddNamesTheLineOfWhatIsWrongAndTakesTheRest) {
  const TemporaryFolder folder;
  const auto added = run_cli({"law", "add", folder.write("办法.md", gap)}, at_home(folder));
  EXPECT_EQ(added.code, 0);
  EXPECT_NE(added.err.find("5"), std::string::npos) << added.err;
  EXPECT_NE(added.err.find("第二条"), std::string::npos) << added.err;
}

TEST(LawCommand, AddRefusesWhatHasNoArticlesOrIsNotThere) {
  const TemporaryFolder folder;
  EXPECT_EQ(run_cli({"law", "add", folder.write("x.md", "没有条文。\n")}, at_home(folder)).code, exit_usage);
  EXPECT_EQ(run_cli({"law", "add", folder.path("none.md")}, at_home(folder)).code, exit_usage);
  EXPECT_EQ(run_cli({"law"}, at_home(folder)).code, exit_usage);
}

TEST(LawFolders, OfTheSettingsCountForReportsBelowThem) {
  const TemporaryFolder folder;
  const std::string path = folder.write("reports/年报.md", report);
  EXPECT_NE(run_cli({"dump", "--citations", path}, at_home(folder)).out.find("unresolved"), std::string::npos);
  folder.write("reports/laws/办法.md", measure);
  folder.write("reports/.nianbao.json", R"({"law": {"folders": ["laws"]}})");
  const auto found = run_cli({"dump", "--citations", path}, at_home(folder));
  EXPECT_EQ(found.out.find("unresolved"), std::string::npos) << "relative folders start at the settings file";
}

TEST(LawFolders, OfTheCurrentFolderAreListed) {
  const TemporaryFolder folder;
  folder.write("laws/办法.md", measure);
  folder.write(".nianbao.json", R"({"law": {"folders": ["laws"]}})");
  const auto before = std::filesystem::current_path();
  std::filesystem::current_path(folder.path());
  const auto listed = run_cli({"law", "list"}, at_home(folder));
  std::filesystem::current_path(before);
  EXPECT_NE(listed.out.find("云台市政府信息公开实施办法"), std::string::npos) << listed.out;
  EXPECT_NE(listed.out.find("设置所列：laws"), std::string::npos) << listed.out;
}

TEST(LawFolders, OfAConfigFileCountAndABrokenTextIsAFinding) {
  const TemporaryFolder folder;
  const std::string path = folder.write("reports/年报.md", report);
  folder.write("etc/laws/办法.md", gap);
  const std::string config = folder.write("etc/nianbao.json", R"({"law": {"folders": ["laws"]}})");
  const auto checked = run_cli({"check", "--config", config, "--locale", "zh", path}, at_home(folder));
  EXPECT_NE(checked.out.find("办法.md:5"), std::string::npos) << checked.out;
  EXPECT_NE(checked.out.find("settings/law-text"), std::string::npos) << checked.out;
  const auto off =
      folder.write("etc/off.json", R"({"law": {"folders": ["laws"]}, "rules": {"settings/law-text": "off"}})");
  EXPECT_EQ(run_cli({"check", "--config", off, path}, at_home(folder)).out.find("settings/law-text"),
            std::string::npos);
}

TEST(Pager, ShowsWhatIsLongerThanAScreen) {
  std::vector<std::string> shown;
  const auto explain = [&](const std::string& what, bool works) {
    std::istringstream in;
    std::ostringstream out;
    std::ostringstream err;
    Environment environment{in, out, err, true, true, {}};
    environment.page = [&](const std::string& text) {
      shown.push_back(text);
      return works;
    };
    EXPECT_EQ(run(environment, {"explain", what}), exit_ok);
    return out.str();
  };
  EXPECT_EQ(explain("条例", true), "") << "the pager has shown it";
  ASSERT_EQ(shown.size(), 1U);
  EXPECT_NE(explain("条例", false), "") << "where the pager fails the text is printed";
  EXPECT_EQ(shown.size(), 2U);
  EXPECT_NE(run_cli({"explain", "条例"}).out, "") << "what is not read on a terminal needs none";
}

TEST(PageCache, HoldsPagesAsFilesAndNothingOutsideOfItsFolder) {
  const TemporaryFolder folder;
  const std::string uri = keep_page(folder.path("pages"), "law/711.md", "甲\n");
  EXPECT_TRUE(uri.starts_with("file:///")) << uri;
  EXPECT_TRUE(uri.ends_with("pages/law/711.md")) << uri;
  EXPECT_EQ(folder.read("pages/law/711.md"), "甲\n");
  EXPECT_EQ(keep_page(folder.path("pages"), "law/711.md", "乙\n"), uri);
  EXPECT_EQ(folder.read("pages/law/711.md"), "乙\n") << "another version of the program says it in other words";
  EXPECT_EQ(keep_page(folder.path("pages"), "../out.md", "x"), "");
  EXPECT_EQ(keep_page("", "law/711.md", "x"), "");
  std::istringstream in;
  std::ostringstream out;
  const Environment environment{in,
                                out,
                                out,
                                false,
                                false,
                                [](const std::string& name) {
                                  return name == "HOME" ? std::optional<std::string>("/home/x") : std::nullopt; }};
  EXPECT_EQ(page_folder(environment), "/home/x/.cache/nianbao/pages");
}

}  // namespace
}  // namespace nianbao::cli
