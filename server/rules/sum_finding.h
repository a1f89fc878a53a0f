// Findings on sums that do not add up, one relation at a time, and what is needed to repair them.
// Must not know any cell, row or table by name, nor how the culprit of several sums is found.
#pragma once

#include <vector>

#include "rules/sum_wording.h"

namespace nianbao::rules {

struct CellChange {
  standard::CellIndex cell = 0;
  report::Decimal value;
};

/// A finding with place and cell, but without message: stands on `cell`.
[[nodiscard]] Finding finding_on(const SumScene& scene, std::string rule, standard::CellIndex cell);

/// Warning where the table holds rows that the form does not have: its sums may well include them.
[[nodiscard]] standard::Severity severity_of(const SumScene& scene, const Instance& instance);

/// True where after the changes every certain relation of their table holds and no other relation of it is broken anew.
[[nodiscard]] bool settles_table(const SumScene& scene, const std::vector<CellChange>& changes);

/// A fix of the changes; empty edits where a cell cannot be edited. Preferred and inferred are set as design §5 asks,
/// and the title ends in the advice to look at the register where it rests on inference.
[[nodiscard]] Fix fix_of(const SumScene& scene, std::string title, const std::vector<CellChange>& changes);

/// One broken relation by itself, with the fix that sets its total where that breaks nothing else.
[[nodiscard]] Finding relation_finding(const SumScene& scene, const Instance& instance);

}  // namespace nianbao::rules
