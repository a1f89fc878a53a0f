// What can be computed from a system once, before any table is seen: templates of wrong cells and their effects.
// Must not know values.
#include "rules/localise/structure.h"

#include <algorithm>
#include <map>
#include <unordered_set>
#include <utility>

namespace nianbao::rules::localise {
namespace {

constexpr std::uint64_t mix(std::uint64_t value) {
  value += 0x9e3779b97f4a7c15U;
  value = (value ^ (value >> 30U)) * 0xbf58476d1ce4e5b9U;
  value = (value ^ (value >> 27U)) * 0x94d049bb133111ebU;
  return value ^ (value >> 31U);
}

bool has(const std::vector<Move>& moves, Index which) {
  return std::any_of(moves.begin(), moves.end(), [&](const Move& move) { return move.index == which; });
}

void add_to(std::vector<Move>& moves, Index which, std::int64_t factor) {
  const auto found = std::find_if(moves.begin(), moves.end(), [&](const Move& move) { return move.index == which; });
  if (found != moves.end()) {
    found->factor += factor;
  } else {
    moves.push_back({which, factor});
  }
}

void tidy(std::vector<Move>& moves) {
  std::erase_if(moves, [](const Move& move) { return move.factor == 0; });
  std::sort(moves.begin(), moves.end(), [](const Move& a, const Move& b) { return a.index < b.index; });
}

}  // namespace

Structure::Structure(System sums) : system_(std::move(sums)) {
  link_cells();
  order_totals();
  lay_out();
  add_templates();
  add_cascades();
  index_templates();
  add_signatures();
}

void Structure::link_cells() {
  of_cell_.resize(system_.places.size());
  computed_by_.resize(system_.places.size());
  for (Index e = 0; e < equation_count(); ++e) {
    const Equation& equation = system_.equations[index(e)];
    for (const Term& term : equation.terms) add_to(of_cell_[index(term.cell)], e, term.factor);
    if (equation.total != no_cell) computed_by_[index(equation.total)].push_back(e);
    hash_factors_.push_back(mix(static_cast<std::uint64_t>(e)) | 1U);
  }
  for (Index cell = 0; cell < cell_count(); ++cell) closures_.push_back(closure(cell));
}

/// A total stands behind every total that it is computed from; a circle of totals is cut at its first member.
void Structure::order_totals() {
  std::vector<bool> done(system_.places.size(), false);
  std::vector<Index> waiting;
  for (Index cell = 0; cell < cell_count(); ++cell) {
    if (!computed_by(cell).empty()) waiting.push_back(cell);
  }
  const auto ready = [&](Index total) {
    const Equation& equation = system_.equations[index(computed_by(total).front())];
    return std::all_of(equation.terms.begin(), equation.terms.end(), [&](const Term& term) {
      return term.cell == total || computed_by(term.cell).empty() || done[index(term.cell)];
    });
  };
  while (!waiting.empty()) {
    auto next = std::find_if(waiting.begin(), waiting.end(), ready);
    if (next == waiting.end()) next = waiting.begin();
    done[index(*next)] = true;
    totals_in_order_.push_back(*next);
    waiting.erase(next);
  }
}

void Structure::lay_out() {
  std::map<Index, std::vector<Index>> rows;
  std::map<Index, std::vector<Index>> columns;
  for (Index cell = 0; cell < cell_count(); ++cell) {
    rows[system_.places[index(cell)].row].push_back(cell);
    columns[system_.places[index(cell)].column].push_back(cell);
  }
  const auto place = [&](Index cell) -> const Place& { return system_.places[index(cell)]; };
  for (auto& [row, cells] : rows) {
    std::sort(cells.begin(), cells.end(), [&](Index a, Index b) { return place(a).column < place(b).column; });
    neighbour_pairs_ += static_cast<Index>(cells.size()) - 1;
    rows_.push_back(cells);
  }
  for (auto& [column, cells] : columns) {
    std::sort(cells.begin(), cells.end(), [&](Index a, Index b) { return place(a).row < place(b).row; });
    neighbour_pairs_ += static_cast<Index>(cells.size()) - 1;
    columns_.push_back(cells);
  }
}

std::vector<Move> Structure::parents(Index cell) const {
  std::vector<Move> result;
  for (const Move& in : equations_of(cell)) {
    const Equation& equation = system_.equations[index(in.index)];
    if (equation.total == no_cell || equation.total == cell || has(result, equation.total)) continue;
    for (const Term& term : equation.terms) {
      if (term.cell == equation.total && in.factor % term.factor == 0) {
        result.push_back({equation.total, -in.factor / term.factor});
      }
    }
  }
  return result;
}

std::vector<Move> Structure::closure(Index cell) const {
  std::vector<Move> result = parents(cell);
  for (std::size_t i = 0; i < result.size(); ++i) {
    for (const Move& next : parents(result[i].index)) {
      if (!has(result, next.index) && next.index != cell) {
        result.push_back({next.index, next.factor * result[i].factor});
      }
    }
  }
  return result;
}

void Structure::add_template(Pattern pattern, std::vector<Move> cells) {
  Template added;
  added.pattern = pattern;
  for (const Move& move : cells) {
    for (const Move& in : equations_of(move.index)) add_to(added.effects, in.index, in.factor * move.factor);
  }
  tidy(added.effects);
  for (const Move& effect : added.effects) added.mask |= bit(effect.index);
  if (added.mask == 0) return;
  added.cells = std::move(cells);
  templates_.push_back(std::move(added));
}

void Structure::add_templates() {
  for (Index cell = 0; cell < cell_count(); ++cell) add_template(Pattern::single, {{cell, 1}});
  for (Index cell = 0; cell < cell_count(); ++cell) {
    if (system_.places[index(cell)].total) continue;
    const std::vector<Move> direct = parents(cell);
    const std::vector<Move>& all = closures_[index(cell)];
    for (const Move& parent : direct) add_template(Pattern::propagated, {{cell, 1}, parent});
    if (all.size() < 2) continue;
    std::vector<Move> cells = {{cell, 1}};
    cells.insert(cells.end(), all.begin(), all.end());
    add_template(Pattern::propagated, std::move(cells));
  }
}

/// A wrong total that others were computed from; also where an input on the same side of a balance was forced to fit.
void Structure::add_cascades() {
  for (Index cell = 0; cell < cell_count(); ++cell) {
    if (computed_by(cell).empty()) continue;
    std::vector<Move> with_totals = {{cell, 1}};
    const std::vector<Move>& above = closures_[index(cell)];
    with_totals.insert(with_totals.end(), above.begin(), above.end());
    if (!above.empty()) add_template(Pattern::cascaded, with_totals);
    for (const Move& in : equations_of(cell)) {
      const Equation& balance = system_.equations[index(in.index)];
      if (balance.total != no_cell) continue;
      for (const Term& term : balance.terms) {
        if (term.cell == cell || term.factor != in.factor || !computed_by(term.cell).empty()) continue;
        add_template(Pattern::cascaded, {{cell, 1}, {term.cell, -1}});
        if (above.empty()) continue;
        std::vector<Move> forced = with_totals;
        add_to(forced, term.cell, -1);
        for (const Move& total : closures_[index(term.cell)]) add_to(forced, total.index, -total.factor);
        std::erase_if(forced, [](const Move& move) { return move.factor == 0; });
        add_template(Pattern::cascaded, std::move(forced));
      }
    }
  }
}

std::size_t Structure::slot_of(Mask mask) const {
  std::size_t slot = static_cast<std::size_t>(mix(mask)) & (mask_slots_.size() - 1);
  while (mask_slots_[slot].mask != 0 && mask_slots_[slot].mask != mask) slot = (slot + 1) & (mask_slots_.size() - 1);
  return slot;
}

void Structure::index_templates() {
  const auto count = static_cast<Index>(templates_.size());
  touching_.resize(system_.equations.size());
  for (Index t = 0; t < count; ++t) {
    const Template& which = templates_[index(t)];
    by_mask_.push_back(t);
    for (const Move& effect : which.effects) {
      touching_[index(effect.index)].push_back({t, effect.factor, which.mask, which.pattern == Pattern::single});
    }
  }
  const auto mask = [&](Index t) { return templates_[index(t)].mask; };
  std::sort(by_mask_.begin(), by_mask_.end(),
            [&](Index a, Index b) { return std::pair(mask(a), a) < std::pair(mask(b), b); });
  std::size_t slots = 16;
  while (slots < 3 * templates_.size()) slots *= 2;
  mask_slots_.assign(slots, {});
  for (Index begin = 0; begin < count;) {
    Index end = begin;
    while (end < count && mask(by_mask_[index(end)]) == mask(by_mask_[index(begin)])) ++end;
    mask_slots_[slot_of(mask(by_mask_[index(begin)]))] = {mask(by_mask_[index(begin)]), begin, end - begin};
    begin = end;
  }
}

std::span<const Index> Structure::with_mask(Mask mask) const {
  const MaskSlot& slot = mask_slots_[slot_of(mask)];
  if (slot.mask != mask || mask == 0) return {};
  return std::span(by_mask_).subspan(index(slot.begin), index(slot.count));
}

/// Totals that change where `first` changes by d and `second` by sign × d.
Signature Structure::signature_of(Index first, Index second, std::int64_t sign) const {
  Signature signature = closures_[index(first)];
  for (const Move& total : closures_[index(second)]) add_to(signature, total.index, total.factor * sign);
  tidy(signature);
  return signature;
}

/// Linear hashes of what an input does to the balances and to the totals: equal effects are found without comparing.
Structure::Effect Structure::effect_of(Index input) const {
  Effect effect;
  for (const Move& balance : balance_effects(input)) {
    effect.on_balances += static_cast<std::uint64_t>(balance.factor) * hash_factor(balance.index);
  }
  for (const Move& total : closures_[index(input)]) {
    effect.on_totals += static_cast<std::uint64_t>(total.factor) * mix(static_cast<std::uint64_t>(total.index));
  }
  return effect;
}

void Structure::add_balance_effects() {
  balance_effects_.resize(system_.places.size());
  for (Index cell = 0; cell < cell_count(); ++cell) {
    if (!computed_by(cell).empty()) continue;
    std::vector<Move> changed = closures_[index(cell)];
    changed.push_back({cell, 1});
    for (const Move& move : changed) {
      for (const Move& in : equations_of(move.index)) {
        const bool is_balance = system_.equations[index(in.index)].total == no_cell;
        if (is_balance) add_to(balance_effects_[index(cell)], in.index, in.factor * move.factor);
      }
    }
  }
}

/// Edits of two inputs in one line that disturb no balance; each set of totals once.
void Structure::add_signatures() {
  add_balance_effects();
  std::vector<Effect> effects;
  for (Index cell = 0; cell < cell_count(); ++cell) effects.push_back(effect_of(cell));
  std::unordered_set<std::uint64_t> seen;
  const auto try_pair = [&](Index a, Index b, std::int64_t sign) {
    const std::uint64_t factor = static_cast<std::uint64_t>(sign);
    if (effects[index(a)].on_balances + factor * effects[index(b)].on_balances != 0) return;
    const std::uint64_t hash = effects[index(a)].on_totals + factor * effects[index(b)].on_totals;
    if (seen.contains(~hash + 1) || !seen.insert(hash).second) return;
    Signature signature = signature_of(a, b, sign);
    if (signature.size() >= 2) signatures_.push_back(std::move(signature));
  };
  for (const auto* lines : {&rows_, &columns_}) {
    for (const std::vector<Index>& line : *lines) {
      for (std::size_t i = 0; i < line.size(); ++i) {
        for (std::size_t j = i + 1; j < line.size(); ++j) {
          if (!computed_by(line[i]).empty() || !computed_by(line[j]).empty()) continue;
          try_pair(line[i], line[j], 1);
          try_pair(line[i], line[j], -1);
        }
      }
    }
  }
  signatures_of_.resize(system_.places.size());
  for (std::size_t i = 0; i < signatures_.size(); ++i) {
    for (const Move& total : signatures_[i]) signatures_of_[index(total.index)].push_back(static_cast<Index>(i));
  }
}

bool Structure::one_edit_covers(const Signature& totals) const {
  if (totals.empty()) return false;
  const auto matches = [&](const Signature& signature, std::int64_t sign) {
    return std::all_of(totals.begin(), totals.end(), [&](const Move& total) {
      return std::any_of(signature.begin(), signature.end(), [&](const Move& move) {
        return move.index == total.index && move.factor == sign * total.factor;
      });
    });
  };
  const std::vector<Index>& candidates = signatures_of_[index(totals.front().index)];
  return std::any_of(candidates.begin(), candidates.end(), [&](Index which) {
    return matches(signatures_[index(which)], 1) || matches(signatures_[index(which)], -1);
  });
}

}  // namespace nianbao::rules::localise
