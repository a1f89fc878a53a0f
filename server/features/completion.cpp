#include "features/completion.h"

namespace nianbao::features {

std::vector<Completion> completions(const View&, text::Offset, const CompletionOptions&) {
  return {};
}

std::string completion_documentation(const standard::Standard&, const rules::Options&, std::string_view) {
  return {};
}

}  // namespace nianbao::features
