#include "features/pages.h"

#include <gtest/gtest.h>

#include "bold_marks.h"
#include "features/law_page.h"
#include "scene.h"

namespace nianbao::features {
namespace {

using test::the_standard;

TEST(Pages, EveryRuleHasAPage) {
  ASSERT_GT(the_standard().rules.size(), 40U);
  for (const standard::RuleSpec& rule : the_standard().rules) {
    const auto page = page_text(rule_page_uri(rule.id), the_standard(), {});
    ASSERT_TRUE(page) << rule.id;
    EXPECT_EQ(page->rfind("#", 0), 0U) << rule.id;
  }
}

TEST(Pages, EveryArticleSaysThatItIsASummary) {
  for (const standard::Law& law : the_standard().laws) {
    for (const standard::Article& article : law.articles) {
      const auto page = page_text(article_page_uri(law, article.number), the_standard(), {});
      ASSERT_TRUE(page) << law.id << ' ' << article.number;
      EXPECT_NE(page->find("不是条文原文"), std::string::npos) << law.id << ' ' << article.number;
    }
  }
}

TEST(Pages, EveryEntryHasAPage) {
  for (const standard::Form& form : the_standard().forms) {
    for (const standard::Entry& entry : form.entries) {
      EXPECT_TRUE(page_text(entry_page_uri(form, entry), the_standard(), {})) << entry.id;
    }
  }
}

TEST(Pages, WhatIsBoldShowsNoAsterisks) {
  const standard::Standard& standard = the_standard();
  std::vector<std::string> addresses;
  for (const standard::RuleSpec& rule : standard.rules) addresses.push_back(rule_page_uri(rule.id));
  for (const standard::Law& law : standard.laws) {
    addresses.push_back(law_page_uri(law));
    for (const standard::Article& article : law.articles) addresses.push_back(article_page_uri(law, article.number));
  }
  for (const standard::Form& form : standard.forms) {
    for (const standard::Entry& entry : form.entries) addresses.push_back(entry_page_uri(form, entry));
  }
  for (const rules::Locale locale : {rules::Locale::zh, rules::Locale::en}) {
    rules::Options options;
    options.locale = locale;
    for (const std::string& address : addresses) {
      const auto page = page_text(address, standard, options);
      ASSERT_TRUE(page) << address;
      EXPECT_EQ(test::dead_bold_mark(*page), "") << address;
    }
  }
}

TEST(Pages, ForeignAndBrokenAddressesHaveNone) {
  for (const char* uri :
       {"", "nianbao:", "nianbao:/", "nianbao:/rules/.md", "nianbao:/rules/sum/none.md", "nianbao:/law/711/x.md",
        "nianbao:/law/711/999.md", "nianbao:/law/none/1.md", "file:///etc/passwd", "nianbao:/law/711/36",
        "nianbao:/entries/2021/none.md", "nianbao:/entries/1999/t3_new.md"}) {
    EXPECT_FALSE(page_text(uri, the_standard(), {})) << uri;
  }
}

TEST(Pages, EscapesAndTripleSlashesAreUnderstood) {
  EXPECT_TRUE(page_text("nianbao:///rules/sum%2Frow-total.md", the_standard(), {}));
}

}  // namespace
}  // namespace nianbao::features
