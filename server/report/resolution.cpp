// Whether a cited place exists in its law.
#include <algorithm>

#include "report/citations.h"
#include "text/numeral.h"

namespace nianbao::report {
namespace {

bool item_exists(const standard::ArticleParagraph& paragraph, std::int32_t item) {
  return std::ranges::any_of(paragraph.items,
                             [&](const auto& one) { return text::read_numeral(one.number).value == item; });
}

bool part_exists(const standard::Article& article, std::int32_t paragraph, std::int32_t item) {
  return std::ranges::any_of(article.paragraphs, [&](const standard::ArticleParagraph& one) {
    if (paragraph != 0 && one.number != paragraph) return false;
    return item == 0 || item_exists(one, item);
  });
}

}  // namespace

Resolution resolve(const standard::Law& law, const Citation& citation) {
  const std::int32_t last = std::max(citation.article, citation.last_article);
  for (std::int32_t number = citation.article; number <= last; ++number) {
    if (law.article(number) != nullptr) continue;
    return law.complete ? Resolution::unknown_article : Resolution::not_listed;
  }
  if (!law.parts_complete || (citation.paragraph == 0 && citation.item == 0)) return Resolution::resolved;
  const standard::Article& article = *law.article(citation.article);
  const std::int32_t last_item = std::max(citation.item, citation.last_item);
  for (std::int32_t item = citation.item; item <= last_item; ++item) {
    if (!part_exists(article, citation.paragraph, item)) return Resolution::unknown_part;
  }
  return Resolution::resolved;
}

}  // namespace nianbao::report
