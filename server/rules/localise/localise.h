// Error localisation: the smallest plausible set of cells whose change makes all equations hold (Fellegi & Holt;
// method and figures in docs/localisation.md). Must not know forms, reports or wording.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "rules/localise/equations.h"

namespace nianbao::rules::localise {

enum class Outcome : std::uint8_t {
  none,     ///< every equation holds
  culprit,  ///< one reading, surely enough
  choices,  ///< two to five readings
  fallback  ///< the numbers do not tell
};

/// What may have happened to a cell or a row, for the words of the message.
enum class SlipKind : std::uint8_t {
  off_by_one,
  digits_swapped,
  digit_dropped,
  digit_doubled,
  digit_mistyped,
  digit_inserted,
  zero_for_value,
  arbitrary,
  miscalculated,  ///< a total that is not the sum of its parts, in no particular way
  part_missed,    ///< a total short of exactly one part
  part_twice,     ///< a total over by exactly one part
  blank,          ///< a blank cell that must hold a number
  exchanged,      ///< two neighbouring cells hold each other's value
  moved,          ///< a value stands in the neighbouring cell, which should be 0
  shifted_left,   ///< a value of the row was left out, the rest moved left
  shifted_right,  ///< a 0 too many, the rest moved right
  blank_row,      ///< a row without numbers
  propagated,     ///< an input is wrong and sums were computed from it
  cascaded,       ///< a total is wrong and others were computed from it
  stale_totals    ///< totals kept their old value after one change of the inputs
};

struct Slip {
  SlipKind kind = SlipKind::arbitrary;
  Index cell = no_cell;      ///< the wrong cell; of a row event its first cell that changes
  Index other = no_cell;     ///< the other cell of an exchange, or the part that was missed or counted twice
  std::vector<Index> cells;  ///< all cells that change
};

struct Change {
  Index cell = 0;
  std::int64_t value = 0;
  friend bool operator==(const Change&, const Change&) = default;
};

/// One way to make every equation hold.
struct Reading {
  std::vector<Change> changes;  ///< by cell
  std::vector<Slip> slips;      ///< each with cells of its own
  double cost = 0;              ///< nats; smaller is more plausible
};

struct Verdict {
  Outcome outcome = Outcome::none;
  std::vector<Reading> readings;  ///< one for `culprit`, two to five for `choices`, most plausible first
  std::vector<Index> broken;      ///< equations that do not hold, in order
  std::int64_t evaluations = 0;   ///< trial changes examined: a measure of work that does not depend on the machine
};

class Structure;

/// Examines tables of one connected system. Building it costs more than one `locate`; reuse it for many tables.
class Localiser {
 public:
  explicit Localiser(System sums);
  ~Localiser();
  Localiser(Localiser&&) noexcept;
  Localiser& operator=(Localiser&&) noexcept;

  /// `values` has one entry per cell of the system.
  [[nodiscard]] Verdict locate(const std::vector<Value>& values) const;

 private:
  std::unique_ptr<Structure> structure_;
};

/// The connected parts of a system: for each, the indices of its equations and cells in the whole.
struct Component {
  System sums;
  std::vector<Index> cells;      ///< cell of the whole, by cell of the part
  std::vector<Index> equations;  ///< equation of the whole, by equation of the part
};
[[nodiscard]] std::vector<Component> components(const System& sums);

}  // namespace nianbao::rules::localise
