// A set of characters that is asked once per character of a text.
// Must not know what the characters are for.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "text/utf8.h"

namespace nianbao::text {

/// Characters of the basic plane; others are never in it.
class CharacterSet {
 public:
  [[nodiscard]] bool contains(char32_t c) const { return c < size && (words_[c / 64] >> (c % 64) & 1U) != 0; }
  void insert(char32_t c) {
    if (c < size) words_[c / 64] |= std::uint64_t{1} << (c % 64);
  }
  /// The first character of a word that is not empty.
  void insert_head(std::string_view word) {
    if (!word.empty()) insert(scalar_at(word, 0).value);
  }

 private:
  static constexpr std::size_t size = 0x10000;
  std::vector<std::uint64_t> words_ = std::vector<std::uint64_t>(size / 64);
};

}  // namespace nianbao::text
