// A row whose label was read and whose values may still come, one cell or line at a time.
// Must not know other rows.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "report/grid_builder.h"
#include "report/physical.h"

namespace nianbao::report {

struct OpenRow {
  std::size_t index = 0;  ///< in the table's rows
  const PhysicalRow* physical = nullptr;
  PhysicalCell label;
  bool has_label = true;
  bool deviates = false;
  std::vector<Slot> slots;
  std::size_t numbers = 0;  ///< slots that hold a number
  bool unit_seen = false;
};

/// Decides which empty lines are blank cells and which only part lines, and fills in cells that lines without their
/// ends have lost. `layout` is the table's; `labelled`: its rows have labels.
void settle_blanks(OpenRow& row, std::size_t expected, std::optional<Layout> layout, bool labelled);

}  // namespace nianbao::report
