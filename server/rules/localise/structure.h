// What can be computed from a system once, before any table is seen: templates of wrong cells and their effects.
// Must not know values.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "rules/localise/equations.h"

namespace nianbao::rules::localise {

/// Equations as bits.
using Mask = std::uint64_t;

[[nodiscard]] constexpr Mask bit(Index equation) {
  return Mask{1} << static_cast<unsigned>(equation);
}

/// `value` of cell or equation changes by factor × d.
struct Move {
  Index index = 0;
  std::int64_t factor = 1;
};

enum class Pattern : std::uint8_t {
  single,      ///< one cell
  propagated,  ///< an input and totals computed from it
  cascaded     ///< a total and cells computed from it
};

/// Cells that change together by one unknown d. The first cell is the one that was wrong first.
struct Template {
  Pattern pattern = Pattern::single;
  std::vector<Move> cells;
  std::vector<Move> effects;  ///< on residuals, per d
  Mask mask = 0;              ///< equations with an effect
};

struct Touch {
  Index which = 0;  ///< index into the templates
  std::int64_t factor = 1;
  Mask mask = 0;  ///< of the template
  bool single = true;
};

/// Totals that one edit of the inputs would change, with sign. A stale group is a part of one of these.
using Signature = std::vector<Move>;

class Structure {
 public:
  explicit Structure(System sums);

  [[nodiscard]] const System& whole() const { return system_; }
  [[nodiscard]] Index cell_count() const { return static_cast<Index>(system_.places.size()); }
  [[nodiscard]] Index equation_count() const { return static_cast<Index>(system_.equations.size()); }
  /// Equations that a cell is part of, with its factor.
  [[nodiscard]] const std::vector<Move>& equations_of(Index cell) const { return of_cell_[index(cell)]; }
  [[nodiscard]] const std::vector<Template>& templates() const { return templates_; }
  /// Templates that touch exactly these equations.
  [[nodiscard]] std::span<const Index> with_mask(Mask mask) const;
  /// Templates that touch this equation, with their effect on it.
  [[nodiscard]] const std::vector<Touch>& touching(Index equation) const { return touching_[index(equation)]; }
  /// Cells by place: of a row in order of columns, of a column in order of rows.
  [[nodiscard]] const std::vector<std::vector<Index>>& rows() const { return rows_; }
  [[nodiscard]] const std::vector<std::vector<Index>>& columns() const { return columns_; }
  /// Equations in which the cell is the total.
  [[nodiscard]] const std::vector<Index>& computed_by(Index cell) const { return computed_by_[index(cell)]; }
  /// Totals, each after the totals it is computed from.
  [[nodiscard]] const std::vector<Index>& totals_in_order() const { return totals_in_order_; }
  /// Pairs of neighbouring cells: places where an exchange can happen.
  [[nodiscard]] Index neighbour_pairs() const { return neighbour_pairs_; }
  /// True where one edit of the inputs would change all these totals by these signs × d.
  [[nodiscard]] bool one_edit_covers(const Signature& totals) const;
  /// Effect of an input on the balances (equations without a total), with all totals recomputed.
  [[nodiscard]] const std::vector<Move>& balance_effects(Index input) const { return balance_effects_[index(input)]; }
  /// Multiplier of an equation's residual in the linear hash of a residual vector.
  [[nodiscard]] std::uint64_t hash_factor(Index equation) const { return hash_factors_[index(equation)]; }

  [[nodiscard]] static constexpr std::size_t index(Index value) { return static_cast<std::size_t>(value); }

 private:
  struct MaskSlot {
    Mask mask = 0;  ///< 0: free, as no template touches nothing
    Index begin = 0;
    Index count = 0;
  };

  struct Effect {
    std::uint64_t on_balances = 0;
    std::uint64_t on_totals = 0;
  };

  void link_cells();
  void order_totals();
  void lay_out();
  void add_templates();
  void add_cascades();
  void add_template(Pattern pattern, std::vector<Move> cells);
  void index_templates();
  [[nodiscard]] std::size_t slot_of(Mask mask) const;
  void add_signatures();
  void add_balance_effects();
  [[nodiscard]] Effect effect_of(Index input) const;
  [[nodiscard]] Signature signature_of(Index first, Index second, std::int64_t sign) const;
  [[nodiscard]] std::vector<Move> parents(Index cell) const;
  [[nodiscard]] std::vector<Move> closure(Index cell) const;

  System system_;
  std::vector<std::vector<Move>> of_cell_;
  std::vector<std::vector<Index>> computed_by_;
  std::vector<Index> totals_in_order_;
  std::vector<std::vector<Index>> rows_;
  std::vector<std::vector<Index>> columns_;
  Index neighbour_pairs_ = 0;
  std::vector<Template> templates_;
  std::vector<Index> by_mask_;        ///< template indices grouped by mask
  std::vector<MaskSlot> mask_slots_;  ///< open addressing; the size is a power of two
  std::vector<std::vector<Touch>> touching_;
  std::vector<Signature> signatures_;
  std::vector<std::vector<Index>> signatures_of_;  ///< by total
  std::vector<std::vector<Move>> closures_;
  std::vector<std::vector<Move>> balance_effects_;
  std::vector<std::uint64_t> hash_factors_;
};

}  // namespace nianbao::rules::localise
