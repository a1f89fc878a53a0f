// Geometry: which cells of a row are its data columns, when blanks stand on either side.
// Must not know labels or forms.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "report/physical.h"
#include "report/row_tokens.h"

namespace nianbao::report {

/// Where the values of an earlier row or the column heads stood.
struct WindowHint {
  std::size_t start = 0;  ///< index of the first value
  std::size_t size = 0;   ///< cells of that row
};

/// Indexes of the cells from `first` on that hold the row's `expected` values, in order; fewer where cells are missing,
/// more where the row holds too many. Where blanks leave a choice, the hint decides: same place from the left in a row
/// of the same size, else same place from the right.
[[nodiscard]] std::vector<std::size_t> value_window(const PhysicalRow& row, const TokenRow& tokens, std::size_t first,
                                                    std::size_t expected, std::optional<WindowHint> hint);

/// Display columns of one data column.
struct ColumnSpan {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// Aligned text with blanks: for each of `columns` the cell of `places` that stands under it, or nothing. Empty where
/// the cells do not fit the columns one to one.
[[nodiscard]] std::vector<std::optional<std::size_t>> by_columns(const PhysicalRow& row,
                                                                 const std::vector<std::size_t>& places,
                                                                 const std::vector<ColumnSpan>& columns);

}  // namespace nianbao::report
