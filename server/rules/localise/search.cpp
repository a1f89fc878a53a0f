// The search for readings: one, two or three slips, and totals recomputed from the inputs (steps 5–12 of the method).
// Must not know how a verdict is drawn from the readings.
#include "rules/localise/search.h"

#include <algorithm>
#include <bit>
#include <cstdlib>
#include <tuple>
#include <utility>

namespace nianbao::rules::localise {
namespace {

constexpr double surely_one_cell = 30.0;     ///< above this a single cell is doubted
constexpr double third_step_cost = 30.0;     ///< a best reading above this asks for three slips
constexpr double third_step_grouped = 17.0;  ///< so does one above this with more cells than slips
constexpr double first_step_margin = 4.0;
constexpr double useless_margin = 13.0;  ///< above every lead that a verdict asks for
constexpr std::size_t max_first_steps = 400;
constexpr std::size_t max_recomputed = 8;

constexpr std::size_t at(Index value) {
  return static_cast<std::size_t>(value);
}

/// Equal costs in the order of the table, so that every system says the same.
bool cheaper(const Hypothesis& a, const Hypothesis& b) {
  if (a.reading.cost != b.reading.cost) return a.reading.cost < b.reading.cost;
  return std::lexicographical_compare(
      a.reading.changes.begin(), a.reading.changes.end(), b.reading.changes.begin(), b.reading.changes.end(),
      [](const Change& x, const Change& y) { return std::pair(x.cell, x.value) < std::pair(y.cell, y.value); });
}

template <class Visit>
void for_each_bit(Mask mask, Visit visit) {
  for (; mask != 0; mask &= mask - 1) visit(static_cast<Index>(std::countr_zero(mask)));
}

}  // namespace

Search::Search(const Structure& structure, const std::vector<Value>& values)
    : structure_(structure), values_(values), state_(structure, values), costs_(structure, values) {}

std::vector<Hypothesis> Search::run() {
  if (state_.broken() == 0) return {};
  try_single_cells();
  if (settled_ || ambiguous_) return std::move(found_);
  events_.emplace(structure_, values_, costs_, state_);
  try_last();
  try_recomputed();
  try_second_steps();
  if (third_slip_likely()) try_third_steps();
  std::sort(found_.begin(), found_.end(), cheaper);
  return std::move(found_);
}

/// A single cell that explains everything is unique wherever no other cell has the same equations (localisation §1).
void Search::try_single_cells() {
  int cells = 0;
  for (const Index t : structure_.with_mask(state_.broken())) {
    const Template& which = structure_.templates()[at(t)];
    const std::optional<std::int64_t> d = which.pattern == Pattern::single ? cure(which) : std::nullopt;
    if (!d) continue;
    ++cells;
    if (possible(which, *d)) record({t, false, *d});
  }
  std::sort(found_.begin(), found_.end(), cheaper);
  ambiguous_ = cells > 1;
  settled_ = cells == 1 && !found_.empty() && found_.front().reading.cost <= surely_one_cell;
}

std::span<const Move> Search::effects(const Step& step) const {
  if (!step.event) return structure_.templates()[at(step.which)].effects;
  return events_->effects(events_->all()[at(step.which)]);
}

double Search::cost(const Step& step) const {
  if (step.event) return events_->all()[at(step.which)].cost;
  return costs_.pattern(structure_.templates()[at(step.which)], step.d).cost;
}

bool Search::possible(const Template& which, std::int64_t d) const {
  return std::all_of(which.cells.begin(), which.cells.end(), [&](const Move& move) {
    return costs_.allowed(move.index, values_[at(move.index)].value + move.factor * d);
  });
}

/// The d for which the template makes every equation hold; it touches exactly the broken ones.
std::optional<std::int64_t> Search::cure(const Template& which) const {
  std::optional<std::int64_t> d;
  for (const Move& effect : which.effects) {
    const std::int64_t residual = state_.residual(effect.index);
    if (residual % effect.factor != 0) return std::nullopt;
    const std::int64_t wanted = -residual / effect.factor;
    if (d && *d != wanted) return std::nullopt;
    d = wanted;
  }
  return d;
}

/// One step that makes everything hold: templates by their set of equations, events by the whole vector.
void Search::try_last() {
  ++evaluations_;
  for (const Index t : structure_.with_mask(state_.broken())) {
    const Template& which = structure_.templates()[at(t)];
    const std::optional<std::int64_t> d = cure(which);
    if (d && possible(which, *d)) record({t, false, *d});
  }
  for (const auto& [hash, event] : events_->with_hash(~state_.hash() + 1)) {
    if (events_->all()[at(event)].mask == state_.broken()) record({event, true, 1});
  }
}

template <class Visit>
void Search::expand_templates(int max_growth, Visit visit) {
  const Mask broken = state_.broken();
  for_each_bit(broken, [&](Index equation) {
    for (const Touch& touch : structure_.touching(equation)) {
      const Mask hit = touch.mask & broken;
      if (!touch.single && std::popcount(hit) < 2) continue;
      if (std::popcount(touch.mask) - 2 * std::popcount(hit) > max_growth) continue;
      const std::int64_t residual = state_.residual(equation);
      if (residual % touch.factor != 0) continue;
      const std::int64_t d = -residual / touch.factor;
      const Template& which = structure_.templates()[at(touch.which)];
      int cured = 0;
      bool met_before = false;
      for (const Move& effect : which.effects) {
        if (state_.residual(effect.index) + effect.factor * d != 0) continue;
        ++cured;
        met_before = met_before || effect.index < equation;
      }
      const int growth = std::popcount(touch.mask & ~broken) - cured;
      if (met_before || growth > max_growth || (!touch.single && cured < 2) || !possible(which, d)) continue;
      visit(Step{touch.which, false, d});
    }
  });
}

template <class Visit>
void Search::expand_events(int max_growth, Visit visit) {
  const Mask broken = state_.broken();
  for (std::size_t i = 0; i < events_->all().size(); ++i) {
    const Event& event = events_->all()[i];
    const int hits = std::popcount(event.mask & broken);
    if (hits == 0 || std::popcount(event.mask) - 2 * hits > max_growth) continue;
    int cured = 0;
    for (const Move& effect : events_->effects(event)) {
      cured += state_.residual(effect.index) + effect.factor == 0 ? 1 : 0;
    }
    const int growth = std::popcount(event.mask & ~broken) - cured;
    if (cured > 0 && growth <= max_growth) visit(Step{static_cast<Index>(i), true, 1});
  }
}

/// Visits every step that cures an equation, applied to the state and taken back afterwards.
template <class Visit>
void Search::expand(int max_growth, Visit visit) {
  const auto tried = [&](const Step& step) {
    if (exhausted()) return;
    state_.apply(effects(step), step.d);
    steps_.push_back(step);
    if (state_.broken() != 0) visit(step);
    steps_.pop_back();
    state_.take_back(effects(step), step.d);
  };
  expand_templates(max_growth, tried);
  expand_events(max_growth, tried);
}

void Search::try_second_steps() {
  expand(1, [&](const Step& step) {
    first_steps_.push_back({step, state_.broken_count()});
    try_last();
  });
}

bool Search::third_slip_likely() const {
  if (found_.empty()) return true;
  const Reading& best = found_[best_].reading;
  return best.cost > third_step_cost || (best.cost > third_step_grouped && best.changes.size() > best.slips.size());
}

void Search::try_third_steps() {
  const double limit = found_.empty() ? 1e9 : found_[best_].reading.cost + first_step_margin;
  std::sort(first_steps_.begin(), first_steps_.end(), [](const FirstStep& a, const FirstStep& b) {
    return std::tuple(a.broken_left, a.step.event, a.step.which, a.step.d) <
           std::tuple(b.broken_left, b.step.event, b.step.which, b.step.d);
  });
  std::size_t taken = 0;
  for (const FirstStep& first : first_steps_) {
    if (taken >= max_first_steps || exhausted()) break;
    if (cost(first.step) > limit) continue;
    ++taken;
    state_.apply(effects(first.step), first.step.d);
    steps_.push_back(first.step);
    expand(0, [&](const Step&) { try_last(); });
    steps_.pop_back();
    state_.take_back(effects(first.step), first.step.d);
  }
}

/// All inputs right, all totals recomputed; likewise after an event that restores the balances.
void Search::try_recomputed() {
  recompute_with(nullptr);
  for (const Event& event : events_->all()) recompute_with(&event);
}

void Search::recompute_with(const Event* event) {
  if (event != nullptr) {
    std::vector<std::int64_t> balances = recomputed_balances_;
    for (const Change& change : events_->changes(*event)) {
      if (!structure_.computed_by(change.cell).empty()) continue;
      const std::int64_t d = change.value - values_[at(change.cell)].value;
      for (const Move& effect : structure_.balance_effects(change.cell))
        balances[at(effect.index)] += effect.factor * d;
    }
    const bool restored = std::all_of(balances.begin(), balances.end(), [](std::int64_t b) { return b == 0; });
    if (!restored || balances_hold_) return;
  }
  std::vector<std::int64_t> values;
  values.reserve(values_.size());
  for (const Value& value : values_) values.push_back(value.value);
  if (event != nullptr) {
    for (const Change& change : events_->changes(*event)) values[at(change.cell)] = change.value;
  }
  const std::vector<std::int64_t> written = values;
  recompute_totals(values);
  const std::vector<std::int64_t> residuals = residuals_of(values);
  if (event == nullptr) {
    recomputed_balances_ = residuals;
    balances_hold_ = std::all_of(residuals.begin(), residuals.end(), [](std::int64_t r) { return r == 0; });
  }
  if (std::any_of(residuals.begin(), residuals.end(), [](std::int64_t r) { return r != 0; })) return;
  record_recomputed(event, written, values);
}

void Search::recompute_totals(std::vector<std::int64_t>& values) const {
  for (const Index total : structure_.totals_in_order()) {
    const Equation& equation = structure_.whole().equations[at(structure_.computed_by(total).front())];
    std::int64_t sum = 0;
    std::int64_t own = 1;
    for (const Term& term : equation.terms) {
      if (term.cell == total) {
        own = term.factor;
      } else {
        sum += term.factor * values[at(term.cell)];
      }
    }
    values[at(total)] = -sum / own;
  }
}

std::vector<std::int64_t> Search::residuals_of(const std::vector<std::int64_t>& values) const {
  std::vector<std::int64_t> residuals;
  residuals.reserve(structure_.whole().equations.size());
  for (const Equation& equation : structure_.whole().equations) {
    std::int64_t residual = 0;
    for (const Term& term : equation.terms) residual += term.factor * values[at(term.cell)];
    residuals.push_back(residual);
  }
  return residuals;
}

void Search::record_recomputed(const Event* event, const std::vector<std::int64_t>& written,
                               const std::vector<std::int64_t>& meant) {
  Draft draft;
  if (event != nullptr) {
    const auto which = static_cast<Index>(event - events_->all().data());
    if (!collect({which, true, 1}, draft)) return;
  }
  for (Index cell = 0; cell < structure_.cell_count(); ++cell) {
    const std::int64_t d = meant[at(cell)] - written[at(cell)];
    if (d == 0) continue;
    if (draft.parts.size() > max_recomputed || !costs_.allowed(cell, meant[at(cell)])) return;
    if (!collect({cell, false, d}, draft)) return;
  }
  if (!draft.parts.empty()) keep(std::move(draft));
}

/// Adds the step's changes and its price. False where it touches a cell that another step has changed.
bool Search::collect(const Step& step, Draft& into) const {
  const auto taken = [&](Index cell) {
    return std::any_of(into.changes.begin(), into.changes.end(), [&](const Change& c) { return c.cell == cell; });
  };
  if (step.event) {
    const Event& event = events_->all()[at(step.which)];
    const std::span<const Change> changes = events_->changes(event);
    if (std::any_of(changes.begin(), changes.end(), [&](const Change& c) { return taken(c.cell); })) return false;
    const Change& first = changes.front();
    into.parts.push_back({event.slip, event.cost, std::abs(first.value - values_[at(first.cell)].value), false,
                          event.slip.kind != SlipKind::blank_row, false});
    into.changes.insert(into.changes.end(), changes.begin(), changes.end());
    for (const Change& change : changes) into.parts.back().slip.cells.push_back(change.cell);
    return true;
  }
  const Template& which = structure_.templates()[at(step.which)];
  if (std::any_of(which.cells.begin(), which.cells.end(), [&](const Move& m) { return taken(m.index); })) return false;
  const Priced price = costs_.pattern(which, step.d);
  const bool single = which.pattern == Pattern::single;
  const bool total = structure_.whole().places[at(which.cells.front().index)].total;
  into.parts.push_back({price.slip, price.cost, std::abs(step.d), !single, false,
                        single && total && price.slip.kind != SlipKind::blank});
  for (const Move& move : which.cells) {
    into.parts.back().slip.cells.push_back(move.index);
    into.changes.push_back({move.index, values_[at(move.index)].value + move.factor * step.d});
  }
  return true;
}

void Search::record(const Step& last) {
  double sum = cost(last);
  for (const Step& step : steps_) sum += cost(step);
  // Grouping stale totals can only make it cheaper where there are several single totals.
  const bool may_group = steps_.size() + 1 >= 2;
  if (!may_group && !found_.empty() && sum > found_[best_].reading.cost + useless_margin) return;
  Draft draft;
  for (const Step& step : steps_) {
    if (!collect(step, draft)) return;
  }
  if (collect(last, draft)) keep(std::move(draft));
}

/// Totals that differ by one amount and that a single edit of the inputs would have changed are one slip.
void Search::group_stale_totals(Draft& draft) const {
  for (std::size_t i = 0; i < draft.parts.size(); ++i) {
    if (!draft.parts[i].lone_total) continue;
    const std::int64_t amount = draft.parts[i].amount;
    Signature totals;
    double separate = 0;
    for (const Part& part : draft.parts) {
      if (!part.lone_total || part.amount != amount) continue;
      const auto change = std::find_if(draft.changes.begin(), draft.changes.end(),
                                       [&](const Change& c) { return c.cell == part.slip.cell; });
      totals.push_back({change->cell, change->value > values_[at(change->cell)].value ? 1 : -1});
      separate += part.cost;
    }
    const double together = costs_.stale_group(amount);
    if (totals.size() < 2 || together >= separate || !structure_.one_edit_covers(totals)) continue;
    Slip slip{SlipKind::stale_totals, totals.front().index, no_cell, {}};
    for (const Move& total : totals) slip.cells.push_back(total.index);
    std::erase_if(draft.parts, [&](const Part& part) { return part.lone_total && part.amount == amount; });
    draft.parts.push_back({std::move(slip), together, amount, true, false, false});
    i = static_cast<std::size_t>(-1);
  }
}

void Search::keep(Draft draft) {
  group_stale_totals(draft);
  Hypothesis found;
  for (std::size_t i = 0; i < draft.parts.size(); ++i) {
    const Part& part = draft.parts[i];
    found.reading.cost += part.cost;
    found.reading.slips.push_back(part.slip);
    found.grouped = found.grouped || part.grouped;
    found.rearranged = found.rearranged || part.rearranged;
    for (std::size_t j = 0; j < i; ++j) found.shares_amount |= draft.parts[j].amount == part.amount;
  }
  const double best_cost = found_.empty() ? 1e9 : found_[best_].reading.cost;
  if (found.reading.cost > best_cost + useless_margin) return;
  std::sort(draft.changes.begin(), draft.changes.end(),
            [](const Change& a, const Change& b) { return a.cell < b.cell; });
  found.reading.changes = std::move(draft.changes);
  std::uint64_t key = 0;
  for (const Change& change : found.reading.changes) {
    key = key * 0x9e3779b97f4a7c15U + static_cast<std::uint64_t>(change.cell) * 1'000'003U +
          static_cast<std::uint64_t>(change.value);
  }
  for (const std::size_t other : by_changes_[key]) {
    if (found_[other].reading.changes != found.reading.changes) continue;
    if (found.reading.cost < found_[other].reading.cost) {
      if (found.reading.cost < best_cost) best_ = other;
      found_[other] = std::move(found);
    }
    return;
  }
  by_changes_[key].push_back(found_.size());
  if (found.reading.cost < best_cost) best_ = found_.size();
  found_.push_back(std::move(found));
}

}  // namespace nianbao::rules::localise
