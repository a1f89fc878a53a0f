// How plausible a slip is, in nats: typing slips, sums done by hand, exchanged cells.
// Must not know equations' residuals or how slips are combined.
#pragma once

#include <cstdint>
#include <vector>

#include "rules/localise/localise.h"
#include "rules/localise/structure.h"

namespace nianbao::rules::localise {

/// What typing may have made of `meant` so that `written` stands there.
struct TypingSlip {
  SlipKind kind = SlipKind::arbitrary;
  double cost = 0;
};
[[nodiscard]] TypingSlip typing_slip(std::int64_t written, std::int64_t meant, std::int64_t largest);

struct Priced {
  Slip slip;
  double cost = 0;
};

/// Costs within one table.
class CostModel {
 public:
  CostModel(const Structure& structure, const std::vector<Value>& values);

  /// False where a cell cannot hold the value.
  [[nodiscard]] bool allowed(Index cell, std::int64_t value) const {
    return value >= 0 || structure_.whole().places[Structure::index(cell)].may_be_negative;
  }
  [[nodiscard]] Priced cell(Index cell, std::int64_t value) const;
  [[nodiscard]] Priced pattern(const Template& which, std::int64_t d) const;
  /// Several totals that one edit of the inputs left old.
  [[nodiscard]] double stale_group(std::int64_t d) const;
  [[nodiscard]] double exchange(Index first, Index second) const;
  /// `seen`: the row lacks a value visibly, its last cell is blank.
  [[nodiscard]] double shift(bool seen) const;
  [[nodiscard]] double blank_cells() const;

 private:
  [[nodiscard]] std::int64_t value(Index cell) const { return values_[Structure::index(cell)].value; }
  [[nodiscard]] double prior(Index cell, std::int64_t value) const;
  void count_neighbours();
  void price_total(Index cell, std::int64_t difference, Priced& best) const;

  const Structure& structure_;
  const std::vector<Value>& values_;
  std::int64_t largest_ = 0;
  std::int64_t blanks_ = 0;
  double any_cell_ = 0;
  double any_exchange_ = 0;            ///< of two different numbers
  double any_move_ = 0;                ///< of a number to a 0 beside it
  std::vector<double> column_sum_;     ///< by cell: what the inputs of its column hold together, and 1
  std::vector<double> nonzero_share_;  ///< by cell: of the inputs in its column
};

}  // namespace nianbao::rules::localise
