// Rules, messages and words: the catalogue that users see.
#include <set>

#include "standard_fixture.h"

namespace nianbao::standard {
namespace {

using Catalogue = StandardTest;

std::set<std::string> placeholders(const std::string& text) {
  std::set<std::string> found;
  for (std::size_t open = text.find('{'); open != std::string::npos; open = text.find('{', open + 1)) {
    const std::size_t close = text.find('}', open);
    EXPECT_NE(close, std::string::npos) << text;
    // {count|place|places} chooses words by the same number.
    if (close != std::string::npos)
      found.insert(text.substr(open + 1, std::min(close, text.find('|', open)) - open - 1));
  }
  return found;
}

TEST_F(Catalogue, HasEveryRuleOfTheContract) {
  EXPECT_EQ(standard.rules.size(), 62U);
  const RuleSpec* rule = standard.rule("sum/row-total");
  ASSERT_NE(rule, nullptr);
  EXPECT_EQ(rule->severity, Severity::error);
  EXPECT_TRUE(rule->fixable);
  EXPECT_EQ(standard.rule("year/jump")->severity, Severity::off);
  EXPECT_EQ(standard.rule("prose/percent")->severity, Severity::information);
  EXPECT_EQ(standard.rule("sum/nothing"), nullptr);
  for (const RuleSpec& each : standard.rules) {
    EXPECT_FALSE(each.title.empty()) << each.id;
    EXPECT_FALSE(each.title_en.empty()) << each.id;
    for (const auto& [name, words] : each.words) EXPECT_FALSE(words.empty()) << each.id << " " << name;
  }
}

TEST_F(Catalogue, SpeaksBothLanguagesWithTheSameFacts) {
  EXPECT_FALSE(standard.messages.zh.empty());
  for (const auto& [id, text] : standard.messages.zh) {
    const auto english = standard.messages.en.find(id);
    ASSERT_NE(english, standard.messages.en.end()) << id;
    EXPECT_EQ(placeholders(text), placeholders(english->second)) << id;
  }
  EXPECT_EQ(standard.messages.zh.size(), standard.messages.en.size());
}

/// The manner of speaking: no verdicts, no address of a person, no final stop, one line.
TEST_F(Catalogue, StaysPolite) {
  for (const auto& [id, text] : standard.messages.zh) {
    for (const char* word : {"非法", "违规", "必须", "禁止", "严重", "您", "你", "忘记", "失误", "！"}) {
      EXPECT_EQ(text.find(word), std::string::npos) << id << ": " << word;
    }
  }
}

TEST_F(Catalogue, TurnsRegionalWordsIntoOfficialOnesForGood) {
  for (const WordVariant& variant : standard.word_variants) {
    for (const WordVariant& other : standard.word_variants) {
      EXPECT_EQ(variant.to.find(other.from), std::string::npos)
          << variant.to << " would be changed again by " << other.from;
    }
  }
  const auto& list = standard.word_variants;
  EXPECT_TRUE(std::ranges::count(list, "规范性档案", &WordVariant::from));
  EXPECT_FALSE(std::ranges::count(list, "档案", &WordVariant::from)) << "档案 is a word of its own";
}

TEST_F(Catalogue, EmbedsRulePagesUnderTheirRule) {
  for (const DataFile& file : embedded_files()) {
    if (!file.name.starts_with("rules/")) continue;
    std::string id(file.name.substr(6));
    id.resize(id.size() - 3);
    const RuleSpec* rule = standard.rule(id);
    ASSERT_NE(rule, nullptr) << "a page without a rule: " << id;
    EXPECT_EQ(rule->page, file.content) << id;
  }
}

}  // namespace
}  // namespace nianbao::standard
