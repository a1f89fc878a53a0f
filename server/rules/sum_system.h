// The equalities of a form, as far as a report's cells allow, as linear systems for localisation.
// Must not know wording or findings.
#pragma once

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "rules/localise/localise.h"
#include "rules/relations.h"

namespace nianbao::rules {

/// One connected part of the equalities with the values that stand in its cells.
struct SumSystem {
  localise::System sums;
  std::vector<localise::Value> values;     ///< by cell of the system
  std::vector<standard::CellIndex> cells;  ///< cell of the form, by cell of the system
  std::vector<const Instance*> instances;  ///< by equation of the system
};

/// Certain equalities (severity error) whose cells were all read or are blank, split into connected parts.
[[nodiscard]] std::vector<SumSystem> sum_systems(const standard::Form& form, const Cells& cells,
                                                 const std::vector<Instance>& instances);

/// All certain equalities of the form, whatever a report holds: for tables that come without a report.
[[nodiscard]] std::vector<SumSystem> sum_systems(const standard::Form& form, const std::vector<Instance>& instances);

/// One instance per relation of the form that is an equality and certain, marked as complete.
[[nodiscard]] std::vector<Instance> all_equalities(const standard::Form& form);

/// What localisation says of one table of bare numbers (`nianbao localise`).
struct TableVerdict {
  struct Set {
    std::vector<std::pair<standard::CellIndex, std::int64_t>> changes;
  };
  localise::Outcome outcome = localise::Outcome::none;
  std::vector<Set> sets;  ///< one for a culprit, two to five for choices, most plausible first
};

/// Keeps the systems of a table, so that many tables of one form are examined quickly.
class TableLocaliser {
 public:
  TableLocaliser(const standard::Form& form, standard::TableId table);
  /// By cell of the form; nothing stands for a blank cell. Cells of other tables are not looked at.
  [[nodiscard]] TableVerdict locate(const std::vector<std::optional<std::int64_t>>& values) const;

 private:
  struct Part {
    localise::Localiser localiser;
    std::vector<standard::CellIndex> cells;
  };
  std::vector<Part> parts_;
};

}  // namespace nianbao::rules
