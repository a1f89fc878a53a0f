// The subject of an article beside its number.
#include "features/law_hints.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "features/law_place.h"
#include "features/law_wording.h"

namespace nianbao::features {
namespace {

using report::Citation;

constexpr text::Offset neighbourhood = 90;  // bytes around a citation where its subject may already be named

bool names_subject(const View& view, const Citation& citation, std::string_view caption) {
  const text::Text& source = view.report().source;
  const text::Offset begin = citation.range.begin - std::min(citation.range.begin, neighbourhood);
  const std::string_view around = source.slice({begin, std::min(source.size(), citation.range.end + neighbourhood)});
  return around.find(caption) != std::string_view::npos;
}

std::string tooltip_of(const View& view, const standard::Article& article, const Citation& citation) {
  const rules::Context context = view.context();
  const CitedPart part{citation.paragraph, citation.item};
  std::string out;
  for (const WordingLine& line : wording_of(context, *view.standard.law(citation.law), article)) {
    if ((citation.paragraph != 0 || citation.item != 0) && !line.is(part)) continue;
    if (!out.empty()) out += '\n';
    out += line.whole();
  }
  return out;
}

}  // namespace

std::vector<InlayHint> law_hints(const View& view, text::ByteRange range) {
  std::vector<InlayHint> hints;
  if (view.options.law_hints == rules::LawHints::off) return hints;
  const rules::Context context = view.context();
  std::set<std::pair<std::string, std::int32_t>> seen;
  for (const Citation& citation : view.report().citations) {
    const standard::Article* article = article_of(view.standard, citation);
    if (article == nullptr || citation.in_table || citation.article != citation.last_article) continue;
    const bool first = seen.emplace(citation.law, citation.article).second;
    if (!first && view.options.law_hints == rules::LawHints::first) continue;
    if (citation.range.end < range.begin || citation.range.end > range.end || article->caption.empty()) continue;
    // 第二项 of a list: its article is named already.
    if (!citation.text.starts_with("第") || citation.text.find("条") == std::string::npos) continue;
    if (names_subject(view, citation, article->caption)) continue;
    InlayHint hint;
    hint.kind = InlayHint::Kind::law;
    hint.at = citation.range.end;
    hint.label = context.say("law.hint", {{"caption", article->caption}});
    hint.tooltip = tooltip_of(view, *article, citation);
    hints.push_back(std::move(hint));
  }
  return hints;
}

}  // namespace nianbao::features
