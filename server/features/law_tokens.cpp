// Colours of citations in prose.
#include "features/law_tokens.h"

#include "features/law_place.h"

namespace nianbao::features {

std::vector<Token> law_tokens(const View& view) {
  std::vector<Token> tokens;
  text::Offset end = 0;
  for (const report::Citation& citation : view.report().citations) {
    if (citation.in_table || citation.range.begin < end) continue;
    const bool is_name = citation.kind == report::CitationKind::name;
    const std::uint32_t modifiers = citation.short_name.empty() ? 0 : bit_of(TokenModifier::declaration);
    for (const text::ByteRange piece : lines_of(view.report().source, citation.range)) {
      tokens.push_back({piece, is_name ? TokenType::law : TokenType::citation, modifiers});
    }
    end = citation.range.end;
  }
  return tokens;
}

}  // namespace nianbao::features
