// Whatever a person calls a thing, explain finds it; and help is aligned on a Chinese terminal.
#include "cli/explain.h"

#include <gtest/gtest.h>

#include "cli/plain_text.h"
#include "harness.h"
#include "rules/rules.h"
#include "text/width.h"

namespace nianbao::cli {
namespace {

using test::run_cli;
using test::the_standard;

TEST(Explain, every_way_to_name_a_thing) {
  const auto kind = [](std::string_view query) {
    const auto found = explain(query, the_standard());
    return found.empty() ? std::string("nothing") : found.front().facts["kind"].get<std::string>();
  };
  EXPECT_EQ(kind("36"), "article");
  EXPECT_EQ(kind("第三十六条第四项"), "article");
  EXPECT_EQ(kind("t3_denied_secret"), "entry");
  EXPECT_EQ(kind("t3_granted/t3c_total"), "entry");
  EXPECT_EQ(kind("重复申请"), "entry");
  EXPECT_EQ(kind("2.重複申請"), "entry");
  EXPECT_EQ(kind("sum/row-total"), "rule");
  EXPECT_EQ(kind("sum"), "rule");
  EXPECT_EQ(kind("不存在的东西"), "nothing");
  EXPECT_EQ(kind("62"), "nothing");
  EXPECT_EQ(kind("第三十六条之类"), "nothing");
  EXPECT_EQ(kind("条例"), "law");
  EXPECT_EQ(kind("国办公开办函〔2021〕30号"), "law");
  EXPECT_EQ(explain("第十四至十六条", the_standard()).size(), 3U);
  EXPECT_EQ(explain("条例第十四条、第三十六条", the_standard()).size(), 2U);
  EXPECT_EQ(explain("《行政复议法》第二十三条第一款第四项", the_standard()).front().facts["article"], 23);
}

TEST(Explain, every_entry_and_rule_has_a_page) {
  for (const auto& form : the_standard().forms) {
    for (const auto& entry : form.entries) EXPECT_FALSE(explain(entry.id, the_standard()).empty()) << entry.id;
  }
  for (const auto& rule : the_standard().rules) {
    const auto result = run_cli({"explain", rule.id});
    EXPECT_EQ(result.code, 0) << rule.id;
    EXPECT_FALSE(result.out.empty()) << rule.id;
  }
}

TEST(Explain, the_item_that_was_asked_for_comes_first) {
  const auto text = run_cli({"explain", "第三十六条第四项"}).out;
  EXPECT_TRUE(text.starts_with("第三十六条第四项　")) << text;
  EXPECT_EQ(text.find("**"), std::string::npos);
  const auto markdown = run_cli({"explain", "第三十六条第四项", "--format", "markdown"}).out;
  EXPECT_TRUE(markdown.starts_with("**第三十六条第四项　")) << markdown;
  const auto json = run_cli({"explain", "36", "--format", "json"}).json();
  EXPECT_EQ(json["results"][0]["article"], 36);
}

TEST(Rules, those_that_are_checked_in_every_format_and_no_others) {
  const auto json = run_cli({"rules", "--format", "json"}).json();
  const auto text = run_cli({"rules"}).out;
  const auto markdown = run_cli({"rules", "--format", "markdown"}).out;
  std::size_t checked = 0;
  for (const auto& rule : the_standard().rules) {
    const bool is_checked = rules::is_checked(rule.id);
    checked += is_checked ? 1 : 0;
    EXPECT_EQ(text.find(rule.id + " ") != std::string::npos, is_checked) << rule.id;
    EXPECT_EQ(markdown.find("| `" + rule.id + "` |") != std::string::npos, is_checked) << rule.id;
  }
  EXPECT_EQ(json["rules"].size(), checked);
  EXPECT_GT(checked, 25U);
}

TEST(Help, everywhere_and_without_missing_messages) {
  for (const char* locale : {"zh", "en"}) {
    for (const char* command : {"", "check", "fix", "dump", "explain", "rules", "lsp"}) {
      std::vector<std::string> arguments = {"--locale", locale, "--help"};
      if (*command != '\0') arguments.insert(arguments.begin(), command);
      const auto result = run_cli(arguments);
      EXPECT_EQ(result.code, 0);
      EXPECT_EQ(result.out.find("cli."), std::string::npos) << result.out;
      EXPECT_NE(result.out.find("nianbao"), std::string::npos);
      EXPECT_EQ(result.err, "");
    }
  }
  EXPECT_TRUE(run_cli({"--version"}).out.starts_with("nianbao "));
  EXPECT_TRUE(run_cli({"check", "--version"}).out.starts_with("nianbao "));
  EXPECT_EQ(run_cli({}).code, 2);
}

TEST(Help, meanings_stand_in_one_column_of_the_terminal) {
  const std::string text = run_cli({"--help"}).out;
  std::size_t begin = text.find("\n  check");
  ASSERT_NE(begin, std::string::npos);
  const auto column = [&](const std::string& meaning) {
    const std::size_t at = text.find(meaning);
    EXPECT_NE(at, std::string::npos) << meaning;
    const std::size_t line = text.rfind('\n', at) + 1;
    return text::display_width(text.substr(line, at - line));
  };
  EXPECT_EQ(column("检查年报并列出问题"), column("界面语言"));
  EXPECT_EQ(column("显示版本"), column("列出全部规则"));
}

TEST(PlainText, marks_go_and_words_stay) {
  EXPECT_EQ(plain_text("# 标题\n\n**粗** 和 `码`，见[查看条文](command:x?%5B%22y%22%5D)。\n```\na **b**\n```\n- 项\n"),
            "标题\n\n粗 和 码，见查看条文。\n  a **b**\n- 项\n");
}

}  // namespace
}  // namespace nianbao::cli
