// Colours of citations, in prose and in cells: they lie on top of what is around them.
#include "features/law_tokens.h"

#include "features/law_place.h"
#include "text/forward_lines.h"

namespace nianbao::features {

std::vector<Token> law_tokens(const View& view) {
  const text::Text& text = view.report().source;
  text::ForwardLines lines(text);
  std::vector<Token> tokens;
  text::Offset end = 0;
  for (const report::Citation& citation : view.report().citations) {
    if (citation.range.begin < end) continue;
    const bool is_name = citation.kind == report::CitationKind::name;
    const std::uint32_t modifiers = citation.short_name.empty() ? 0 : bit_of(TokenModifier::declaration);
    const TokenType type = is_name ? TokenType::law : TokenType::citation;
    end = citation.range.end;
    if (text.line(lines.line_of(citation.range.begin)).end >= end) {
      tokens.push_back({citation.range, type, modifiers});
      continue;
    }
    for (const text::ByteRange piece : lines_of(text, citation.range)) tokens.push_back({piece, type, modifiers});
  }
  return tokens;
}

}  // namespace nianbao::features
