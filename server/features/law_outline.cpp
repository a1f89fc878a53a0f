#include "features/law_outline.h"

#include <algorithm>
#include <unordered_map>

#include "standard/law_in_force.h"

namespace nianbao::features {

LawOutline law_outline(const View& view, std::string_view law) {
  LawOutline outline;
  const standard::Law* known = view.standard.law(law);
  if (known == nullptr) return outline;
  outline.law = &standard::in_force_for(view.standard, *known, view.report().year);
  std::unordered_map<std::int32_t, std::size_t> places;
  for (const standard::Article& article : outline.law->articles) {
    places.emplace(article.number, outline.articles.size());
    outline.articles.push_back({&article, {}});
  }
  for (const report::Citation& citation : view.report().citations) {
    if (citation.kind != report::CitationKind::provision || citation.law != outline.law->id) continue;
    if (citation.binding == report::Binding::caption) continue;
    // A range cannot be longer than the law, whatever numbers are written.
    const std::int32_t last =
        std::min(citation.last_article, outline.articles.empty() ? 0 : outline.articles.back().article->number);
    for (std::int32_t number = citation.article; number <= std::max(last, citation.article); ++number) {
      if (const auto found = places.find(number); found != places.end()) {
        outline.articles[found->second].cited.push_back(citation.range);
      }
    }
  }
  return outline;
}

}  // namespace nianbao::features
