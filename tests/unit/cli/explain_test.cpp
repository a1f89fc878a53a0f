// Whatever a person calls a thing, explain finds it; and help is aligned on a Chinese terminal.
#include "cli/explain.h"

#include <gtest/gtest.h>

#include "cli/plain_text.h"
#include "features/pages.h"
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

TEST(Explain, a_part_of_an_article_names_the_rows_that_rest_on_it) {
  const auto granted = explain("第三十六条第二项", the_standard()).front();
  EXPECT_EQ(granted.rows, std::vector<std::string>{"（一）予以公开"});
  EXPECT_EQ(granted.facts["partRows"], nlohmann::ordered_json::array({"t3_granted"}));
  EXPECT_EQ(explain("第十六条第二款", the_standard()).front().rows.size(), 2U);
  EXPECT_TRUE(explain("第三十六条", the_standard()).front().rows.empty());
  EXPECT_TRUE(explain("第三十六条第八项", the_standard()).front().rows.empty());
  EXPECT_NE(run_cli({"explain", "第三十六条第二项"}).out.find("以此为依据的行列：（一）予以公开\n"), std::string::npos);
}

TEST(Explain, all_rows_of_the_newest_form_each_once) {
  const auto rows = [](const char* article) {
    const std::string text = run_cli({"explain", article}).out;
    const std::size_t at = text.find("相关行列：");
    return at == std::string::npos ? std::string() : text.substr(at, text.find('\n', at) - at);
  };
  EXPECT_NE(rows("36").find("2.重复申请"), std::string::npos) << "more than a dozen: " << rows("36");
  EXPECT_NE(rows("20").find("；以前格式另有 "), std::string::npos) << rows("20");
  for (const char* article : {"30", "50"}) {
    const std::string line = rows(article) + "、";
    for (const std::string label : {"、（六）其他处理、", "、总计、"}) {
      EXPECT_EQ(line.find(label), line.rfind(label)) << line;
    }
  }
}

TEST(Explain, no_ends_in_the_air_and_no_dead_links) {
  EXPECT_EQ(run_cli({"explain", "总体情况"}).out.find("：\n"), std::string::npos);
  EXPECT_NE(run_cli({"explain", "t3_denied_secret"}).out.find("所申请信息已依法定密。（解释）\n"), std::string::npos);
  const auto markdown = run_cli({"explain", "36", "--format", "markdown"}).out;
  EXPECT_EQ(markdown.find("nianbao:"), std::string::npos) << markdown;
  EXPECT_NE(markdown.find("[政府信息公开条例](https://"), std::string::npos) << markdown;
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

TEST(Explain, a_place_that_the_article_does_not_have_is_said) {
  EXPECT_TRUE(run_cli({"explain", "第三十六条第八项"}).out.starts_with("没有第三十六条第八项"));
  EXPECT_TRUE(run_cli({"explain", "第三十九条第三款"}).out.starts_with("没有第三十九条第三款"));
  EXPECT_FALSE(run_cli({"explain", "第三十六条第七项"}).out.starts_with("没有"));
  EXPECT_NE(run_cli({"explain", "第三十六条第五至第九项"}).out.find("没有第三十六条第九项"), std::string::npos);
  EXPECT_EQ(explain("第三十六条第八项", the_standard()).front().facts["missing"], "第三十六条第八项");
}

TEST(Explain, a_decree_names_its_law) {
  for (const char* query : {"第492号令第二十一条", "国务院令第492号第二十一条"}) {
    const auto found = explain(query, the_standard());
    ASSERT_FALSE(found.empty()) << query;
    EXPECT_EQ(found.front().facts["lawNumber"], "国务院令第492号") << query;
  }
}

TEST(Explain, words_of_a_label_are_enough) {
  const auto first = [](std::string_view query) {
    const auto found = explain(query, the_standard());
    return found.empty() ? std::string() : found.front().facts["id"].get<std::string>();
  };
  EXPECT_EQ(first("三安全一稳定"), "t3_denied_safety");
  EXPECT_EQ(first("逾期不补正"), "t3_other_nocorrect");
  EXPECT_EQ(first("行政查询事项"), "t3_denied_query");
  EXPECT_EQ(first("部分公开"), "t3_partial");
}

TEST(Explain, advice_is_that_of_the_form) {
  const auto page = [](const char* form) {
    return *features::page_text(std::string("nianbao:/entries/") + form + "/t2_fee.md", the_standard(), {});
  };
  EXPECT_NE(page("2021").find("填收费项目数"), std::string::npos);
  EXPECT_EQ(page("2019").find("以元填入万元栏"), std::string::npos);
  EXPECT_NE(page("2019").find("把收费金额填入项目数"), std::string::npos);
}

TEST(Explain, what_no_source_says_is_marked) {
  for (const auto& form : the_standard().forms) {
    for (const auto& entry : form.entries) {
      if (entry.definition_confidence == standard::Confidence::seen || entry.definition.empty()) continue;
      const auto page = features::page_text("nianbao:/entries/" + std::string(form.name) + "/" + entry.id + ".md",
                                            the_standard(), {});
      EXPECT_TRUE(page && page->find(entry.definition + " `") != std::string::npos) << entry.id;
    }
  }
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
