// What of a list of things in a text is the same after an edit: so many at its beginning, so many at its end.
// Must not know what the things are.
#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>
#include <vector>

#include "syntax/tree.h"
#include "text/byte_range.h"

namespace nianbao::syntax {

/// Moved by a difference of offsets, which wraps around.
[[nodiscard]] constexpr text::ByteRange moved(text::ByteRange range, text::Offset delta) {
  return {range.begin + delta, range.end + delta};
}

/// How far what stands behind the edit was moved.
[[nodiscard]] constexpr text::Offset delta_of(const Edit& edit) {
  return edit.new_end - edit.old_end;
}

struct Same {
  std::size_t front = 0;
  std::size_t back = 0;
};

/// `range_of` gives the place of an entry; `equal(before, now, delta)` whether it is what it was, moved by `delta`.
/// What the edit touches is never the same.
template <typename T, typename RangeOf, typename Equal>
[[nodiscard]] Same same_of(const std::vector<T>& before, const std::vector<T>& now, const Edit& edit, RangeOf range_of,
                           Equal equal) {
  const std::size_t most = std::min(before.size(), now.size());
  Same same;
  while (same.front < most && range_of(before[same.front]).end <= edit.begin &&
         equal(before[same.front], now[same.front], 0)) {
    ++same.front;
  }
  while (same.back < most - same.front) {
    const T& old = before[before.size() - 1 - same.back];
    if (range_of(old).begin < edit.old_end || !equal(old, now[now.size() - 1 - same.back], delta_of(edit))) break;
    ++same.back;
  }
  return same;
}

/// The same of places themselves.
[[nodiscard]] inline Same same_of(const std::vector<text::ByteRange>& before, const std::vector<text::ByteRange>& now,
                                  const Edit& edit) {
  return same_of(
      before, now, edit, [](text::ByteRange range) { return range; },
      [](text::ByteRange a, text::ByteRange b, text::Offset delta) { return moved(a, delta) == b; });
}

/// The entries [begin, end) of a list give way to others, which are moved from.
template <typename T, typename Iterator>
void exchange(std::vector<T>& kept, std::size_t begin, std::size_t end, Iterator first, Iterator last) {
  const auto at = [&](std::size_t index) { return kept.begin() + static_cast<std::ptrdiff_t>(index); };
  // Most edits change as many entries as there were: what stands behind need not move.
  for (; begin < end && first != last; ++begin, ++first) kept[begin] = std::move(*first);
  const auto gap = kept.erase(at(begin), at(end));
  kept.insert(gap, std::make_move_iterator(first), std::make_move_iterator(last));
}

}  // namespace nianbao::syntax
