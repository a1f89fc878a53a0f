// A citation under the cursor, and what belongs to the same provision.
#include "features/law_place.h"

#include <algorithm>

#include "rules/law_common.h"

namespace nianbao::features {

using report::Citation;
using report::CitationKind;

const Citation* citation_at(const report::Report& report, text::Offset offset) {
  const Citation* best = nullptr;
  for (const Citation& citation : report.citations) {
    if (citation.range.begin > offset) break;
    if (!citation.range.touches(offset)) continue;
    const bool inside = citation.range.contains(offset);
    const bool best_inside = best != nullptr && best->range.contains(offset);
    if (best == nullptr || (inside && !best_inside) ||
        (inside == best_inside && citation.range.size() <= best->range.size())) {
      best = &citation;
    }
  }
  return best;
}

bool same_provision(const Citation& one, const Citation& other) {
  const bool provisions = one.kind == CitationKind::provision;
  if (provisions != (other.kind == CitationKind::provision)) return false;
  if (one.law != other.law) return false;
  if (!provisions) return !one.law.empty() || one.text == other.text;
  if (one.law.empty()) return one.text == other.text;
  return one.article <= other.last_article && other.article <= one.last_article;
}

std::vector<text::ByteRange> lines_of(const text::Text& text, text::ByteRange range) {
  std::vector<text::ByteRange> pieces;
  const std::uint32_t last = text.line_of(range.end);
  for (std::uint32_t line = text.line_of(range.begin); line <= last; ++line) {
    const text::ByteRange whole = text.line(line);
    const text::ByteRange piece{std::max(whole.begin, range.begin), std::min(whole.end, range.end)};
    if (piece.empty() || text.slice(piece).find_first_not_of(" \t") == std::string_view::npos) continue;
    pieces.push_back(piece);
  }
  return pieces;
}

const standard::Article* article_of(const standard::Standard& standard, const Citation& citation) {
  if (citation.kind != CitationKind::provision || citation.law.empty()) return nullptr;
  const standard::Law* law = standard.law(citation.law);
  return law != nullptr ? law->article(citation.article) : nullptr;
}

std::string date_in_words(const rules::Context& context, std::string_view iso) {
  return rules::date_text(context, iso);
}

}  // namespace nianbao::features
