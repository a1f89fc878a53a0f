// Word lists made ready for looking up, once for all checks of a document.
// Must not know which words.
#pragma once

#include <memory>
#include <string_view>

#include "rules/memory.h"
#include "rules/rule.h"

namespace nianbao::rules {

/// `T(context)`, which depends on catalogue and settings only; kept in the context's memory under `rule`.
template <typename T>
[[nodiscard]] std::shared_ptr<const T> lexicon(const Context& context, std::string_view rule) {
  std::shared_ptr<const void> fresh;
  std::shared_ptr<const void>& kept = context.memory != nullptr ? context.memory->lexicon(rule) : fresh;
  if (kept == nullptr) kept = std::make_shared<const T>(context);
  return std::static_pointer_cast<const T>(kept);
}

}  // namespace nianbao::rules
