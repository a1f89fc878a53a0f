// Where citations lead.
#include "features/law_links.h"

#include <utility>

#include "features/law_page.h"
#include "features/law_place.h"
#include "rules/law_common.h"

namespace nianbao::features {

using report::Citation;

std::optional<Places> law_definition(const View& view, text::Offset offset) {
  const Citation* citation = citation_at(view.report(), offset);
  const standard::Law* law = citation != nullptr ? view.standard.law(citation->law) : nullptr;
  if (law == nullptr || citation->law.empty()) return std::nullopt;
  Places places;
  places.origin = citation->range;
  places.page = law_page_uri(*law);
  const rules::Context context = view.context();
  places.page_line = law_page(*law, context).line_of(citation->article);
  return places;
}

std::optional<Places> law_references(const View& view, text::Offset offset, bool itself) {
  const Citation* citation = citation_at(view.report(), offset);
  if (citation == nullptr) return std::nullopt;
  Places places;
  places.origin = citation->range;
  for (const Citation& other : view.report().citations) {
    const bool here = other.range == citation->range;
    if (same_provision(*citation, other) && (itself || !here)) places.targets.push_back(other.range);
  }
  return places;
}

std::vector<Highlight> law_highlights(const View& view, text::Offset offset) {
  std::vector<Highlight> marks;
  const auto places = law_references(view, offset, true);
  if (!places) return marks;
  for (const text::ByteRange range : places->targets) marks.push_back({range, Highlight::Kind::text});
  return marks;
}

std::vector<DocumentLink> law_document_links(const View& view) {
  std::vector<DocumentLink> links;
  const rules::Context context = view.context();
  text::Offset end = 0;
  for (const Citation& citation : view.report().citations) {
    const standard::Law* law = citation.law.empty() ? nullptr : view.standard.law(citation.law);
    if (law == nullptr || citation.range.begin < end) continue;
    const auto pieces = lines_of(view.report().source, citation.range);
    if (pieces.empty()) continue;
    end = citation.range.end;
    const bool article = citation.kind == report::CitationKind::provision;
    if (article && law->article(citation.article) == nullptr) continue;
    DocumentLink link;
    link.range = pieces.front();
    link.target = article ? law_page_uri(*law, citation.article) : law->url.empty() ? law_page_uri(*law) : law->url;
    link.tooltip = context.say(article || law->url.empty() ? "law.link.page" : "law.link.official",
                               {{"law", rules::short_name_of(context, *law)}});
    links.push_back(std::move(link));
  }
  return links;
}

}  // namespace nianbao::features
