// What one check of a document leaves for its next.
#include "rules/memory.h"

#include <utility>

namespace nianbao::rules {
namespace {

/// A document has few tables; more shapes than these come from typing in their midst.
constexpr std::size_t most_localisers = 8;

}  // namespace

void Memory::begin(const standard::Standard& standard, const Options& options) {
  Setting setting{&standard, options.locale, options.allowed_words, options.confusions};
  if (setting_ == setting) return;
  *this = {};
  setting_ = std::move(setting);
}

const localise::Localiser& Memory::localiser(const SumSystem& sums) {
  Key key;
  key.reserve(sums.instances.size());
  for (const Instance* instance : sums.instances) key.push_back(instance->relation);
  const auto known = localisers_.find(key);
  if (known != localisers_.end()) return known->second;
  if (localisers_.size() >= most_localisers) localisers_.clear();
  return localisers_.emplace(std::move(key), localise::Localiser(sums.sums)).first->second;
}

}  // namespace nianbao::rules
