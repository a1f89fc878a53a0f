// Reading of what stands behind a number.
#include "report/clause.h"

namespace nianbao::report {

using standard::WordRole;

bool joins(const FactToken& token) {
  return token.kind == FactTokenKind::pause ||
         (token.kind == FactTokenKind::word && token.word->role == WordRole::conjunction);
}

bool is_unknown(const FactToken& token) {
  return token.kind == FactTokenKind::unknown || token.kind == FactTokenKind::name;
}

Clause words_behind(const std::vector<FactToken>& tokens, std::size_t at) {
  Clause clause;
  for (std::size_t i = at + 1; i < tokens.size(); ++i) {
    const FactToken& token = tokens[i];
    if (is_unknown(token)) {
      ++clause.unknown;
      continue;
    }
    if (token.kind != FactTokenKind::word || token.word->role == WordRole::conjunction) break;
    if (token.word->counted) clause.classes.set(token.word->word_class);
    if (token.word->role == WordRole::limit) clause.limited = true;
    if (token.word->role == WordRole::comparison) clause.comparison = true;
    if (token.word->role == WordRole::wide) clause.unknown += 1;
  }
  return clause;
}

}  // namespace nianbao::report
