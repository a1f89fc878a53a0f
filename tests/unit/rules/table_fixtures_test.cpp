// Every rule on tables and layout: its bad fixture has it, its good one does not, and its preferred fix ends it.
#include <algorithm>
#include <filesystem>

#include <gtest/gtest.h>

#include "support/paths.h"
#include "table_scene.h"

namespace nianbao::rules::test {
namespace {

namespace fs = std::filesystem;

const fs::path fixtures = fs::path(paths::source()) / "tests/fixtures/rules";

std::vector<std::string> rules_with_fixtures() {
  std::vector<std::string> ids;
  for (const char* group : {"table", "layout"}) {
    for (const auto& entry : fs::directory_iterator(fixtures / group)) {
      if (fs::exists(entry.path() / "bad.md"))
        ids.push_back(std::string(group) + "/" + entry.path().filename().string());
    }
  }
  std::sort(ids.begin(), ids.end());
  return ids;
}

class RuleFixture : public ::testing::TestWithParam<std::string> {
 protected:
  [[nodiscard]] static Scene scene(const std::string& name) { return Scene(read_file(fixtures / GetParam() / name)); }
};

TEST_P(RuleFixture, IsSaidOfTheBadReportAlone) {
  const Scene bad = scene("bad.md");
  EXPECT_EQ(bad.rules_said(), std::vector{GetParam()});
  const Scene good = scene("good.md");
  EXPECT_TRUE(good.rules_said().empty()) << ::testing::PrintToString(good.rules_said());
}

TEST_P(RuleFixture, EndsWithItsPreferredFix) {
  const Scene bad = scene("bad.md");
  for (const Finding& finding : bad.of(GetParam())) {
    for (const Fix& fix : finding.fixes) {
      if (!fix.preferred) continue;
      const Scene fixed(bad.after(fix));
      EXPECT_TRUE(fixed.of(GetParam()).empty()) << fix.title;
    }
  }
}

TEST_P(RuleFixture, SpeaksShortlyInBothLanguages) {
  for (const Locale locale : {Locale::zh, Locale::en}) {
    const Scene bad(read_file(fixtures / GetParam() / "bad.md"), locale);
    for (const Finding& finding : bad.findings) {
      EXPECT_EQ(finding.message.find('{'), std::string::npos) << finding.message;
      EXPECT_EQ(finding.message.find("\n"), std::string::npos) << finding.message;
      EXPECT_EQ(finding.message.find(finding.rule), std::string::npos) << "no message for it: " << finding.message;
      EXPECT_FALSE(finding.message.ends_with("。")) << finding.message;
      for (const Fix& fix : finding.fixes) EXPECT_EQ(fix.title.find("/"), std::string::npos) << fix.title;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(All, RuleFixture, ::testing::ValuesIn(rules_with_fixtures()), [](const auto& each) {
  std::string name = each.param;
  std::replace_if(name.begin(), name.end(), [](char c) { return c == '/' || c == '-'; }, '_');
  return name;
});

TEST(RuleFixtures, ExistForEveryRuleOnTables) {
  const auto ids = rules_with_fixtures();
  for (const standard::RuleSpec& rule : the_standard().rules) {
    if (!rule.id.starts_with("table/")) continue;
    EXPECT_NE(std::find(ids.begin(), ids.end(), rule.id), ids.end()) << rule.id;
  }
}

}  // namespace
}  // namespace nianbao::rules::test
