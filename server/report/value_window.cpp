#include "report/value_window.h"

#include <algorithm>

namespace nianbao::report {

namespace {

/// Cells of pipe tables are told by counting from the left, those of tabs where the row has its leading tabs.
bool counts_from_left(const PhysicalRow& row, const TokenRow& tokens) {
  return row.layout == Layout::pipe ||
         (row.layout == Layout::tab && !tokens.tokens.empty() && tokens.tokens.front().kind == TokenKind::blank);
}

/// Blanks where labels stand, numbers in every cell where values do, and too few of them: the row lost cells at its
/// end, or is still being written, and has no columns of labels less. Nothing where that is not so.
std::optional<std::vector<std::size_t>> lost_at_the_end(const std::vector<std::size_t>& places, const TokenRow& tokens,
                                                        std::size_t start, std::size_t expected) {
  const auto first = std::lower_bound(places.begin(), places.end(), start);
  const auto filled = [&](std::size_t place) { return tokens.tokens[place].kind != TokenKind::blank; };
  const auto found = static_cast<std::size_t>(places.end() - first);
  if (first == places.begin() || found >= expected) return std::nullopt;
  if (std::any_of(places.begin(), first, filled) || !std::all_of(first, places.end(), filled)) return std::nullopt;
  return std::vector<std::size_t>(first, places.end());
}

}  // namespace

std::vector<std::size_t> value_window(const PhysicalRow& row, const TokenRow& tokens, std::size_t first,
                                      std::size_t expected, std::optional<WindowHint> hint) {
  std::vector<std::size_t> places;
  for (std::size_t c = first; c < row.cells.size(); ++c) {
    const bool unit = tokens.tokens[c].kind == TokenKind::unit && expected == 1;
    if (!row.cells[c].covered && !unit) places.push_back(c);
  }
  if (hint && row.cells.size() < hint->size && counts_from_left(row, tokens)) {
    if (auto values = lost_at_the_end(places, tokens, hint->start, expected)) return *std::move(values);
  }
  const auto filled = [&](std::size_t place) { return tokens.tokens[place].kind != TokenKind::blank; };
  const auto begin = std::find_if(places.begin(), places.end(), filled);
  if (places.size() <= expected) return places;
  // The window must hold every filled cell; what is outside is blank.
  const std::size_t slack = places.size() - expected;
  std::size_t lowest = 0;
  std::size_t highest = slack;
  if (begin != places.end()) {
    const auto last = std::find_if(places.rbegin(), places.rend(), filled).base() - 1;
    const auto from = static_cast<std::size_t>(begin - places.begin());
    const auto to = static_cast<std::size_t>(last - places.begin());
    if (to - from + 1 > expected) return {begin, last + 1};
    lowest = to + 1 > expected ? to + 1 - expected : 0;
    highest = std::min(from, slack);
  }
  std::size_t start = lowest;
  if (hint) {
    const bool same_size = hint->size == row.cells.size();
    const std::size_t wanted = same_size || hint->start + row.cells.size() < hint->size
                                   ? hint->start
                                   : hint->start + row.cells.size() - hint->size;
    for (std::size_t s = lowest; s <= highest; ++s) {
      if (places[s] == wanted) start = s;
    }
  }
  const auto at = places.begin() + static_cast<std::ptrdiff_t>(start);
  return {at, at + static_cast<std::ptrdiff_t>(expected)};
}

std::vector<std::optional<std::size_t>> by_columns(const PhysicalRow& row, const std::vector<std::size_t>& places,
                                                   const std::vector<ColumnSpan>& columns) {
  std::vector<std::optional<std::size_t>> result(columns.size());
  std::size_t next = 0;
  for (const std::size_t place : places) {
    const PhysicalCell& cell = row.cells[place];
    const auto distance = [&](const ColumnSpan& column) {
      if (cell.column < column.end && column.begin < cell.end_column) return 0U;
      return cell.column >= column.end ? cell.column - column.end + 1 : column.begin - cell.end_column + 1;
    };
    std::size_t best = columns.size();
    for (std::size_t c = next; c < columns.size(); ++c) {
      if (best == columns.size() || distance(columns[c]) < distance(columns[best])) best = c;
    }
    if (best == columns.size()) return {};
    result[best] = place;
    next = best + 1;
  }
  return result;
}

}  // namespace nianbao::report
