// How far an organ's name goes. Must not know organs: the word lists are data.
#include "rules/organ_name.h"

#include <algorithm>
#include <vector>

#include "text/normalise.h"

namespace nianbao::rules {
namespace {

/// Word lists of layout/title in the catalogue.
class Words {
 public:
  explicit Words(const standard::Standard& standard) : spec_(standard.rule("layout/title")) {}

  [[nodiscard]] const std::vector<std::string>& of(std::string_view list) const {
    static const std::vector<std::string> none;
    if (spec_ == nullptr) return none;
    const auto found = spec_->words.find(list);
    return found != spec_->words.end() ? found->second : none;
  }

 private:
  const standard::RuleSpec* spec_;
};

bool is_department(const Words& words, std::string_view name) {
  const std::vector<std::string>& whole = words.of("organs");
  if (std::find(whole.begin(), whole.end(), name) != whole.end()) return true;
  const std::vector<std::string>& stems = words.of("departments");
  for (const std::string& suffix : words.of("suffixes")) {
    if (name.size() <= suffix.size() || !name.ends_with(suffix)) continue;
    const std::string_view stem = name.substr(0, name.size() - suffix.size());
    if (std::find(stems.begin(), stems.end(), stem) != stems.end()) return true;
  }
  return false;
}

}  // namespace

OrganPlace place_of(const standard::Standard& standard, std::string_view organ) {
  const Words words(standard);
  const std::string name = comparable_organ(organ);
  if (is_department(words, name)) return OrganPlace::none;
  for (const std::string& kind : words.of("places")) {
    if (name.starts_with(kind) && is_department(words, std::string_view(name).substr(kind.size())))
      return OrganPlace::kind_only;
  }
  return OrganPlace::named;
}

std::string comparable_organ(std::string_view organ) {
  return text::normalise_label(organ);
}

}  // namespace nianbao::rules
