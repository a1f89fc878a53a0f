// The documentation says what the program does: rule pages' examples are run, example reports give what they promise.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include <gtest/gtest.h>

#include "report/report.h"
#include "rules/rule.h"
#include "rules/rules.h"
#include "standard/standard.h"
#include "support/paths.h"
#include "syntax/tree.h"

namespace nianbao {
namespace {

namespace fs = std::filesystem;

const standard::Standard& the_standard() {
  static const standard::Standard loaded = *standard::load(standard::embedded_files());
  return loaded;
}

fs::path docs() {
  return fs::path(paths::source()) / "docs";
}

std::string content(const fs::path& path) {
  std::stringstream bytes;
  bytes << std::ifstream(path, std::ios::binary).rdbuf();
  return bytes.str();
}

/// `wanted` is looked for even where the catalogue has it off.
std::set<std::string> rules_found(const std::string& report, const std::string& wanted = {}) {
  rules::Options options;
  const standard::RuleSpec* spec = the_standard().rule(wanted);
  if (spec != nullptr && spec->severity == standard::Severity::off) {
    options.severities[wanted] = standard::Severity::information;
  }
  const text::Text text(report);
  std::set<std::string> found;
  const auto findings = rules::check(report::build(text, syntax::parse(text), the_standard()), the_standard(), options);
  for (const rules::Finding& finding : findings) found.insert(finding.rule);
  return found;
}

struct Page {
  std::string rule;
  std::vector<std::string> bad;
  std::vector<std::string> good;
};

/// Fenced blocks marked `nianbao` under the headings 例（错） and 例（对）.
Page read_page(const fs::path& path) {
  Page page{path.parent_path().filename().string() + "/" + path.stem().string(), {}, {}};
  std::istringstream lines(content(path));
  std::string line;
  std::string heading;
  std::string* open = nullptr;
  while (std::getline(lines, line)) {
    if (open != nullptr && line.starts_with("```")) {
      open = nullptr;
    } else if (open != nullptr) {
      *open += line + "\n";
    } else if (line.starts_with("## ")) {
      heading = line.substr(3);
    } else if (line.starts_with("```nianbao")) {
      auto& list = heading.find("错") != std::string::npos ? page.bad : page.good;
      open = &list.emplace_back();
    }
  }
  return page;
}

std::vector<fs::path> rule_pages() {
  std::vector<fs::path> pages;
  for (const auto& entry : fs::recursive_directory_iterator(docs() / "rules")) {
    if (entry.path().extension() == ".md" && entry.path().stem() != "README") pages.push_back(entry.path());
  }
  std::sort(pages.begin(), pages.end());
  return pages;
}

TEST(RulePages, EveryRuleThatIsCheckedHasAPageWithBothExamples) {
  for (const rules::RuleFamily& family : rules::registry()) {
    for (const std::string_view id : family.ids) {
      if (id.starts_with("settings/")) continue;
      const fs::path page = docs() / "rules" / (std::string(id) + ".md");
      ASSERT_TRUE(fs::exists(page)) << id;
      EXPECT_FALSE(read_page(page).bad.empty()) << id;
      EXPECT_FALSE(read_page(page).good.empty()) << id;
    }
  }
}

TEST(RulePages, BadExamplesTriggerTheRuleAndGoodOnesDoNot) {
  for (const fs::path& path : rule_pages()) {
    const Page page = read_page(path);
    for (const std::string& bad : page.bad) {
      EXPECT_TRUE(rules_found(bad, page.rule).contains(page.rule)) << page.rule << "\n" << bad;
    }
    for (const std::string& good : page.good) {
      EXPECT_FALSE(rules_found(good, page.rule).contains(page.rule)) << page.rule << "\n" << good;
    }
  }
}

TEST(RulePages, TheIndexNamesEveryPage) {
  const std::string index = content(docs() / "rules" / "README.md");
  for (const fs::path& path : rule_pages()) {
    const std::string link = fs::relative(path, docs() / "rules").generic_string();
    EXPECT_NE(index.find("(" + link + ")"), std::string::npos) << link;
  }
}

TEST(Examples, CleanReportsAreClean) {
  for (const char* name : {"form-2014.md", "form-2019.txt", "form-2021.md"}) {
    EXPECT_EQ(rules_found(content(docs() / "examples" / name)), std::set<std::string>{}) << name;
  }
}

TEST(Examples, FaultyReportsShowWhatTheyAreFor) {
  const auto found = [](const char* name) { return rules_found(content(docs() / "examples" / name)); };
  EXPECT_EQ(found("form-2021-errors.md"), (std::set<std::string>{"layout/section-title", "layout/year",
                                                                 "sum/case-total", "sum/culprit", "table/blank"}));
  EXPECT_EQ(found("form-2019-errors.txt"), (std::set<std::string>{"layout/section-missing", "sum/culprit",
                                                                  "table/not-a-number", "table/row-missing"}));
  EXPECT_EQ(found("form-2014-errors.md"),
            (std::set<std::string>{"sum/channels", "sum/statistics", "table/group-value"}));
}

}  // namespace
}  // namespace nianbao
