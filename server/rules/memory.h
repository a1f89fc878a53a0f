// What one check of a document leaves for its next: work that depends on the shape of the tables, not on their numbers,
// on the settings, not on the text, and on paragraphs that were not edited.
// Must not know documents; findings are the same with and without it.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/localise/localise.h"
#include "rules/prose_memory.h"
#include "rules/rule.h"
#include "rules/sum_system.h"

namespace nianbao::rules {

class Memory {
 public:
  /// To be called before a check: what other settings left is forgotten.
  void begin(const standard::Standard& standard, const Options& options);
  /// The localiser of these sums, made where it is not yet known. Valid until the next call.
  [[nodiscard]] const localise::Localiser& localiser(const SumSystem& sums);
  /// What a rule made of its word lists; null where it has not yet made it (rules/lexicon.h).
  [[nodiscard]] std::shared_ptr<const void>& lexicon(std::string_view rule) { return lexicons_[rule]; }
  [[nodiscard]] ProseMemory& prose() { return prose_; }

 private:
  /// The settings that word lists depend on.
  struct Setting {
    const standard::Standard* standard = nullptr;
    Locale locale = Locale::zh;
    std::vector<std::string> allowed_words;
    std::vector<std::string> confusions;
    friend bool operator==(const Setting&, const Setting&) = default;
  };
  using Key = std::vector<const standard::Relation*>;  ///< by equation; the standard outlives the memory

  std::optional<Setting> setting_;
  std::map<Key, localise::Localiser> localisers_;
  std::map<std::string_view, std::shared_ptr<const void>> lexicons_;  ///< by the rule's id, a literal
  ProseMemory prose_;
};

}  // namespace nianbao::rules
