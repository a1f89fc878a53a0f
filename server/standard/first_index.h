// Looks words up by their first character. Must not know what the words mean.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/utf8.h"

namespace nianbao::standard {

/// The first character, as the index sorts it: 0 for an empty text and for characters outside of the basic plane.
[[nodiscard]] inline char32_t first_of(std::string_view text) {
  const char32_t c = text.empty() ? 0 : text::scalar_at(text, 0).value;
  return c < 0x10000 ? c : 0;
}

/// A list sorted by first character: where the entries of each begin and end.
class FirstIndex {
 public:
  struct Group {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
  };
  /// Entries are added in the list's order.
  void add(std::string_view entry);
  /// Those that begin like the text; empty where none does.
  [[nodiscard]] Group at(std::string_view text) const {
    const std::uint16_t group = by_first_.empty() ? std::uint16_t{0} : by_first_[first_of(text)];
    return group == 0 ? Group{} : groups_[group - 1U];
  }

 private:
  std::vector<Group> groups_;
  std::vector<std::uint16_t> by_first_;  ///< group of a first character, 1 for the first; 0 where nothing begins
  std::uint32_t count_ = 0;
};

}  // namespace nianbao::standard
