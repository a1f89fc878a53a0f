// The search for readings: one, two or three slips, and totals recomputed from the inputs (steps 5–12 of the method).
// Must not know how a verdict is drawn from the readings.
#pragma once

#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

#include "rules/localise/cost.h"
#include "rules/localise/events.h"
#include "rules/localise/localise.h"
#include "rules/localise/state.h"

namespace nianbao::rules::localise {

/// A reading with what the thresholds depend on.
struct Hypothesis {
  Reading reading;
  bool grouped = false;        ///< holds a stale, propagated or cascaded group
  bool rearranged = false;     ///< holds an exchange or a shift
  bool shares_amount = false;  ///< two of its slips are by the same amount
};

class Search {
 public:
  Search(const Structure& structure, const std::vector<Value>& values);

  /// Hypotheses by ascending cost. Empty where nothing was found.
  [[nodiscard]] std::vector<Hypothesis> run();
  /// A single cell explains everything, and no other single cell does.
  [[nodiscard]] bool settled_by_one_cell() const { return settled_; }
  /// Several single cells explain everything equally well: the equations at hand cannot tell them apart.
  [[nodiscard]] bool ambiguous_by_structure() const { return ambiguous_; }
  [[nodiscard]] bool exhausted() const { return evaluations_ >= max_evaluations; }
  [[nodiscard]] std::int64_t evaluations() const { return evaluations_; }
  [[nodiscard]] const State& state() const { return state_; }

  static constexpr std::int64_t max_evaluations = 60'000;

 private:
  /// A template with its d, or an event.
  struct Step {
    Index which = 0;
    bool event = false;
    std::int64_t d = 0;
  };
  struct FirstStep {
    Step step;
    int broken_left = 0;
  };

  /// A hypothesis in the making: one entry per slip.
  struct Part {
    Slip slip;
    double cost = 0;
    std::int64_t amount = 0;
    bool grouped = false;
    bool rearranged = false;
    bool lone_total = false;  ///< a single total, by `amount`
  };
  struct Draft {
    std::vector<Change> changes;
    std::vector<Part> parts;
  };

  [[nodiscard]] std::span<const Move> effects(const Step& step) const;
  [[nodiscard]] double cost(const Step& step) const;
  [[nodiscard]] bool possible(const Template& which, std::int64_t d) const;
  [[nodiscard]] std::optional<std::int64_t> cure(const Template& which) const;
  template <class Visit>
  void expand(int max_growth, Visit visit);
  template <class Visit>
  void expand_templates(int max_growth, Visit visit);
  template <class Visit>
  void expand_events(int max_growth, Visit visit);
  void try_single_cells();
  void try_last();
  void try_second_steps();
  void try_third_steps();
  void try_recomputed();
  void recompute_with(const Event* event);
  void recompute_totals(std::vector<std::int64_t>& values) const;
  [[nodiscard]] std::vector<std::int64_t> residuals_of(const std::vector<std::int64_t>& values) const;
  void record_recomputed(const Event* event, const std::vector<std::int64_t>& written,
                         const std::vector<std::int64_t>& meant);
  void record(const Step& last);
  void keep(Draft draft);
  [[nodiscard]] bool collect(const Step& step, Draft& into) const;
  void group_stale_totals(Draft& draft) const;
  [[nodiscard]] bool third_slip_likely() const;

  const Structure& structure_;
  const std::vector<Value>& values_;
  State state_;
  CostModel costs_;
  std::optional<Events> events_;
  std::vector<Step> steps_;  ///< applied to `state_`
  std::vector<FirstStep> first_steps_;
  std::vector<Hypothesis> found_;
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> by_changes_;
  std::size_t best_ = 0;  ///< index into found_
  std::int64_t evaluations_ = 0;
  bool settled_ = false;
  bool ambiguous_ = false;
  std::vector<std::int64_t> recomputed_balances_;  ///< residuals with all totals recomputed from the inputs as written
  bool balances_hold_ = false;
};

}  // namespace nianbao::rules::localise
