// What can be written next. Must not know LSP.
#include "features/completion.h"

#include "features/law_completion.h"

namespace nianbao::features {

std::vector<Completion> completions(const View& view, text::Offset offset, const CompletionOptions&) {
  return law_completions(view, offset);
}

std::string completion_documentation(const standard::Standard& standard, const rules::Options& options,
                                     std::string_view key) {
  return law_documentation(standard, options, key);
}

}  // namespace nianbao::features
