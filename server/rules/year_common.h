// What the rules over several reports share.
// Must not know any rule.
#pragma once

#include <optional>

#include "rules/digest.h"
#include "rules/relations.h"

namespace nianbao::rules {

/// The number of a cell as a digest would have it: nothing for a blank one, unlike Cells::value.
[[nodiscard]] inline std::optional<report::Decimal> certain_value(const Cells& cells, const standard::Form& form,
                                                                  standard::CellIndex cell) {
  const report::CellReading* reading = cells.reading(cell);
  const report::Grid* grid = cells.grid(cell);
  if (reading == nullptr || grid == nullptr || !grid->certain) return std::nullopt;
  return certain_number(*reading, form.cells[cell]);
}

}  // namespace nianbao::rules
