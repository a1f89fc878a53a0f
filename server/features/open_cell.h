// The cell of a pipe row that comes next while the row is being typed: it has no place in the text yet.
// Must not know what is offered there.
#pragma once

#include "features/view.h"
#include "text/byte_range.h"
#include "text/text.h"

namespace nianbao::features {

/// The row that the cell belongs to; null where it is not in the text.
[[nodiscard]] const report::RowReading* row_of(const report::Grid& grid, const report::CellReading& cell);

/// True where nothing but the pipe behind the cell's neighbour stands between that one and the cursor, and nothing
/// behind the cursor.
[[nodiscard]] bool is_open_cell(const text::Text& text, const report::Grid& grid, const report::CellReading& cell,
                                text::Offset cursor);

}  // namespace nianbao::features
