// A table as a linear system: sparse equations over cells that have a place in a grid.
// Must not know forms, reports or text: cells are numbers from 0.
#pragma once

#include <cstdint>
#include <vector>

namespace nianbao::rules::localise {

using Index = std::int32_t;
inline constexpr Index no_cell = -1;

struct Term {
  Index cell = 0;
  std::int64_t factor = 1;
};

/// Σ factor × value = 0. `total` is the cell that is computed as the sum of the others; `no_cell` for a balance.
struct Equation {
  std::vector<Term> terms;
  Index total = no_cell;
};

/// Where a cell stands: neighbours differ by one in row or column.
struct Place {
  Index row = 0;
  Index column = 0;
  bool total = false;  ///< computed from other cells
  bool may_be_negative = false;
};

struct System {
  std::vector<Place> places;  ///< by cell
  std::vector<Equation> equations;
};

/// What stands in a cell. A blank cell counts as 0.
struct Value {
  std::int64_t value = 0;
  bool blank = false;
};

/// More equations than this in one connected system are not examined.
inline constexpr std::size_t max_equations = 64;

}  // namespace nianbao::rules::localise
