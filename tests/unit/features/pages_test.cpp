#include "features/pages.h"

#include <gtest/gtest.h>

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
