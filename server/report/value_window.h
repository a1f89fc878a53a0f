// Geometry: which cells of a row are its data columns, when blanks stand on either side.
// Must not know labels or forms.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "report/physical.h"
#include "report/row_tokens.h"

namespace nianbao::report {

/// Indexes of the cells from `first` on that hold the row's `expected` values, in order; fewer where cells are missing,
/// more where the row holds too many. `hint` is where the values of the row before began.
[[nodiscard]] std::vector<std::size_t> value_window(const PhysicalRow& row, const TokenRow& tokens, std::size_t first,
                                                    std::size_t expected, std::optional<std::size_t> hint);

}  // namespace nianbao::report
