// The arithmetic of one row, column, group or cell, written out with the numbers of this report.
// Must not know any relation by name: which ones belong to an entry is read off their cells.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/report.h"
#include "rules/rule.h"
#include "standard/form.h"

namespace nianbao::features {

/// Equalities that belong to the entry alone (a row's sum for a row, a column's balance for a column, a group's sum for
/// table 四), one line each, failing ones first. Empty where a cell was not read.
[[nodiscard]] std::vector<std::string> arithmetic_of_entry(const rules::Context& context, const standard::Entry& entry);

/// Failing equalities in which the cell takes part.
[[nodiscard]] std::vector<std::string> failing_arithmetic_of_cell(const rules::Context& context,
                                                                  standard::CellIndex cell);

}  // namespace nianbao::features
