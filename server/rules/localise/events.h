// What may have happened to several cells of one table at once: exchanges, shifted rows, rows without numbers.
// Must not know templates or how events are combined.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "rules/localise/cost.h"
#include "rules/localise/state.h"

namespace nianbao::rules::localise {

/// A change of known cells to known values.
struct Event {
  Slip slip;
  double cost = 0;
  Mask mask = 0;           ///< equations with an effect
  std::uint64_t hash = 0;  ///< of the effect
  std::uint32_t first_change = 0;
  std::uint32_t change_count = 0;
  std::uint32_t first_effect = 0;
  std::uint32_t effect_count = 0;
};

class Events {
 public:
  Events(const Structure& structure, const std::vector<Value>& values, const CostModel& costs, const State& state);

  [[nodiscard]] const std::vector<Event>& all() const { return events_; }
  [[nodiscard]] std::span<const Change> changes(const Event& event) const {
    return std::span(changes_).subspan(event.first_change, event.change_count);
  }
  /// Effects on the residuals; `factor` is the whole amount.
  [[nodiscard]] std::span<const Move> effects(const Event& event) const {
    return std::span(effects_).subspan(event.first_effect, event.effect_count);
  }
  /// Events whose effect has this hash, by ascending index.
  [[nodiscard]] std::span<const std::pair<std::uint64_t, Index>> with_hash(std::uint64_t hash) const;

 private:
  [[nodiscard]] std::int64_t value(Index cell) const { return values_[Structure::index(cell)].value; }
  [[nodiscard]] bool blank(Index cell) const { return values_[Structure::index(cell)].blank; }
  void add_exchanges();
  void add_exchange(Index first, Index second);
  void add_shifts();
  void add_shifts_of(const std::vector<Index>& row, const Equation& sum);
  void add_blank_rows(const State& state);
  void finish(const Slip& slip, double cost);
  void index_by_hash();

  const Structure& structure_;
  const std::vector<Value>& values_;
  const CostModel& costs_;
  std::vector<Event> events_;
  std::vector<Change> changes_;
  std::vector<Move> effects_;
  std::vector<std::pair<std::uint64_t, Index>> by_hash_;
  std::array<std::uint64_t, 64> seen_{};  ///< bits of hashes that occur: most look-ups end here
  std::uint32_t begun_ = 0;               ///< changes_ of the event under way begin here
};

}  // namespace nianbao::rules::localise
