// Finds what holds a place in a list sorted by begin, for readers that mostly go forwards.
// Must not know what the list is of.
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <vector>

namespace nianbao::report {

/// Index of the last entry that begins at or before `at`; nothing where all begin behind it. `begin_of` gives the begin
/// of an entry; `last` is the index found last, which is tried first together with the few behind it.
template <typename Entry, typename BeginOf>
std::optional<std::size_t> find_forwards(const std::vector<Entry>& list, std::size_t at, BeginOf begin_of,
                                         std::size_t& last) {
  constexpr std::size_t near = 4;
  for (std::size_t i = last; i < list.size() && i < last + near && begin_of(list[i]) <= at; ++i) {
    if (i + 1 == list.size() || at < begin_of(list[i + 1])) return last = i;
  }
  const auto after = std::upper_bound(list.begin(), list.end(), at,
                                      [&](std::size_t value, const Entry& entry) { return value < begin_of(entry); });
  if (after == list.begin()) return std::nullopt;
  return last = static_cast<std::size_t>(std::prev(after) - list.begin());
}

}  // namespace nianbao::report
