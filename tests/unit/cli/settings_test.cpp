// What the settings file and the language asked for change in what a command says.
#include <gtest/gtest.h>

#include "harness.h"
#include "reports.h"

namespace nianbao::cli {
namespace {

using test::broken_report;
using test::Call;
using test::clean_report;
using test::last_line;
using test::run_cli;
using test::TemporaryFolder;

TEST(Settings, severities_come_from_the_file_and_bad_files_are_named) {
  const TemporaryFolder folder;
  const auto report = folder.write("年报.md", broken_report());
  const auto off = folder.write("off.json", R"({"rules": {"sum/*": "off"}})");
  EXPECT_EQ(run_cli({"check", report, "--config", off}).code, 0);
  const auto bad = folder.write("bad.json", R"({"rules": {"sum/row-total": "loud"}})");
  const auto result = run_cli({"check", report, "--config", bad});
  EXPECT_EQ(result.code, 1) << "the report is checked all the same";
  EXPECT_NE(result.out.find("[settings/invalid]"), std::string::npos) << result.out;
  EXPECT_NE(result.out.find(bad + ":1:29"), std::string::npos) << result.out;
  EXPECT_EQ(run_cli({"check", report, "--config", folder.path("none.json")}).code, 2);
  EXPECT_EQ(run_cli({"check", report, "--config", folder.write("text.json", "rules: off")}).code, 2);
}

TEST(Settings, the_nearest_file_above_a_report_is_used) {
  const TemporaryFolder folder;
  std::filesystem::create_directories(folder.path("a/b"));
  const auto report = folder.write("a/b/年报.md", broken_report());
  folder.write(".nianbao.json", R"({"rules": {"sum/*": "off"}})");
  EXPECT_EQ(run_cli({"check", report}).code, 0);
  folder.write("a/.nianbao.json", R"({"rules": {"sum/*": "error"}, "x": 1})");
  const auto json = run_cli({"check", report, "--format", "json"}).json();
  EXPECT_EQ(json["files"].size(), 2U);
  EXPECT_EQ(json["files"][1]["findings"][0]["rule"], "settings/invalid");
  EXPECT_EQ(json["files"][1]["findings"][0]["range"]["start"]["column"], 31);
  EXPECT_EQ(json["summary"]["files"], 1) << "a settings file is no report";
  EXPECT_EQ(run_cli({"check", report}).code, 1);
}

TEST(Settings, mistakes_in_them_are_part_of_the_last_line) {
  const TemporaryFolder folder;
  const auto report = folder.write("年报.md", clean_report());
  folder.write(".nianbao.json", R"({"x": 1})");
  const std::string line = last_line(run_cli({"check", report}).out);
  EXPECT_EQ(line.find("未发现问题"), std::string::npos) << line;
  EXPECT_TRUE(line.starts_with(report + "：0 错误，1 提醒，0 提示；")) << line;
  EXPECT_NE(line.find("；其中 1 处在设置或法规文件中"), std::string::npos) << line;
  EXPECT_TRUE(run_cli({"check", report, "--format", "sarif"}).json().is_object());
  EXPECT_TRUE(run_cli({"check", report, "--format", "github"}).out.starts_with("::warning "));
}

TEST(Locale, option_before_environment_and_chinese_by_default) {
  const auto head = [](const std::vector<std::string>& arguments, const Call& call) {
    return run_cli(arguments, call).out.substr(0, 6);
  };
  EXPECT_EQ(head({"--help"}, {}), "用法");
  EXPECT_EQ(head({"--help"}, {.variables = {{"LANG", "en_GB.UTF-8"}}}), "Usage:");
  EXPECT_EQ(head({"--help"}, {.variables = {{"LANG", "C"}}}), "用法");
  EXPECT_EQ(head({"--help"}, {.variables = {{"LANG", "en_US.UTF-8"}, {"LC_ALL", "zh_CN.UTF-8"}}}), "用法");
  EXPECT_EQ(head({"--help", "--locale", "en"}, {.variables = {{"LANG", "zh_CN.UTF-8"}}}), "Usage:");
  EXPECT_NE(run_cli({"--locale", "en", "check", "--wrong"}).err.find("There is no option --wrong"), std::string::npos);
}

TEST(Locale, of_the_settings_stands_between_the_option_and_the_environment) {
  const TemporaryFolder folder;
  const auto report = folder.write("年报.md", clean_report());
  folder.write(".nianbao.json", R"({"locale": "en"})");
  EXPECT_NE(run_cli({"check", report}).out.find("nothing found"), std::string::npos);
  EXPECT_NE(run_cli({"check", folder.path()}).out.find("nothing found"), std::string::npos);
  EXPECT_NE(run_cli({"check", report, "--locale", "zh"}).out.find("未发现问题"), std::string::npos);
  folder.write(".nianbao.json", R"({"locale": "auto"})");
  EXPECT_NE(run_cli({"check", report}, {.variables = {{"LANG", "en_GB.UTF-8"}}}).out.find("nothing found"),
            std::string::npos);
}

TEST(Locale, english_counts_one_thing_as_one) {
  const TemporaryFolder folder;
  folder.write("年报.md", clean_report());
  folder.write("会议.md", "# 会议记录\n");
  EXPECT_TRUE(run_cli({"check", folder.path("会议.md"), folder.path("年报.md"), "--locale", "en"})
                  .out.find("2 reports checked: ") != std::string::npos);
  std::string text = clean_report();
  text.insert(text.find("一、总体情况") + std::string("一、总体情况").size(), "\n\n我局公开信息,答复申请。");
  const auto result = run_cli({"check", folder.write("半角.md", text), "--locale", "en"});
  EXPECT_NE(result.out.find("1 half-width mark between"), std::string::npos) << result.out;
}

}  // namespace
}  // namespace nianbao::cli
