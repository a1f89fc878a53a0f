// How plausible a slip is, in nats: typing slips, sums done by hand, exchanged cells.
// Must not know equations' residuals or how slips are combined.
#include "rules/localise/cost.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

namespace nianbao::rules::localise {
namespace {

constexpr double per_slip = 6.0;
constexpr double group_extra = 2.5;

/// Decimal digits, most significant first. Values have at most 19.
struct Digits {
  std::array<std::int8_t, 20> digit{};
  int count = 0;
};

Digits digits_of(std::int64_t value) {
  Digits result;
  std::uint64_t rest = static_cast<std::uint64_t>(value < 0 ? -value : value);
  do {
    result.digit[static_cast<std::size_t>(result.count++)] = static_cast<std::int8_t>(rest % 10);
    rest /= 10;
  } while (rest != 0);
  std::reverse(result.digit.begin(), result.digit.begin() + result.count);
  return result;
}

std::int8_t at(const Digits& digits, int i) {
  return digits.digit[static_cast<std::size_t>(i)];
}

/// Keys beside each other: in the row 1 … 9 0, or on the number pad.
bool keys_touch(int a, int b) {
  if (std::abs(a - b) == 1) return true;
  if ((a == 0 && b == 9) || (a == 9 && b == 0)) return true;
  if (a == 0 || b == 0) return a + b <= 2;
  const int rows = std::abs((a - 1) / 3 - (b - 1) / 3);
  const int columns = std::abs((a - 1) % 3 - (b - 1) % 3);
  return rows <= 1 && columns <= 1;
}

/// True where `longer` without one digit is `shorter`; `doubled` where that digit stands beside its equal.
bool one_digit_more(const Digits& longer, const Digits& shorter, bool& doubled) {
  if (longer.count != shorter.count + 1) return false;
  int i = 0;
  while (i < shorter.count && at(longer, i) == at(shorter, i)) ++i;
  for (int j = i; j < shorter.count; ++j) {
    if (at(longer, j + 1) != at(shorter, j)) return false;
  }
  doubled = i > 0 && at(longer, i) == at(longer, i - 1);
  return true;
}

struct Difference {
  int places = 0;
  int first = 0;
  int last = 0;
};

Difference compare(const Digits& a, const Digits& b) {
  Difference result;
  for (int i = 0; i < a.count; ++i) {
    if (at(a, i) == at(b, i)) continue;
    if (result.places == 0) result.first = i;
    result.last = i;
    ++result.places;
  }
  return result;
}

void keep_cheaper(TypingSlip& best, SlipKind kind, double cost) {
  if (cost < best.cost) best = {kind, cost};
}

void price_same_length(const Digits& written, const Digits& meant, TypingSlip& best) {
  const Difference difference = compare(written, meant);
  const double length = meant.count;
  if (difference.places == 1) {
    const bool touch = keys_touch(at(written, difference.first), at(meant, difference.first));
    keep_cheaper(best, SlipKind::digit_mistyped, (touch ? 3.2 : 5.6) + std::log(length));
  }
  if (difference.places == 2 && difference.last == difference.first + 1 &&
      at(written, difference.first) == at(meant, difference.last) &&
      at(written, difference.last) == at(meant, difference.first)) {
    keep_cheaper(best, SlipKind::digits_swapped, 1.8 + std::log(length - 1));
  }
}

}  // namespace

TypingSlip typing_slip(std::int64_t written, std::int64_t meant, std::int64_t largest) {
  TypingSlip best{SlipKind::arbitrary, 7 + std::log(10.0 + static_cast<double>(largest))};
  const Digits from = digits_of(meant);
  const Digits to = digits_of(written);
  const double length = from.count;
  if (from.count == to.count) price_same_length(to, from, best);
  bool doubled = false;
  if (written != 0 && one_digit_more(from, to, doubled)) {
    keep_cheaper(best, SlipKind::digit_dropped, 1.7 + std::log(length));
  }
  if (meant != 0 && one_digit_more(to, from, doubled)) {
    keep_cheaper(best, doubled ? SlipKind::digit_doubled : SlipKind::digit_inserted,
                 (doubled ? 1.8 : 4.5) + std::log(length));
  }
  if (written == 0) keep_cheaper(best, SlipKind::zero_for_value, 3.6);
  if (std::abs(written - meant) == 1) keep_cheaper(best, SlipKind::off_by_one, 1.9);
  if (meant == 0) best.cost += 1.6;
  return best;
}

CostModel::CostModel(const Structure& structure, const std::vector<Value>& values)
    : structure_(structure), values_(values), column_sum_(values.size(), 1), nonzero_share_(values.size(), 0.5) {
  for (const Value& value : values) {
    largest_ = std::max(largest_, std::abs(value.value));
    blanks_ += value.blank ? 1 : 0;
  }
  any_cell_ = per_slip + std::log(static_cast<double>(std::max<std::size_t>(values.size(), 1)));
  count_neighbours();
  for (const std::vector<Index>& column : structure.columns()) {
    double inputs = 0;
    double nonzero = 0;
    for (const Index cell : column) {
      if (structure.whole().places[Structure::index(cell)].total) continue;
      inputs += 1;
      nonzero += value(cell) != 0 ? 1 : 0;
    }
    double sum = 1;
    for (const Index cell : column) {
      if (!structure.whole().places[Structure::index(cell)].total) sum += std::abs(static_cast<double>(value(cell)));
    }
    for (const Index cell : column) column_sum_[Structure::index(cell)] = sum;
    for (const Index cell : column) nonzero_share_[Structure::index(cell)] = (nonzero + 0.5) / (inputs + 1);
  }
}

/// Only where two numbers differ can an exchange have happened.
void CostModel::count_neighbours() {
  double exchanges = 1;
  double moves = 1;
  for (const auto* lines : {&structure_.rows(), &structure_.columns()}) {
    for (const std::vector<Index>& line : *lines) {
      for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        const std::int64_t a = value(line[i]);
        const std::int64_t b = value(line[i + 1]);
        if (a == b) continue;
        exchanges += 1;
        moves += lines == &structure_.rows() && (a == 0 || b == 0) ? 1 : 0;
      }
    }
  }
  any_exchange_ = per_slip + std::log(exchanges);
  any_move_ = per_slip + std::log(moves);
}

double CostModel::prior(Index cell, std::int64_t value) const {
  if (structure_.whole().places[Structure::index(cell)].total) return 0;
  const double share = nonzero_share_[Structure::index(cell)];
  return -std::log(value != 0 ? share : 1 - share);
}

void CostModel::price_total(Index cell, std::int64_t difference, Priced& best) const {
  const double by_hand = 2.6 + std::log(1.0 + std::abs(static_cast<double>(difference)));
  if (by_hand < best.cost) best = {{SlipKind::miscalculated, cell, no_cell, {}}, by_hand};
  for (const Index e : structure_.computed_by(cell)) {
    double nonzero = 0;
    Index same = no_cell;
    for (const Term& term : structure_.whole().equations[Structure::index(e)].terms) {
      if (term.cell == cell || value(term.cell) == 0) continue;
      nonzero += 1;
      if (std::abs(value(term.cell)) == std::abs(difference)) same = term.cell;
    }
    const double missed = 2.5 + 0.7 * std::log(std::max(nonzero, 1.0));
    if (same == no_cell || missed >= best.cost) continue;
    best = {{difference > 0 ? SlipKind::part_missed : SlipKind::part_twice, cell, same, {}}, missed};
  }
}

Priced CostModel::cell(Index cell, std::int64_t meant) const {
  const Value& written = values_[Structure::index(cell)];
  if (written.blank) return {{SlipKind::blank, cell, no_cell, {}}, blank_cells()};
  const TypingSlip typing = typing_slip(written.value, meant, largest_);
  Priced best{{typing.kind, cell, no_cell, {}}, typing.cost};
  if (structure_.whole().places[Structure::index(cell)].total) {
    price_total(cell, meant - written.value, best);
  } else {
    best.cost += prior(cell, meant) - prior(cell, written.value);
  }
  best.cost += any_cell_;
  return best;
}

Priced CostModel::pattern(const Template& which, std::int64_t d) const {
  const Move& first = which.cells.front();
  Priced price = cell(first.index, value(first.index) + first.factor * d);
  if (which.pattern == Pattern::single) return price;
  price.cost += group_extra;
  price.slip.kind = which.pattern == Pattern::propagated ? SlipKind::propagated : SlipKind::cascaded;
  return price;
}

double CostModel::stale_group(std::int64_t d) const {
  return any_cell_ + 2.6 + std::log(1.0 + std::abs(static_cast<double>(d))) + group_extra;
}

double CostModel::exchange(Index first, Index second) const {
  const Place& a = structure_.whole().places[Structure::index(first)];
  const Place& b = structure_.whole().places[Structure::index(second)];
  const bool moved_sideways = a.row == b.row && (value(first) == 0 || value(second) == 0);
  double change = prior(first, value(second)) + prior(second, value(first)) - prior(first, value(first)) -
                  prior(second, value(second));
  if (a.row == b.row && !a.total && !b.total) {
    // The more a column holds, the likelier it is that a number belongs there.
    const bool into_first = value(second) > value(first);
    const double gain = std::log(column_sum_[Structure::index(into_first ? second : first)] /
                                 column_sum_[Structure::index(into_first ? first : second)]);
    change += std::clamp(gain, -3.0, 3.0);
  }
  return (moved_sideways ? any_move_ + 1.2 : any_exchange_ + 2.2) + change;
}

double CostModel::shift(bool seen) const {
  if (seen) return blank_cells() + 3.2;
  return per_slip + std::log(static_cast<double>(std::max<std::size_t>(values_.size(), 1))) + 3.2;
}

double CostModel::blank_cells() const {
  return 1 + std::log(static_cast<double>(blanks_) + 1);
}

}  // namespace nianbao::rules::localise
