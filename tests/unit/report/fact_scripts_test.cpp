// What a sentence counts does not depend on its script, nor on a page that ends within it.
#include <gtest/gtest.h>

#include "report/report.h"
#include "support/clean_prose.h"
#include "support/known_forms.h"
#include "support/make_report.h"
#include "syntax/tree.h"
#include "text/normalise.h"
#include "text/utf8.h"

namespace nianbao::report {
namespace {

std::string facts_of(const std::string& sentence) {
  const text::Text text("云岭市水利局2023年政府信息公开工作年度报告\n\n一、总体情况\n\n" + sentence + "\n");
  const Report report = build(text, syntax::parse(text), testing::the_standard());
  std::string out;
  for (const Count& count : report.facts.counts) {
    out += std::to_string(count.value.scaled) + "/" + (count.subject ? std::to_string(*count.subject) : "-") +
           (count.scope == Scope::wide ? "w" : "") + std::to_string(static_cast<int>(count.span)) +
           std::to_string(static_cast<int>(count.precision)) + (count.limited ? "l" : "") + (count.negated ? "n" : "") +
           " ";
  }
  for (const PartList& list : report.facts.lists) {
    out += std::to_string(list.total) + ":" + std::to_string(list.parts.size()) + (list.complete ? "c" : "") +
           (list.open ? "o" : "") + " ";
  }
  for (const Percentage& percentage : report.facts.percentages) out += percentage.text + "% ";
  return out;
}

std::vector<std::string> sentences() {
  std::vector<std::string> texts;
  const standard::Form& form = testing::the_standard().form(known::f2021);
  const std::vector<Decimal> cells(form.cells.size(), Decimal::of(12));
  const test::ProseValues values{form, 2023, "云岭市水利局", cells};
  for (const auto& sentence : test::clean_sentences(values, 7)) texts.push_back(sentence.text);
  return texts;
}

/// Places between two characters where the half before is long enough to be one: a comma and twenty characters.
std::vector<std::size_t> breaks_of(const std::string& sentence) {
  std::vector<std::size_t> breaks;
  for (std::size_t at = 66; at < sentence.size(); at += text::scalar_at(sentence, at).length) {
    at = text::scalar_begin(sentence, at);
    const std::string before = sentence.substr(0, at);
    const char32_t next = text::scalar_at(sentence, at).value;
    const bool inside = before.find("，") != std::string::npos && next >= 0x4E00 && next <= 0x9FFF;
    const bool ends = before.ends_with("。") || before.ends_with("；") || before.ends_with("：") ||
                      before.ends_with("）") || before.ends_with("”") || before.ends_with("》");
    constexpr std::u32string_view openers = U"一二三四五六七八九十第附";
    if (inside && !ends && openers.find(next) == std::u32string_view::npos) breaks.push_back(at);
  }
  return breaks;
}

TEST(Facts, AreTheSameInTraditionalScript) {
  std::size_t with_facts = 0;
  for (const std::string& sentence : sentences()) {
    const std::string facts = facts_of(sentence);
    with_facts += facts.empty() ? 0U : 1U;
    EXPECT_EQ(facts_of(text::to_traditional(sentence)), facts) << sentence;
  }
  EXPECT_GT(with_facts, 20U);
}

TEST(Facts, AnOrganMayBeginWithARareCharacter) {
  const text::Text text(
      "𬒗水局2023年政府信息公开工作年度报告\n\n一、总体情况\n\n2023年，𬒗水局共收到政府信息公开申请9999件。\n");
  const Report report = build(text, syntax::parse(text), testing::the_standard());
  ASSERT_EQ(report.facts.counts.size(), 1U);
  EXPECT_TRUE(report.facts.counts.front().subject.has_value());
}

TEST(Facts, AreTheSameOverAPageBreak) {
  std::size_t tried = 0;
  for (const std::string& sentence : sentences()) {
    const std::string facts = facts_of(sentence);
    if (facts.empty()) continue;
    const std::vector<std::size_t> breaks = breaks_of(sentence);
    for (std::size_t i = 0; i < breaks.size(); i += 5) {
      std::string broken = sentence;
      broken.insert(breaks[i], "\n\n— 3 —\n\n");
      EXPECT_EQ(facts_of(broken), facts) << broken;
      ++tried;
    }
  }
  EXPECT_GT(tried, 50U);
}

}  // namespace
}  // namespace nianbao::report
