// Tables of applications (表三) with known slips, from fixed seeds: what error localisation is measured on.
// Must not know how slips are found.
#include "support/slip_tables.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <string>

namespace nianbao::testing {
namespace {

using rules::localise::Index;
using rules::localise::System;
using rules::localise::Value;

constexpr std::array<double, 6> applicant_weights = {0.90, 0.08, 0.001, 0.003, 0.006, 0.010};
constexpr std::array<double, 21> result_weights = {0.35, 0.06, 0.01, 0.02, 0.005, 0.03,  0.03,  0.03, 0.02,  0.03, 0.2,
                                                   0.03, 0.03, 0.05, 0.03, 0.005, 0.003, 0.003, 0.05, 0.003, 0.02};

std::size_t at(Index cell) {
  return static_cast<std::size_t>(cell);
}

/// Weights of one organ: those of all organs, each up to e^spread times more or less.
std::vector<double> jittered(const double* weights, std::size_t count, double spread, Random& random) {
  std::vector<double> result;
  for (std::size_t i = 0; i < count; ++i) result.push_back(weights[i] * std::exp(spread * (2 * random.real() - 1)));
  return result;
}

/// `total` things over boxes by weight.
std::vector<std::int64_t> scatter(std::int64_t total, const std::vector<double>& weights, Random& random) {
  std::vector<double> cumulated;
  double sum = 0;
  for (const double weight : weights) cumulated.push_back(sum += weight);
  std::vector<std::int64_t> counts(weights.size(), 0);
  for (std::int64_t i = 0; i < total; ++i) {
    const auto box = std::upper_bound(cumulated.begin(), cumulated.end(), random.real() * sum) - cumulated.begin();
    ++counts[std::min(static_cast<std::size_t>(box), counts.size() - 1)];
  }
  return counts;
}

/// Most organs never use most of the rows; a city uses nearly all of them.
void leave_rows_unused(std::vector<double>& weights, SizeClass size, Random& random) {
  const double unused = size == SizeClass::city ? 0.2 : size == SizeClass::medium ? 0.45 : 0.65;
  for (std::size_t row = 1; row < weights.size(); ++row) {
    if (random.real() < unused) weights[row] = 0;
  }
}

std::int64_t received_in(SizeClass size, Random& random) {
  switch (size) {
    case SizeClass::zero:
      return 0;
    case SizeClass::tiny:
      return random.between(1, 10);
    case SizeClass::small:
      return random.between(11, 80);
    case SizeClass::medium:
      return random.between(81, 800);
    case SizeClass::city:
      return random.between(801, 8000);
  }
  return 0;
}

SizeClass any_size(Random& random) {
  const double x = random.real();
  if (x < 0.017) return SizeClass::zero;
  if (x < 0.282) return SizeClass::tiny;
  if (x < 0.632) return SizeClass::small;
  return x < 0.875 ? SizeClass::medium : SizeClass::city;
}

/// One slip under way: writes to cells that no other slip of the table has touched.
class Hand {
 public:
  Hand(TableShape shape, SlippedTable& table, Random& random) : shape_(shape), table_(table), random_(random) {}

  /// Tries places until the slip changes something. False where the table has no place for it.
  bool slip(SlipType type) {
    // A number strays only where the cell beside it is free: tables with few free cells see it seldom.
    const int attempts = type == SlipType::neighbour ? 1 : 400;
    for (int attempt = 0; attempt < attempts; ++attempt) {
      pending_.clear();
      if (!attempt_slip(type) || pending_.empty()) continue;
      const bool free =
          std::none_of(pending_.begin(), pending_.end(), [&](const auto& p) { return touched_.contains(p.first); });
      const bool changes = std::any_of(pending_.begin(), pending_.end(), [&](const auto& p) {
        return p.second.blank || p.second.value != table_.written[at(p.first)].value;
      });
      if (!free || !changes) continue;
      for (const auto& [cell, value] : pending_) {
        table_.written[at(cell)] = value;
        touched_.insert(cell);
      }
      return true;
    }
    return false;
  }

 private:
  std::int64_t value(Index cell) const { return table_.written[at(cell)].value; }
  void write(Index cell, std::int64_t value, bool blank = false) { pending_.emplace_back(cell, Value{value, blank}); }
  Index any_cell() { return static_cast<Index>(random_.below(static_cast<std::int64_t>(table_.written.size()))); }

  bool attempt_slip(SlipType type) {
    switch (type) {
      case SlipType::drop:
        return drop();
      case SlipType::double_digit:
        return double_digit();
      case SlipType::transpose:
        return transpose();
      case SlipType::key:
        return key();
      case SlipType::neighbour:
        return neighbour();
      case SlipType::stale:
        return stale();
      case SlipType::swap:
        return swap();
      case SlipType::blank:
        return blank();
      case SlipType::off_by_one:
        return off_by_one();
      case SlipType::missed:
        return missed();
      case SlipType::shift:
        return shift();
    }
    return false;
  }

  bool write_digits(Index cell, const std::string& digits) {
    write(cell, std::stoll(digits));
    return true;
  }

  bool drop() {
    const Index cell = any_cell();
    if (value(cell) < 10) return false;
    std::string digits = std::to_string(value(cell));
    digits.erase(static_cast<std::size_t>(random_.below(static_cast<std::int64_t>(digits.size()))), 1);
    return write_digits(cell, digits);
  }

  bool double_digit() {
    const Index cell = any_cell();
    if (value(cell) < 1) return false;
    std::string digits = std::to_string(value(cell));
    const auto i = static_cast<std::size_t>(random_.below(static_cast<std::int64_t>(digits.size())));
    digits.insert(i, 1, digits[i]);
    return write_digits(cell, digits);
  }

  bool transpose() {
    const Index cell = any_cell();
    if (value(cell) < 10) return false;
    std::string digits = std::to_string(value(cell));
    const auto i = static_cast<std::size_t>(random_.below(static_cast<std::int64_t>(digits.size()) - 1));
    std::swap(digits[i], digits[i + 1]);
    return write_digits(cell, digits);
  }

  bool key() {
    const Index cell = any_cell();
    if (value(cell) < 1) return false;
    std::string digits = std::to_string(value(cell));
    const auto i = static_cast<std::size_t>(random_.below(static_cast<std::int64_t>(digits.size())));
    const std::string_view row = "1234567890";
    const std::size_t place = row.find(digits[i]);
    const std::size_t other = place == 0 ? 1 : place == 9 ? 8 : random_.below(2) == 0 ? place - 1 : place + 1;
    digits[i] = row[other];
    return write_digits(cell, digits);
  }

  /// The number stands in the next kind of applicant, which has none.
  bool neighbour() {
    std::vector<std::pair<int, int>> numbers;
    for (int row = 0; row < shape_.rows(); ++row) {
      for (int column = 0; column < TableShape::columns - 1; ++column) {
        if (value(shape_.cell(row, column)) != 0) numbers.emplace_back(row, column);
      }
    }
    if (numbers.empty()) return false;
    const auto [row, column] =
        numbers[static_cast<std::size_t>(random_.below(static_cast<std::int64_t>(numbers.size())))];
    const int other = random_.below(2) == 0 ? column - 1 : column + 1;
    if (other < 0 || other >= TableShape::columns - 1 || value(shape_.cell(row, other)) != 0) return false;
    const Index from = shape_.cell(row, column);
    const Index to = shape_.cell(row, other);
    write(from, 0);
    write(to, value(from));
    return true;
  }

  bool is_total(Index cell) const {
    return cell % TableShape::columns == TableShape::columns - 1 || cell / TableShape::columns == shape_.total_row();
  }

  /// A total that an earlier edit of the table left as it was.
  bool stale() {
    const Index cell = any_cell();
    if (!is_total(cell)) return false;
    const std::int64_t edit = 1 + random_.below(1 + std::min<std::int64_t>(value(cell) / 5, 40));
    const std::int64_t old = random_.below(2) == 0 ? value(cell) - edit : value(cell) + edit;
    if (old < 0) return false;
    write(cell, old);
    return true;
  }

  bool swap() {
    const Index cell = any_cell();
    const bool sideways = random_.below(2) == 0;
    const bool at_edge = sideways ? cell % TableShape::columns == TableShape::columns - 1
                                  : cell / TableShape::columns == shape_.rows() - 1;
    const Index other = cell + (sideways ? 1 : TableShape::columns);
    if (at_edge || value(cell) == value(other)) return false;
    write(cell, value(other));
    write(other, value(cell));
    return true;
  }

  bool blank() {
    const Index cell = any_cell();
    if (value(cell) == 0 && random_.below(4) != 0) return false;
    write(cell, 0, true);
    return true;
  }

  bool off_by_one() {
    const Index cell = any_cell();
    const std::int64_t written = random_.below(2) == 0 ? value(cell) - 1 : value(cell) + 1;
    if (written < 0) return false;
    write(cell, written);
    return true;
  }

  /// A sum without one of its parts, or with one of them twice; three in ten go into the grand total as well.
  bool missed() {
    const int last = TableShape::columns - 1;
    const bool along_row = random_.below(2) == 0;
    const int row = along_row ? static_cast<int>(random_.below(shape_.rows())) : shape_.total_row();
    const int column = along_row ? last : static_cast<int>(random_.below(TableShape::columns));
    const Index part = along_row ? shape_.cell(row, static_cast<int>(random_.below(last)))
                                 : shape_.cell(2 + static_cast<int>(random_.below(shape_.leaf_rows)), column);
    const Index total = shape_.cell(row, column);
    if (value(part) == 0) return false;
    const std::int64_t d = random_.below(4) == 0 ? value(part) : -value(part);
    write(total, value(total) + d);
    const Index grand = shape_.cell(shape_.total_row(), last);
    const bool carried = !along_row && column != last && random_.below(10) < 3;
    if (carried) write(grand, value(grand) + d);
    return true;
  }

  /// One value left out and the rest moved left, or a 0 too many and the rest moved right.
  bool shift() {
    const int row = static_cast<int>(random_.below(shape_.rows()));
    const int last = TableShape::columns - 1;
    const int gap = static_cast<int>(random_.below(last));
    const bool left = random_.below(2) == 0;
    if (value(shape_.cell(row, last)) == 0) return false;
    for (int column = gap; column <= last; ++column) {
      const Index cell = shape_.cell(row, column);
      if (left && column == last) {
        write(cell, 0, true);
      } else if (left) {
        write(cell, value(shape_.cell(row, column + 1)));
      } else {
        write(cell, column == gap ? 0 : value(shape_.cell(row, column - 1)));
      }
    }
    return true;
  }

  TableShape shape_;
  SlippedTable& table_;
  Random& random_;
  std::vector<std::pair<Index, Value>> pending_;
  std::set<Index> touched_;
};

}  // namespace

std::uint64_t Random::next() {
  std::uint64_t z = (state_ += 0x9e3779b97f4a7c15U);
  z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
  z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
  return z ^ (z >> 31U);
}

SlippedTable clean_table(TableShape shape, Random& random) {
  SlippedTable table;
  table.size = any_size(random);
  table.meant.assign(static_cast<std::size_t>(shape.rows() * TableShape::columns), 0);
  const auto cell = [&](int row, int column) -> std::int64_t& { return table.meant[at(shape.cell(row, column))]; };
  const int last = TableShape::columns - 1;
  const std::vector<double> applicants = jittered(applicant_weights.data(), applicant_weights.size(), 0.7, random);
  std::vector<double> results = jittered(result_weights.data(), static_cast<std::size_t>(shape.leaf_rows), 1.4, random);
  leave_rows_unused(results, table.size, random);
  const std::int64_t total = received_in(table.size, random);
  const std::int64_t carried = random.below(2 + total / 12);
  const std::vector<std::int64_t> received = scatter(total, applicants, random);
  const std::vector<std::int64_t> carried_in = scatter(carried, applicants, random);
  const double open_share = 0.06 * random.real();
  for (int column = 0; column < last; ++column) {
    const auto c = static_cast<std::size_t>(column);
    std::int64_t open = 0;
    for (std::int64_t i = 0; i < received[c] + carried_in[c]; ++i) open += random.real() < open_share ? 1 : 0;
    cell(0, column) = received[c];
    cell(1, column) = carried_in[c];
    cell(shape.carried_out_row(), column) = open;
    cell(shape.total_row(), column) = received[c] + carried_in[c] - open;
    const std::vector<std::int64_t> leaves = scatter(cell(shape.total_row(), column), results, random);
    for (int leaf = 0; leaf < shape.leaf_rows; ++leaf) cell(2 + leaf, column) = leaves[static_cast<std::size_t>(leaf)];
  }
  for (int row = 0; row < shape.rows(); ++row) {
    for (int column = 0; column < last; ++column) cell(row, last) += cell(row, column);
  }
  for (const std::int64_t value : table.meant) table.written.push_back({value, false});
  return table;
}

SlippedTable table_with(TableShape shape, SlipType type, Random& random) {
  while (true) {
    SlippedTable table = clean_table(shape, random);
    if (Hand(shape, table, random).slip(type)) return table;
  }
}

SlippedTable table_with_slips(TableShape shape, int count, Random& random) {
  while (true) {
    SlippedTable table = clean_table(shape, random);
    Hand hand(shape, table, random);
    int made = 0;
    for (int attempt = 0; attempt < 20 && made < count; ++attempt) {
      made += hand.slip(static_cast<SlipType>(random.below(slip_type_count))) ? 1 : 0;
    }
    if (made == count) return table;
  }
}

}  // namespace nianbao::testing
