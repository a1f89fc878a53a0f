// A whole law as a read-only document: one heading per article, what it says, which rows of a table rest on it.
// Must not know LSP or any client.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "rules/rule.h"
#include "standard/law.h"
#include "standard/standard.h"

namespace nianbao::features {

/// nianbao:/law/711.md
[[nodiscard]] std::string law_page_uri(const standard::Law& law);
/// nianbao:/law/711/36.md: one article by itself.
[[nodiscard]] std::string law_page_uri(const standard::Law& law, std::int32_t article);

/// A row or column that rests on an article, in the newest form that has it. Those of newer forms come first.
struct CitingEntry {
  const standard::Form* form = nullptr;
  const standard::Entry* entry = nullptr;
};
[[nodiscard]] std::vector<CitingEntry> citing_entries(const standard::Standard& standard,
                                                      const standard::Article& article);

struct LawPage {
  std::string text;                             ///< Markdown
  std::map<std::int32_t, std::uint32_t> lines;  ///< zero-based line of each article's heading

  /// 0 for an article that is not there.
  [[nodiscard]] std::uint32_t line_of(std::int32_t article) const;
};

[[nodiscard]] LawPage law_page(const standard::Law& law, const rules::Context& context);

/// One article by itself, with its place in the law.
[[nodiscard]] std::string law_article_page(const standard::Law& law, const standard::Article& article,
                                           const rules::Context& context);

}  // namespace nianbao::features
