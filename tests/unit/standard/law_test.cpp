// The law: what is there, and that every citation of the form points at something that exists.
#include <filesystem>
#include <fstream>
#include <sstream>

#include "standard_fixture.h"
#include "support/paths.h"

namespace nianbao::standard {
namespace {

using LawData = StandardTest;

std::string law_text() {
  const std::filesystem::path folder = std::filesystem::path(paths::shared()) / "law";
  std::error_code error;
  for (const auto& file : std::filesystem::directory_iterator(folder, error)) {
    const std::string name = file.path().filename().string();
    if (name.find("政府信息公开条例") == std::string::npos) continue;
    std::ifstream stream(file.path(), std::ios::binary);
    std::ostringstream content;
    content << stream.rdbuf();
    return content.str();
  }
  return {};
}

/// Paragraphs of one article of the printed law, items (in brackets) kept apart.
struct PrintedArticle {
  std::vector<std::vector<std::string>> items_by_paragraph;
};

/// 一 of a line that begins with (一) or （一）; empty for any other line.
std::string item_number(std::string_view line) {
  for (const auto& [open, close] : {std::pair<std::string_view, std::string_view>{"(", ")"}, {"（", "）"}}) {
    const std::size_t end = line.find(close);
    if (line.starts_with(open) && end != std::string_view::npos && end <= open.size() + 9) {
      return std::string(line.substr(open.size(), end - open.size()));
    }
  }
  return {};
}

PrintedArticle printed_article(const std::string& text, const std::string& label) {
  PrintedArticle result;
  std::istringstream lines(text);
  bool inside = false;
  for (std::string line; std::getline(lines, line);) {
    if (line.rfind("第", 0) == 0) inside = line.rfind(label + " ", 0) == 0;
    if (!inside || line.empty() || line[0] == '#') continue;
    const std::string item = item_number(line);
    if (!item.empty()) {
      if (!result.items_by_paragraph.empty()) result.items_by_paragraph.back().push_back(item);
    } else {
      result.items_by_paragraph.emplace_back();
    }
  }
  return result;
}

TEST_F(LawData, HoldsAllArticlesOfTheRegulation) {
  const Law* law = standard.law("711");
  ASSERT_NE(law, nullptr);
  EXPECT_TRUE(law->complete);
  EXPECT_EQ(law->in_force, "2019-05-15");
  ASSERT_EQ(law->articles.size(), 56U);
  for (std::int32_t number = 1; number <= 56; ++number) EXPECT_NE(law->article(number), nullptr) << number;
  EXPECT_EQ(law->article(0), nullptr);
  EXPECT_EQ(law->article(57), nullptr);
  EXPECT_EQ(law->article(36)->caption, "答复的七种情形");
  EXPECT_EQ(law->article(36)->paragraphs.at(0).items.size(), 7U);
  EXPECT_EQ(law->article(20)->paragraphs.at(0).items.size(), 15U);
}

TEST_F(LawData, IsFoundByEveryTrueName) {
  const Law* law = standard.law("711");
  for (const char* name : {"政府信息公开条例", "中华人民共和国政府信息公开条例", "国务院令第711号"}) {
    EXPECT_EQ(standard.law(name), law) << name;
  }
  EXPECT_EQ(standard.law("国务院令第492号")->id, "492");
  EXPECT_EQ(standard.law("行政复议法")->in_force, "2024-01-01");
  EXPECT_NE(standard.law("国办公开办函〔2021〕30号"), nullptr);
  EXPECT_EQ(standard.law("国办公开办函〔2019〕60号")->replaced_by, standard.law("国办公开办函〔2021〕30号")->id);
  EXPECT_EQ(standard.law("政府信息公开法"), nullptr);
}

TEST_F(LawData, LeadsFromTheOldRegulationToTheNew) {
  const Law* old = standard.law("492");
  ASSERT_NE(old, nullptr);
  EXPECT_EQ(old->replaced_by, "711");
  EXPECT_EQ(old->repealed, "2019-05-15");
  ASSERT_EQ(old->articles.size(), 38U);
  EXPECT_EQ(old->article(31)->successors, std::vector<std::int32_t>{49});
  EXPECT_EQ(old->article(14)->successors, (std::vector<std::int32_t>{14, 15, 17}));
  EXPECT_EQ(old->article(34)->confidence, Confidence::recalled);
}

TEST_F(LawData, HasCaptionsThatFitBesideTheText) {
  for (const Law& law : standard.laws) {
    for (const Article& article : law.articles) {
      std::size_t characters = 0;
      for (const char c : article.caption) characters += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1U : 0U;
      EXPECT_GE(characters, 2U) << law.id << article.label;
      EXPECT_LE(characters, 10U) << law.id << article.label;
      EXPECT_FALSE(article.paragraphs.empty()) << law.id << article.label;
    }
  }
}

TEST_F(LawData, HasThePlacesThatTheFormsCite) {
  for (const Form& form : standard.forms) {
    for (const Entry& entry : form.entries) {
      for (const LegalBasis& basis : entry.basis) {
        if (basis.article == 0) continue;
        const Article* article = standard.law(basis.law_id)->article(basis.article);
        ASSERT_NE(article, nullptr) << entry.id;
        if (basis.item.empty() && basis.paragraph == 0) continue;
        const auto paragraph = std::ranges::find(article->paragraphs, basis.paragraph == 0 ? 1 : basis.paragraph,
                                                 &ArticleParagraph::number);
        ASSERT_NE(paragraph, article->paragraphs.end()) << entry.id << " " << basis.law_id << article->label;
        if (basis.item.empty()) continue;
        EXPECT_TRUE(std::ranges::count(paragraph->items, basis.item, &ArticleItem::number))
            << entry.id << " " << basis.law_id << article->label << basis.item;
      }
    }
  }
}

TEST_F(LawData, KnowsWhichRowsRestOnAnArticle) {
  const auto& rows = standard.law("711")->article(36)->cited_by;
  EXPECT_TRUE(std::ranges::count(rows, "t3_refused_repeat"));
  EXPECT_TRUE(std::ranges::count(rows, "t3_granted"));
  EXPECT_EQ(std::ranges::count(rows, "t3_granted"), 1) << "once, although two forms have the row";
}

/// Our summaries follow the printed law in number of paragraphs and items, so that 第n款第x项 means the same in both.
TEST_F(LawData, FollowsThePrintedTextParagraphByParagraph) {
  const std::string text = law_text();
  if (text.empty()) GTEST_SKIP() << "no law text beside the checkout";
  for (const Article& article : standard.law("711")->articles) {
    const PrintedArticle printed = printed_article(text, article.label);
    ASSERT_EQ(printed.items_by_paragraph.size(), article.paragraphs.size()) << article.label;
    for (std::size_t i = 0; i < article.paragraphs.size(); ++i) {
      std::vector<std::string> numbers;
      for (const ArticleItem& item : article.paragraphs[i].items) numbers.push_back(item.number);
      EXPECT_EQ(printed.items_by_paragraph[i], numbers) << article.label << " 第" << i + 1 << "款";
    }
  }
}

}  // namespace
}  // namespace nianbao::standard
