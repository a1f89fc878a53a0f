// What may have happened to several cells of one table at once: exchanges, shifted rows, rows without numbers.
// Must not know templates or how events are combined.
#include "rules/localise/events.h"

#include <algorithm>

namespace nianbao::rules::localise {

Events::Events(const Structure& structure, const std::vector<Value>& values, const CostModel& costs, const State& state)
    : structure_(structure), values_(values), costs_(costs) {
  events_.reserve(static_cast<std::size_t>(structure.neighbour_pairs()) + 64);
  changes_.reserve(3 * events_.capacity());
  effects_.reserve(5 * events_.capacity());
  add_exchanges();
  add_shifts();
  add_blank_rows(state);
  index_by_hash();
}

/// Turns the changes since the last call into an event with its effects; drops it where it changes nothing or a cell
/// cannot hold its new value.
void Events::finish(const Slip& slip, double cost) {
  const auto end = static_cast<std::uint32_t>(changes_.size());
  const bool possible = std::all_of(changes_.begin() + begun_, changes_.end(),
                                    [&](const Change& change) { return costs_.allowed(change.cell, change.value); });
  Event event{slip, cost, 0, 0, begun_, end - begun_, static_cast<std::uint32_t>(effects_.size()), 0};
  for (std::uint32_t i = begun_; i < end && possible; ++i) {
    const std::int64_t d = changes_[i].value - value(changes_[i].cell);
    for (const Move& in : structure_.equations_of(changes_[i].cell)) {
      const auto known = std::find_if(effects_.begin() + event.first_effect, effects_.end(),
                                      [&](const Move& effect) { return effect.index == in.index; });
      if (known != effects_.end()) {
        known->factor += in.factor * d;
      } else {
        effects_.push_back({in.index, in.factor * d});
      }
    }
  }
  effects_.erase(std::remove_if(effects_.begin() + event.first_effect, effects_.end(),
                                [](const Move& effect) { return effect.factor == 0; }),
                 effects_.end());
  event.effect_count = static_cast<std::uint32_t>(effects_.size()) - event.first_effect;
  if (event.effect_count == 0) {
    changes_.resize(begun_);
    return;
  }
  for (const Move& effect : effects(event)) {
    event.mask |= bit(effect.index);
    event.hash += static_cast<std::uint64_t>(effect.factor) * structure_.hash_factor(effect.index);
  }
  events_.push_back(event);
  begun_ = end;
}

void Events::add_exchange(Index first, Index second) {
  if (value(first) == value(second) || blank(first) || blank(second)) return;
  changes_.push_back({first, value(second)});
  changes_.push_back({second, value(first)});
  const bool moved = value(first) == 0 || value(second) == 0;
  finish({moved ? SlipKind::moved : SlipKind::exchanged, first, second, {}}, costs_.exchange(first, second));
}

void Events::add_exchanges() {
  for (const auto* lines : {&structure_.rows(), &structure_.columns()}) {
    for (const std::vector<Index>& line : *lines) {
      for (std::size_t i = 0; i + 1 < line.size(); ++i) add_exchange(line[i], line[i + 1]);
    }
  }
}

/// A row event needs the sum along the row: it tells the value that was left out or pushed over the edge.
void Events::add_shifts() {
  for (const std::vector<Index>& row : structure_.rows()) {
    if (row.size() < 3) continue;
    for (const Index e : structure_.computed_by(row.back())) {
      const Equation& sum = structure_.whole().equations[Structure::index(e)];
      const bool along_row = std::all_of(sum.terms.begin(), sum.terms.end(), [&](const Term& term) {
        return std::find(row.begin(), row.end(), term.cell) != row.end();
      });
      if (along_row && sum.terms.size() == row.size()) add_shifts_of(row, sum);
    }
  }
}

void Events::add_shifts_of(const std::vector<Index>& row, const Equation& sum) {
  const std::size_t last = row.size() - 1;
  const bool empty_row = std::all_of(row.begin(), row.end(), [&](Index cell) { return value(cell) == 0; });
  if (empty_row) return;
  std::int64_t total_factor = 1;
  for (const Term& term : sum.terms) total_factor = term.cell == row[last] ? term.factor : total_factor;
  const auto push = [&](Index cell, std::int64_t meant) {
    if (meant != value(cell)) changes_.push_back({cell, meant});
  };
  if (value(row[last]) == 0) {
    // The value before `last` is the total; what is missing of the sum was left out at `gap`.
    std::int64_t left_out = value(row[last - 1]);
    for (std::size_t i = 0; i + 1 < last; ++i) left_out -= value(row[i]);
    for (std::size_t gap = 0; gap < last; ++gap) {
      for (std::size_t i = gap; i <= last; ++i) push(row[i], i == gap ? left_out : value(row[i - 1]));
      finish({SlipKind::shifted_left, row[gap], no_cell, {}}, costs_.shift(blank(row[last])));
    }
  }
  for (std::size_t gap = 0; gap < last; ++gap) {
    if (value(row[gap]) != 0 || total_factor == 0) continue;
    std::int64_t total = 0;
    for (std::size_t i = 0; i <= last; ++i) total += i == gap ? 0 : value(row[i]);
    for (std::size_t i = gap; i < last; ++i) push(row[i], value(row[i + 1]));
    push(row[last], total);
    finish({SlipKind::shifted_right, row[gap], no_cell, {}}, costs_.shift(blank(row[gap])));
  }
}

/// Each value from an equation across the row; the one along the row then proves or disproves them.
void Events::add_blank_rows(const State& state) {
  for (const std::vector<Index>& row : structure_.rows()) {
    const bool all_blank = std::all_of(row.begin(), row.end(), [&](Index cell) { return blank(cell); });
    if (!all_blank || row.size() < 2) continue;
    for (const Index cell : row) {
      for (const Move& in : structure_.equations_of(cell)) {
        const Equation& across = structure_.whole().equations[Structure::index(in.index)];
        const bool along = std::all_of(across.terms.begin(), across.terms.end(), [&](const Term& term) {
          return std::find(row.begin(), row.end(), term.cell) != row.end();
        });
        if (along || state.residual(in.index) % in.factor != 0) continue;
        const std::int64_t meant = -state.residual(in.index) / in.factor;
        if (meant != 0) changes_.push_back({cell, meant});
        break;
      }
    }
    const Index first = changes_.size() > begun_ ? changes_[begun_].cell : row.front();
    finish({SlipKind::blank_row, first, no_cell, {}}, costs_.blank_cells());
  }
}

void Events::index_by_hash() {
  by_hash_.reserve(events_.size());
  for (std::size_t i = 0; i < events_.size(); ++i) {
    const std::uint64_t hash = events_[i].hash;
    by_hash_.emplace_back(hash, static_cast<Index>(i));
    seen_[(hash >> 6U) & 63U] |= std::uint64_t{1} << (hash & 63U);
  }
  std::sort(by_hash_.begin(), by_hash_.end());
}

std::span<const std::pair<std::uint64_t, Index>> Events::with_hash(std::uint64_t hash) const {
  if ((seen_[(hash >> 6U) & 63U] >> (hash & 63U) & 1U) == 0) return {};
  const auto begin = std::lower_bound(by_hash_.begin(), by_hash_.end(), std::pair(hash, Index{-1}));
  auto end = begin;
  while (end != by_hash_.end() && end->first == hash) ++end;
  return std::span(by_hash_).subspan(static_cast<std::size_t>(begin - by_hash_.begin()),
                                     static_cast<std::size_t>(end - begin));
}

}  // namespace nianbao::rules::localise
