#include "standard/facts.h"

#include <algorithm>
#include <tuple>

namespace nianbao::standard {
namespace {

/// The first character's bytes as one number; 0 for an empty text.
std::uint32_t first_key(std::string_view text) {
  if (text.empty()) return 0;
  const auto byte = [&](std::size_t i) -> std::uint32_t { return static_cast<unsigned char>(text[i]); };
  if (byte(0) < 0x80 || text.size() < 3) return byte(0);
  return (byte(0) << 16U) | (byte(1) << 8U) | byte(2);
}

}  // namespace

void FactWords::build_index(std::vector<FactWord> all) {
  words_ = std::move(all);
  const auto key = [](const FactWord& word) { return std::tuple(first_key(word.text), -std::ssize(word.text)); };
  std::sort(words_.begin(), words_.end(), [&](const FactWord& a, const FactWord& b) {
    return std::pair(key(a), std::string_view(a.text)) < std::pair(key(b), std::string_view(b.text));
  });
  for (std::uint32_t i = 0; i < words_.size(); ++i) {
    const auto [place, fresh] = by_first_.try_emplace(first_key(words_[i].text), i, i + 1);
    if (!fresh) place->second.second = i + 1;
  }
  std::sort(units.begin(), units.end(), [](const FactUnit& a, const FactUnit& b) {
    return std::tuple(-std::ssize(a.text), std::string_view(a.text)) <
           std::tuple(-std::ssize(b.text), std::string_view(b.text));
  });
}

const FactWord* FactWords::word_at(std::string_view text) const {
  const auto place = by_first_.find(first_key(text));
  if (place == by_first_.end()) return nullptr;
  for (std::uint32_t i = place->second.first; i < place->second.second; ++i) {
    if (text.starts_with(words_[i].text)) return &words_[i];
  }
  return nullptr;
}

const FactUnit* FactWords::unit_at(std::string_view text) const {
  const auto found =
      std::find_if(units.begin(), units.end(), [&](const FactUnit& unit) { return text.starts_with(unit.text); });
  return found == units.end() ? nullptr : &*found;
}

std::optional<std::uint16_t> FactWords::subject_of(const ClassSet& found, std::uint8_t topic) const {
  std::optional<std::uint16_t> best;
  std::size_t most = 0;
  bool tied = false;
  if (found.none()) return std::nullopt;
  for (std::uint16_t i = 0; i < subjects.size(); ++i) {
    const CountSubject& subject = subjects[i];
    if (subject.topic != 0 && subject.topic != topic) continue;
    if ((found & ~subject.allowed).any()) continue;
    const bool hit = std::all_of(subject.needs.begin(), subject.needs.end(),
                                 [&](const ClassSet& group) { return (group & found).any(); });
    if (!hit || subject.needs.size() < most) continue;
    tied = subject.needs.size() == most;
    most = subject.needs.size();
    best = i;
  }
  return tied ? std::nullopt : best;
}

}  // namespace nianbao::standard
