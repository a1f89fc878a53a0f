// How a place in the law is named and summed up in one line: 条例第三十六条第三项：决定不公开的，告知并说明理由.
// Must not know reports; what it quotes are our own summaries, never the statute's wording.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rules/rule.h"
#include "standard/form.h"

namespace nianbao::features {

/// 条例, or the law's name where it has no short one.
[[nodiscard]] std::string law_label(const rules::Context& context, const standard::LegalBasis& basis);

/// 条例第三十六条第三项. The paragraph is left out where the article has only one.
[[nodiscard]] std::string cite(const rules::Context& context, const standard::LegalBasis& basis);

/// A citation with what the place says in our words, and a mark unless its tie to the row was read in a source.
[[nodiscard]] std::string basis_line(const rules::Context& context, const standard::LegalBasis& basis);

/// What the row or column is, in the reader's language, marked where no source says it.
[[nodiscard]] std::string definition_of(const rules::Context& context, const standard::Entry& entry);

/// What counts here and what does not, and the usual mistake; nothing for entries that need no such advice.
[[nodiscard]] std::vector<std::string> counting_advice(const rules::Context& context, const standard::Entry& entry);

/// Surest first, otherwise in the order of the data.
[[nodiscard]] std::vector<const standard::LegalBasis*> by_certainty(const std::vector<standard::LegalBasis>& basis);

/// The same without law that did not apply in the report's year, unless nothing else is left.
[[nodiscard]] std::vector<const standard::LegalBasis*> basis_of_year(const rules::Context& context,
                                                                     const std::vector<standard::LegalBasis>& basis);

}  // namespace nianbao::features
