// One line above each table: how many of its sums hold.
// Must not know LSP or commands.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "features/view.h"
#include "text/byte_range.h"

namespace nianbao::features {

struct CodeLens {
  text::ByteRange range;  ///< the first row of the table
  standard::TableId table = standard::TableId::t3;
  std::string title;
  std::int32_t holding = 0;
  std::int32_t broken = 0;
  std::vector<text::ByteRange> places;  ///< totals of the sums that do not hold; of all sums where all hold
};

/// In source order; tables without any sum that could be checked have none.
[[nodiscard]] std::vector<CodeLens> code_lenses(const View& view);

}  // namespace nianbao::features
