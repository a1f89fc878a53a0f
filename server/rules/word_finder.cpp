// Finds many words in one walk over characters. Must not know what the words are for.
#include "rules/word_finder.h"

#include <algorithm>

#include "text/normalise.h"

namespace nianbao::rules {

std::uint32_t WordFinder::add(std::string_view word) {
  const std::uint32_t index = count_++;
  Word entry{code_points(text::to_simplified(word)), index};
  if (entry.text.size() < 2) return index;  // a single character is no word
  const std::size_t start = start_of(entry.text[0], entry.text[1]);
  starts_[start / 64] |= std::uint64_t{1} << (start % 64);
  by_start_[start % slots].push_back(static_cast<std::uint32_t>(words_.size()));
  words_.push_back(std::move(entry));
  return index;
}

std::vector<WordFinder::Match> WordFinder::find(const Wording& wording) const {
  std::vector<Match> matches;
  const auto& characters = wording.characters();
  for (const Unit& unit : wording.units()) {
    for (std::size_t at = unit.begin; at + 1 < unit.end; ++at) {
      const std::size_t start = start_of(characters[at].folded, characters[at + 1].folded);
      if ((starts_[start / 64] >> (start % 64) & 1U) == 0) continue;
      for (const std::uint32_t candidate : by_start_[start % slots]) {
        const std::u32string& text = words_[candidate].text;
        if (text.size() > unit.end - at) continue;
        std::size_t same = 0;
        while (same < text.size() && characters[at + same].folded == text[same]) ++same;
        if (same == text.size()) matches.push_back({at, at + same, words_[candidate].index});
      }
    }
  }
  return matches;
}

Replacement replacement_of(std::string_view entry) {
  constexpr std::string_view arrow = "→";
  Replacement result;
  const std::size_t at = entry.find(arrow);
  result.from = std::string(entry.substr(0, at));
  if (at == std::string_view::npos) return result;
  std::string_view rest = entry.substr(at + arrow.size());
  while (!rest.empty()) {
    const std::size_t bar = std::min(rest.find('|'), rest.size());
    if (bar > 0) result.to.emplace_back(rest.substr(0, bar));
    rest.remove_prefix(std::min(bar + 1, rest.size()));
  }
  return result;
}

}  // namespace nianbao::rules
