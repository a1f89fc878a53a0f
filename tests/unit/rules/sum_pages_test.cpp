// The pages of sum/*: their wrong example has exactly that finding, their right one has none, in both languages.

#include <algorithm>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "support/make_report.h"
#include "support/paths.h"

namespace nianbao::testing {
namespace {

std::vector<std::string> sum_rules() {
  std::vector<std::string> ids;
  for (const standard::RuleSpec& rule : the_standard().rules) {
    if (rule.id.starts_with("sum/")) ids.push_back(rule.id);
  }
  return ids;
}

std::string page_of(const std::string& rule) {
  const std::ifstream file(paths::source() + "/docs/rules/" + rule + ".md");
  std::ostringstream content;
  content << file.rdbuf();
  return content.str();
}

/// The fenced block behind a heading.
std::string example(const std::string& page, std::string_view heading) {
  constexpr std::string_view fence = "```nianbao\n";
  const std::size_t at = page.find(heading);
  const std::size_t begin = page.find(fence, at);
  const std::size_t end = page.find("\n```", begin);
  if (at == std::string::npos || begin == std::string::npos || end == std::string::npos) return {};
  return page.substr(begin + fence.size(), end + 1 - begin - fence.size());
}

class SumPage : public ::testing::TestWithParam<std::string> {};

TEST_P(SumPage, ShowsWhatItFindsAndWhatItLeaves) {
  const std::string page = page_of(GetParam());
  const std::string bad = example(page, "## 例（错）");
  const std::string good = example(page, "## 例（对）");
  ASSERT_FALSE(bad.empty());
  ASSERT_FALSE(good.empty());
  std::vector<std::string> said;
  for (const rules::Finding& finding : sum_findings(bad)) said.push_back(finding.rule + " " + finding.message);
  ASSERT_EQ(said.size(), 1U) << ::testing::PrintToString(said);
  EXPECT_TRUE(said.front().starts_with(GetParam() + " ")) << said.front();
  EXPECT_TRUE(sum_findings(good).empty());
}

TEST_P(SumPage, SpeaksShortlyInBothLanguages) {
  for (const rules::Locale locale : {rules::Locale::zh, rules::Locale::en}) {
    for (const rules::Finding& finding : sum_findings(example(page_of(GetParam()), "## 例（错）"), locale)) {
      EXPECT_EQ(finding.message.find('{'), std::string::npos) << finding.message;
      EXPECT_EQ(finding.message.find('\n'), std::string::npos);
      EXPECT_FALSE(finding.message.ends_with("。"));
      for (const rules::Related& related : finding.related) {
        EXPECT_EQ(related.message.find('{'), std::string::npos) << related.message;
      }
      for (const rules::Fix& fix : finding.fixes) EXPECT_EQ(fix.title.find('{'), std::string::npos) << fix.title;
    }
  }
}

TEST_P(SumPage, HasAllItsHeadings) {
  const std::string page = page_of(GetParam());
  for (const char* heading : {"## 查什么", "## 为什么", "## 例（错）", "## 例（对）", "## 怎样改", "## 何时可以忽略"}) {
    EXPECT_NE(page.find(heading), std::string::npos) << heading;
  }
}

INSTANTIATE_TEST_SUITE_P(All, SumPage, ::testing::ValuesIn(sum_rules()), [](const auto& each) {
  std::string name = each.param;
  std::replace_if(name.begin(), name.end(), [](char c) { return c == '/' || c == '-'; }, '_');
  return name;
});

}  // namespace
}  // namespace nianbao::testing
