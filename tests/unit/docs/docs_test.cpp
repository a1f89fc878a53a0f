// The documentation says what the program does: rule pages' examples are run, example reports give what they promise.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <list>
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

report::Report read(const std::string& report) {
  const text::Text text(report);
  return report::build(text, syntax::parse(text), the_standard());
}

/// A report with those that stand beside it: last year's, or the parts that it is put together from.
struct Example {
  std::string report;
  std::vector<std::string> last_year;
  std::vector<std::string> parts;
};

/// `wanted` is looked for even where the catalogue has it off.
std::vector<rules::Finding> findings_of(const Example& example, const std::string& wanted) {
  rules::Options options;
  const standard::RuleSpec* spec = the_standard().rule(wanted);
  if (spec != nullptr && spec->severity == standard::Severity::off) {
    options.severities[wanted] = standard::Severity::information;
  }
  std::list<rules::Digest> digests;
  const auto digest = [&](const std::string& text) {
    return &digests.emplace_back(rules::digest_of(read(text), the_standard(), "beside"));
  };
  rules::Relatives relatives;
  for (const std::string& text : example.last_year) relatives.last_year = digest(text);
  for (const std::string& text : example.parts) relatives.parts.push_back(digest(text));
  return rules::check(read(example.report), the_standard(), options, relatives);
}

std::set<std::string> rules_found(const Example& example, const std::string& wanted = {}) {
  std::set<std::string> found;
  for (const rules::Finding& finding : findings_of(example, wanted)) found.insert(finding.rule);
  return found;
}

std::set<std::string> rules_found(const std::string& report) {
  return rules_found(Example{report, {}, {}});
}

struct Page {
  std::string rule;
  std::vector<Example> bad;
  std::vector<Example> good;
};

/// Fenced blocks marked `nianbao` under the headings 例（错） and 例（对）; those marked 在旁 or 各部分 as well belong
/// to the next one.
Page read_page(const fs::path& path) {
  Page page{path.parent_path().filename().string() + "/" + path.stem().string(), {}, {}};
  std::istringstream lines(content(path));
  std::string line;
  std::string heading;
  Example next;
  std::string* open = nullptr;
  while (std::getline(lines, line)) {
    if (open != nullptr && line.starts_with("```")) {
      if (open == &next.report) {
        (heading.find("错") != std::string::npos ? page.bad : page.good).push_back(next);
        next = {};
      }
      open = nullptr;
    } else if (open != nullptr) {
      *open += line + "\n";
    } else if (line.starts_with("## ")) {
      heading = line.substr(3);
    } else if (line.starts_with("```nianbao")) {
      open = line.ends_with("在旁")     ? &next.last_year.emplace_back()
             : line.ends_with("各部分") ? &next.parts.emplace_back()
                                        : &next.report;
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
    for (const Example& bad : page.bad) {
      EXPECT_TRUE(rules_found(bad, page.rule).contains(page.rule)) << page.rule << "\n" << bad.report;
    }
    for (const Example& good : page.good) {
      EXPECT_FALSE(rules_found(good, page.rule).contains(page.rule)) << page.rule << "\n" << good.report;
    }
  }
}

TEST(RulePages, WhatTheCatalogueCallsFixableOffersAFixAndNothingElseDoes) {
  std::vector<Example> examples;
  std::set<std::string> rules;
  for (const fs::path& path : rule_pages()) {
    const Page page = read_page(path);
    rules.insert(page.rule);
    examples.insert(examples.end(), page.bad.begin(), page.bad.end());
  }
  for (const auto& entry :
       fs::recursive_directory_iterator(fs::path(paths::source()) / "tests" / "fixtures" / "rules")) {
    if (entry.path().extension() == ".md") examples.push_back({content(entry.path()), {}, {}});
  }
  std::set<std::string> offer;
  std::set<std::string> said;
  for (const Example& example : examples) {
    for (const rules::Finding& finding : findings_of(example, {})) {
      said.insert(finding.rule);
      if (!finding.fixes.empty()) offer.insert(finding.rule);
    }
  }
  // Fixable in other cases than those shown: 5.0, and sums with several ways out (tests of the rules).
  offer.insert({"table/not-an-integer", "sum/balance", "sum/result-total"});
  for (const std::string& rule : rules) {
    const standard::RuleSpec* spec = the_standard().rule(rule);
    ASSERT_NE(spec, nullptr) << rule;
    EXPECT_TRUE(spec->fixable || !offer.contains(rule)) << rule << " offers a fix";
    EXPECT_TRUE(!spec->fixable || !said.contains(rule) || offer.contains(rule)) << rule << " offers none";
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
