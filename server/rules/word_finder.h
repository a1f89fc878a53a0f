// Finds many words in one walk over characters: the first two characters decide which words may begin there.
// Must not know what the words are for; words have a bounded length, so a walk is linear.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "rules/wording.h"

namespace nianbao::rules {

class WordFinder {
 public:
  struct Match {
    std::size_t begin = 0;  ///< character index
    std::size_t end = 0;
    std::uint32_t word = 0;  ///< index given by `add`
  };

  /// Words are compared with the folded characters; a word may occur more than once in the list. Returns its index.
  std::uint32_t add(std::string_view word);
  /// All matches, also overlapping ones, by place; of one place in the order of adding.
  [[nodiscard]] std::vector<Match> find(const Wording& wording) const;

 private:
  struct Word {
    std::u32string text;
    std::uint32_t index = 0;
  };
  static std::size_t start_of(char32_t first, char32_t second) { return (first * 31U + second) % starts; }
  static constexpr std::size_t starts = 1U << 15U;
  static constexpr std::size_t slots = 2048;

  std::vector<Word> words_;
  std::array<std::uint64_t, starts / 64> starts_{};  ///< a bit for each pair of characters that may begin a word
  std::vector<std::vector<std::uint32_t>> by_start_ = std::vector<std::vector<std::uint32_t>>(slots);
  std::uint32_t count_ = 0;
};

/// from→to|other, as the catalogue's word lists write it.
struct Replacement {
  std::string from;
  std::vector<std::string> to;
};
[[nodiscard]] Replacement replacement_of(std::string_view entry);

}  // namespace nianbao::rules
