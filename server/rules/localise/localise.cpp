// Error localisation: from readings to a verdict, by the lead of the best one (docs/localisation.md).
// Must not know forms, reports or wording.
#include "rules/localise/localise.h"

#include <algorithm>
#include <bit>
#include <numeric>
#include <utility>

#include "rules/localise/search.h"
#include "rules/localise/structure.h"

namespace nianbao::rules::localise {
namespace {

constexpr std::size_t max_choices = 5;
constexpr double near_tie = 4.0;

/// How far the best reading must lead before it is called the culprit (localisation §4).
double lead_needed(const Hypothesis& best) {
  const std::size_t slips = best.reading.slips.size();
  if (slips >= 3) return best.shares_amount ? 6 : 4;
  if (slips == 2) {
    if (best.grouped && best.rearranged) return 11;
    if (best.grouped) return best.shares_amount ? 10 : 12;
    if (best.rearranged) return best.shares_amount ? 8 : 6;
    return best.shares_amount ? 8 : 4;
  }
  return best.grouped ? 10 : 4;
}

std::size_t count_within(const std::vector<Hypothesis>& found, double margin) {
  return static_cast<std::size_t>(std::count_if(found.begin(), found.end(), [&](const Hypothesis& hypothesis) {
    return hypothesis.reading.cost < found.front().reading.cost + margin;
  }));
}

void offer(std::vector<Hypothesis>& found, std::size_t count, Verdict& verdict) {
  for (std::size_t i = 0; i < count; ++i) verdict.readings.push_back(std::move(found[i].reading));
  verdict.outcome = count == 1 ? Outcome::culprit : Outcome::choices;
}

void decide(std::vector<Hypothesis>& found, Verdict& verdict) {
  verdict.outcome = Outcome::fallback;
  if (found.empty()) return;
  const double lead = lead_needed(found.front());
  for (const double margin : {lead, near_tie}) {
    const std::size_t count = count_within(found, margin);
    if (count == 1 && margin < lead) continue;
    if (count <= max_choices) return offer(found, count, verdict);
  }
}

/// Cells that the equations cannot tell apart: only a lone blank one among them is named.
void decide_ambiguous(std::vector<Hypothesis>& found, Verdict& verdict) {
  verdict.outcome = Outcome::fallback;
  const auto is_blank = [](const Hypothesis& h) { return h.reading.slips.front().kind == SlipKind::blank; };
  if (std::count_if(found.begin(), found.end(), is_blank) != 1) return;
  verdict.readings.push_back(std::move(std::find_if(found.begin(), found.end(), is_blank)->reading));
  verdict.outcome = Outcome::culprit;
}

Index root_of(std::vector<Index>& parents, Index cell) {
  while (parents[Structure::index(cell)] != cell) {
    Index& parent = parents[Structure::index(cell)];
    parent = parents[Structure::index(parent)];
    cell = parent;
  }
  return cell;
}

}  // namespace

Localiser::Localiser(System sums) {
  if (sums.equations.size() <= max_equations) structure_ = std::make_unique<Structure>(std::move(sums));
}
Localiser::~Localiser() = default;
Localiser::Localiser(Localiser&&) noexcept = default;
Localiser& Localiser::operator=(Localiser&&) noexcept = default;

Verdict Localiser::locate(const std::vector<Value>& values) const {
  Verdict verdict;
  if (structure_ == nullptr || values.size() != structure_->whole().places.size()) {
    verdict.outcome = Outcome::fallback;
    return verdict;
  }
  Search search(*structure_, values);
  for (Mask mask = search.state().broken(); mask != 0; mask &= mask - 1) {
    verdict.broken.push_back(static_cast<Index>(std::countr_zero(mask)));
  }
  if (verdict.broken.empty()) return verdict;
  std::vector<Hypothesis> found = search.run();
  verdict.evaluations = search.evaluations();
  if (search.settled_by_one_cell()) {
    offer(found, 1, verdict);
  } else if (search.ambiguous_by_structure()) {
    decide_ambiguous(found, verdict);
  } else {
    decide(found, verdict);
  }
  return verdict;
}

std::vector<Component> components(const System& sums) {
  std::vector<Index> parents(sums.places.size());
  std::iota(parents.begin(), parents.end(), 0);
  for (const Equation& equation : sums.equations) {
    for (const Term& term : equation.terms) {
      parents[Structure::index(root_of(parents, term.cell))] = root_of(parents, equation.terms.front().cell);
    }
  }
  std::vector<Component> result;
  std::vector<Index> component_of(sums.places.size(), -1);
  std::vector<Index> place_of(sums.places.size(), no_cell);
  for (std::size_t e = 0; e < sums.equations.size(); ++e) {
    Equation equation = sums.equations[e];
    if (equation.terms.empty()) continue;
    const Index total = equation.total;
    Index& which = component_of[Structure::index(root_of(parents, equation.terms.front().cell))];
    if (which < 0) {
      which = static_cast<Index>(result.size());
      result.emplace_back();
    }
    Component& component = result[Structure::index(which)];
    for (Term& term : equation.terms) {
      Index& place = place_of[Structure::index(term.cell)];
      if (place == no_cell) {
        place = static_cast<Index>(component.cells.size());
        component.cells.push_back(term.cell);
        component.sums.places.push_back(sums.places[Structure::index(term.cell)]);
      }
      if (term.cell == total) equation.total = place;
      term.cell = place;
    }
    component.sums.equations.push_back(std::move(equation));
    component.equations.push_back(static_cast<Index>(e));
  }
  return result;
}

}  // namespace nianbao::rules::localise
