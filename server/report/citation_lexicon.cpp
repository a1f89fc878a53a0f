// What citations are looked up in.
#include "report/citation_lexicon.h"

#include "report/flow.h"

namespace nianbao::report {

CitationLexicon::CitationLexicon(const standard::Standard& standard, std::optional<std::int32_t> report_year)
    : standard_(&standard), names_(standard, report_year) {
  for (const standard::Form& form : standard.forms) {
    for (const standard::Entry& entry : form.entries) {
      if (entry.kind == standard::EntryKind::caption) captions_.emplace(folded_name(entry.label), &entry);
    }
  }
}

const standard::Entry* CitationLexicon::caption(std::string_view folded) const {
  const auto found = captions_.find(folded);
  return found != captions_.end() ? found->second : nullptr;
}

}  // namespace nianbao::report
