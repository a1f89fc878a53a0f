// The law at hand in the editor: hover, hints, definition, references, links, completion, colours, documents.
#include <algorithm>

#include <gtest/gtest.h>

#include "features/completion.h"
#include "features/document_links.h"
#include "features/highlights.h"
#include "features/hover.h"
#include "features/inlay_hints.h"
#include "features/law_page.h"
#include "features/navigation.h"
#include "features/pages.h"
#include "features/semantic_tokens.h"
#include "scene.h"
#include "standard/law_library.h"

namespace nianbao::features {
namespace {

using test::the_standard;

std::string report_with(const std::string& prose, int year = 2024) {
  return "青山县司法局" + std::to_string(year) + "年政府信息公开工作年度报告\n\n一、总体情况\n\n" + prose + "\n";
}

struct Desk {
  explicit Desk(const std::string& prose, rules::Options wished = {})
      : options(std::move(wished)), text(report_with(prose)), snapshot(test::snapshot_of(text, options)) {}

  [[nodiscard]] View view(const standard::Standard& standard = the_standard()) const {
    return {snapshot, standard, options};
  }
  [[nodiscard]] text::Offset at(std::string_view word) const { return test::offset_of(text, word); }
  [[nodiscard]] std::string hover_on(std::string_view word) const {
    const auto found = hover(snapshot, at(word) + 3, the_standard(), options);
    return found ? markdown_of(*found) : std::string();
  }
  rules::Options options;
  std::string text;
  Snapshot snapshot;
};

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

std::vector<std::string> proposals(std::string prose) {
  // ▮ marks the cursor and is not part of the text.
  const std::size_t at = prose.find("▮");
  prose.erase(at, std::string_view("▮").size());
  const std::string head = report_with("");
  const Desk desk(prose);
  const auto offset = static_cast<text::Offset>(head.size() - 1 + at);
  std::vector<std::string> labels;
  for (const Completion& item : completions(desk.view(), offset, {})) labels.push_back(item.label);
  return labels;
}

TEST(LawHover, TheCitedItemComesFirst) {
  const Desk desk("依据《条例》第三十六条第四项答复。");
  const std::string text = desk.hover_on("第三十六条");
  EXPECT_EQ(text.find("**第三十六条　答复的七种情形**"), 0U) << text;
  EXPECT_TRUE(has(text, "**第四项**　")) << text;
  EXPECT_LT(text.find("**第四项**"), text.find("（一）")) << text;
  EXPECT_TRUE(has(text, "2019年5月15日起施行")) << text;
}

TEST(LawHover, NamesRangesAndWhatDoesNotExist) {
  const Desk desk("《中华人民共和国政府信息公开条例》第十四至十六条，《条例》第六十二条，《青山省条例》第三条。");
  EXPECT_TRUE(has(desk.hover_on("中华人民"), "国务院令第711号"));
  EXPECT_TRUE(has(desk.hover_on("第十四至"), "第三方权益"));
  EXPECT_TRUE(has(desk.hover_on("第六十二条"), "没有这一条"));
  EXPECT_EQ(desk.hover_on("第三条"), "");
}

TEST(LawHover, ExactWordsOfTheLibraryAreMarked) {
  standard::Standard copy = the_standard();
  standard::add_law_texts(
      copy, {standard::read_law_text("条例(2019-04-03).md", "国务院令第711号\n第一条 原来的字句。\n").text});
  const Desk desk("《政府信息公开条例》第一条");
  const auto found = hover(desk.snapshot, desk.at("第一条") + 3, copy, desk.options);
  ASSERT_TRUE(found);
  EXPECT_TRUE(has(markdown_of(*found), "原来的字句。")) << markdown_of(*found);
  EXPECT_TRUE(has(markdown_of(*found), "以上为条文原文")) << markdown_of(*found);
}

TEST(LawHints, FirstMentionUnlessTheTextNamesTheSubject) {
  const auto labels = [](const std::string& prose, rules::LawHints when) {
    rules::Options options;
    options.law_hints = when;
    const Desk desk(prose, options);
    std::vector<std::string> found;
    for (const InlayHint& hint : inlay_hints(desk.view(), {0, static_cast<text::Offset>(desk.text.size())})) {
      if (hint.kind == InlayHint::Kind::law) found.push_back(hint.label);
    }
    return found;
  };
  using List = std::vector<std::string>;
  const std::string twice = "《条例》第三十六条。又《条例》第三十六条。";
  EXPECT_EQ(labels(twice, rules::LawHints::first), List{"（答复的七种情形）"});
  EXPECT_EQ(labels(twice, rules::LawHints::all).size(), 2U);
  EXPECT_EQ(labels(twice, rules::LawHints::off), List{});
  EXPECT_EQ(labels("答复的七种情形见《条例》第三十六条。", rules::LawHints::all), List{});
}

TEST(LawLinks, DefinitionIsTheHeadingInTheLawDocument) {
  const Desk desk("《条例》第三十六条。《条例》第三十六条第二项，第四十条。");
  const auto places = definition(desk.view(), desk.at("第三十六条") + 3);
  ASSERT_TRUE(places);
  EXPECT_EQ(places->page, "nianbao:/law/711.md");
  const auto page = page_text(places->page, the_standard(), {});
  ASSERT_TRUE(page);
  std::size_t line_begin = 0;
  for (std::uint32_t line = 0; line < places->page_line; ++line) line_begin = page->find('\n', line_begin) + 1;
  EXPECT_EQ(page->compare(line_begin, 4, "### "), 0);
  EXPECT_EQ(page->find("第三十六条", line_begin), line_begin + 4);
  EXPECT_EQ(references(desk.view(), desk.at("第三十六条") + 3, true)->targets.size(), 2U);
  EXPECT_EQ(highlights(desk.view(), desk.at("第三十六条") + 3).size(), 2U);
  EXPECT_EQ(highlights(desk.view(), desk.at("《条例》") + 3).size(), 2U);
}

TEST(LawLinks, LeadToTheOfficialPageOrOurs) {
  const Desk desk("《政府信息公开条例》第三十六条，国办公开办函〔2021〕30号，《其他办法》。");
  const auto links = document_links(desk.view());
  ASSERT_EQ(links.size(), 3U);
  EXPECT_TRUE(links[0].target.starts_with("https://www.gov.cn/"));
  EXPECT_EQ(links[1].target, "nianbao:/law/711/36.md");
  EXPECT_TRUE(page_text(links[2].target, the_standard(), {}));
}

TEST(LawLinks, CaptionsOfTablesLeadToTheirArticleAndAreColoured) {
  const Desk desk(
      "二、主动公开政府信息情况\n\n| 第二十条第（一）项 |  |  |  |\n| --- | --- | --- | --- |\n"
      "| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n| 规章 | 0 | 0 | 0 |\n| 行政规范性文件 | 2 | 1 | 14 "
      "|\n");
  const auto links = document_links(desk.view());
  ASSERT_EQ(links.size(), 1U);
  EXPECT_EQ(links[0].target, "nianbao:/law/711/20.md");
  EXPECT_EQ(links[0].range.begin, desk.at("第二十条"));
  const auto tokens = semantic_tokens(desk.view());
  const auto caption =
      std::ranges::find_if(tokens, [&](const Token& token) { return token.range.begin == desk.at("第二十条"); });
  ASSERT_NE(caption, tokens.end());
  EXPECT_EQ(caption->type, TokenType::citation);
  EXPECT_TRUE(has(desk.hover_on("第二十条"), "第二十条"));
}

TEST(LawPages, EveryLawHasOneHeadingPerArticle) {
  for (const standard::Law& law : the_standard().laws) {
    const auto page = page_text(law_page_uri(law), the_standard(), {});
    ASSERT_TRUE(page) << law.id;
    std::size_t headings = 0;
    for (std::size_t at = page->find("\n### "); at != std::string::npos; at = page->find("\n### ", at + 1)) ++headings;
    EXPECT_EQ(headings, law.articles.size()) << law.id;
  }
}

TEST(LawCompletion, WhereALawIsBeingWritten) {
  const auto contains = [](const std::vector<std::string>& list, std::string_view label) {
    return std::ranges::find(list, label) != list.end();
  };
  EXPECT_TRUE(contains(proposals("根据《▮"), "中华人民共和国政府信息公开条例"));
  const auto articles = proposals("根据《条例》第▮");
  ASSERT_EQ(articles.size(), 56U);
  EXPECT_EQ(articles[35], "第三十六条");
  EXPECT_EQ(proposals("根据《条例》第三十六条第（▮").size(), 7U);
  EXPECT_EQ(proposals("根据《条例》第三条第▮").size(), 4U);
  EXPECT_TRUE(contains(proposals("按照国办公▮"), "国办公开办函〔2021〕30号"));
  EXPECT_FALSE(contains(proposals("我局今年▮"), "第三十六条"));
  EXPECT_TRUE(has(completion_documentation(the_standard(), {}, "law/711/36"), "答复的七种情形"));
}

TEST(LawTokens, CitationsAreColoured) {
  const Desk desk("根据《条例》第三十六条");
  const auto tokens = semantic_tokens(desk.view());
  const auto colour = [&](std::string_view word) {
    const auto found =
        std::ranges::find_if(tokens, [&](const Token& token) { return token.range.begin == desk.at(word); });
    return found == tokens.end() ? std::string_view() : name_of(found->type);
  };
  EXPECT_EQ(colour("《条例》"), "class");
  EXPECT_EQ(colour("第三十六条"), "macro");
}

/// Issue: of all entries of all forms none lacks a definition, and each has its basis or says that there is none.
TEST(LawEntries, EachHasDefinitionAndBasisOrSaysSo) {
  std::size_t entries = 0;
  for (const standard::Form& form : the_standard().forms) {
    for (const standard::Entry& entry : form.entries) {
      ++entries;
      EXPECT_FALSE(entry.definition.empty()) << entry.id;
      EXPECT_FALSE(entry.definition_en.empty()) << entry.id;
      const auto page = page_text(entry_page_uri(form, entry), the_standard(), {});
      ASSERT_TRUE(page) << entry.id;
      const bool based = std::ranges::any_of(
          entry.basis, [](const standard::LegalBasis& one) { return one.confidence == standard::Confidence::seen; });
      EXPECT_TRUE(based || has(*page, "没有明确对应的条文") || has(*page, "`解释`") || has(*page, "`未核对`"))
          << entry.id << *page;
    }
  }
  EXPECT_GE(entries, 159U);
}

}  // namespace
}  // namespace nianbao::features
