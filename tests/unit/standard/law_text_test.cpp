// Official texts of a user's library: read to 款 and 项, put beside our summaries, told with their line where
// malformed.
#include "standard/law_text.h"

#include <filesystem>
#include <fstream>
#include <sstream>

#include "standard/law_library.h"
#include "standard_fixture.h"
#include "support/paths.h"
#include "text/numeral.h"

namespace nianbao::standard {
namespace {

constexpr std::string_view rules_of_a_province = R"(# 青山省政府信息公开条例实施办法

2020年3月1日 青山省人民政府令第12号公布

## 第一章 总则

第一条 为了做好工作，制定本办法。

第二条　下列事项由县级以上政府负责：

（一）编制目录；

（二）编制指南。

前款规定的事项每年更新一次。
)";

TEST(LawText, IsReadDownToItems) {
  const auto [text, problems] = read_law_text("青山省政府信息公开条例实施办法(2020-03-01).md", rules_of_a_province);
  EXPECT_TRUE(problems.empty());
  EXPECT_EQ(text.name, "青山省政府信息公开条例实施办法");
  EXPECT_EQ(text.version, "2020-03-01");
  EXPECT_EQ(text.number, "青山省人民政府令第12号");
  ASSERT_EQ(text.articles.size(), 2U);
  const ArticleWording& second = *text.article(2);
  ASSERT_EQ(second.paragraphs.size(), 2U);
  ASSERT_EQ(second.paragraphs[0].items.size(), 2U);
  EXPECT_EQ(second.paragraphs[0].items[1].text, "编制指南。");
  EXPECT_EQ(second.paragraphs[1].text, "前款规定的事项每年更新一次。");
  EXPECT_EQ(second.chapter, "第一章 总则");
}

TEST(LawText, SaysWhereItIsMalformed) {
  const auto gap = read_law_text("x.txt", "第一条 甲。\n\n第三条 乙。\n（一）丙；\n（三）丁。\n");
  ASSERT_EQ(gap.problems.size(), 2U);
  EXPECT_EQ(gap.problems[0].line, 3U);
  EXPECT_EQ(gap.problems[0].expected, 2);
  EXPECT_EQ(gap.problems[1].line, 5U);
  EXPECT_NE(gap.text.article(3), nullptr) << "the rest works all the same";
  EXPECT_EQ(read_law_text("x.txt", "这不是法规\n").problems.front().kind, LawTextProblem::Kind::no_articles);
  EXPECT_EQ(read_law_text("x.txt", "第一条\n第二条 乙。\n").problems.front().kind, LawTextProblem::Kind::empty);
  EXPECT_EQ(read_law_text("x.txt", "").problems.size(), 1U);
}

class LawLibrary : public StandardTest {};

TEST_F(LawLibrary, TextsGoToTheirLawOrBecomeOne) {
  Standard copy = standard;
  const std::size_t laws = copy.laws.size();
  std::vector<LawText> texts;
  texts.push_back(read_law_text("政府信息公开条例(2019-04-03).md", "国务院令第711号\n第一条 原文。\n").text);
  texts.push_back(read_law_text("行政复议法(2023-09-01).md", "第一条 新法。\n").text);
  texts.push_back(read_law_text("行政复议法(2017-09-01).md", "第一条 旧法。\n").text);
  texts.push_back(read_law_text("青山省政府信息公开条例实施办法(2020-03-01).md", rules_of_a_province).text);
  add_law_texts(copy, std::move(texts));
  EXPECT_EQ(copy.laws.size(), laws + 1);
  EXPECT_EQ(text_for(*copy.law("711"), 2024)->article(1)->paragraphs[0].text, "原文。");
  EXPECT_EQ(text_for(*copy.law("fuyi-2023"), 2024)->article(1)->paragraphs[0].text, "新法。");
  EXPECT_EQ(text_for(*copy.law("fuyi-2017"), 2020)->article(1)->paragraphs[0].text, "旧法。");
  const Law* local = copy.law("青山省政府信息公开条例实施办法");
  ASSERT_NE(local, nullptr);
  EXPECT_TRUE(local->from_library);
  EXPECT_EQ(local->article(2)->paragraphs[0].items[0].summary, "编制目录；");
}

/// What we cite of a law whose official text is at hand exists in it: article, 款 and 项.
TEST_F(LawLibrary, SummariesCiteOnlyWhatTheOfficialTextsHave) {
  const std::filesystem::path folder = std::filesystem::path(paths::shared()) / "law";
  std::error_code error;
  Standard copy = standard;
  std::vector<LawText> texts;
  for (const auto& file : std::filesystem::directory_iterator(folder, error)) {
    std::ostringstream content;
    content << std::ifstream(file.path(), std::ios::binary).rdbuf();
    auto reading = read_law_text(file.path().filename().string(), content.str());
    EXPECT_TRUE(reading.problems.empty()) << file.path();
    texts.push_back(std::move(reading.text));
  }
  if (texts.empty()) GTEST_SKIP() << "no law texts beside the checkout";
  add_law_texts(copy, std::move(texts));
  for (const char* id : {"711", "fuyi-2023", "susong-2017"}) {
    const Law& law = *copy.law(id);
    const LawText* text = text_for(law, std::nullopt);
    ASSERT_NE(text, nullptr) << id;
    for (const Article& article : law.articles) {
      const ArticleWording* wording = text->article(article.number);
      ASSERT_NE(wording, nullptr) << id << article.label;
      for (const ArticleParagraph& paragraph : article.paragraphs) {
        const auto number = static_cast<std::size_t>(paragraph.number);
        ASSERT_LE(number, wording->paragraphs.size()) << id << article.label;
        for (const ArticleItem& item : paragraph.items) {
          EXPECT_TRUE(std::ranges::count(wording->paragraphs[number - 1].items, text::read_numeral(item.number).value,
                                         &ItemWording::number))
              << id << article.label << " 第" << paragraph.number << "款第" << item.number << "项";
        }
      }
    }
  }
}

}  // namespace
}  // namespace nianbao::standard
