#include "standard/facts.h"

#include <algorithm>
#include <tuple>

namespace nianbao::standard {

void FactWords::build_index(std::vector<FactWord> all) {
  words_ = std::move(all);
  const auto by_first = [](const auto& a, const auto& b) {
    const auto key = [](const auto& entry) {
      return std::tuple(first_of(entry.text), -std::ssize(entry.text), std::string_view(entry.text));
    };
    return key(a) < key(b);
  };
  std::sort(words_.begin(), words_.end(), by_first);
  std::sort(units.begin(), units.end(), by_first);
  for (const FactWord& word : words_) word_index_.add(word.text);
  for (const FactUnit& unit : units) unit_index_.add(unit.text);
}

const FactWord* FactWords::word_at(std::string_view text) const {
  const FirstIndex::Group group = word_index_.at(text);
  for (std::uint32_t i = group.begin; i < group.end; ++i) {
    if (text.starts_with(words_[i].text)) return &words_[i];
  }
  return nullptr;
}

const FactUnit* FactWords::unit_at(std::string_view text) const {
  const FirstIndex::Group group = unit_index_.at(text);
  for (std::uint32_t i = group.begin; i < group.end; ++i) {
    if (text.starts_with(units[i].text)) return &units[i];
  }
  return nullptr;
}

std::optional<std::uint16_t> FactWords::subject_of(const ClassSet& found, std::uint8_t topic) const {
  std::optional<std::uint16_t> best;
  std::size_t most = 0;
  bool tied = false;
  if (found.none()) return std::nullopt;
  for (std::size_t i = 0; i < subjects.size(); ++i) {
    const CountSubject& subject = subjects[i];
    if (subject.topic != 0 && subject.topic != topic) continue;
    if ((found & ~subject.allowed).any()) continue;
    const bool hit = std::all_of(subject.needs.begin(), subject.needs.end(),
                                 [&](const ClassSet& group) { return (group & found).any(); });
    if (!hit || subject.needs.size() < most) continue;
    tied = subject.needs.size() == most;
    most = subject.needs.size();
    best = static_cast<std::uint16_t>(i);
  }
  return tied ? std::nullopt : best;
}

}  // namespace nianbao::standard
