// The cell of a pipe row that comes next while the row is being typed. Must not know what is offered there.
#include "features/open_cell.h"

#include <algorithm>

namespace nianbao::features {
namespace {

bool holds_number(const report::Grid& grid, const report::RowReading& row) {
  for (std::uint16_t i = 0; i < row.cell_count; ++i) {
    const report::CellReading* cell = grid.cell(static_cast<standard::CellIndex>(row.first_cell + i));
    if (cell != nullptr && cell->state == report::CellState::number) return true;
  }
  return false;
}

}  // namespace

const report::RowReading* row_of(const report::Grid& grid, const report::CellReading& cell) {
  const auto holds = [&](const report::RowReading& row) {
    return row.present && row.first_cell <= cell.cell && cell.cell - row.first_cell < row.cell_count;
  };
  const auto found = std::ranges::find_if(grid.rows, holds);
  return found != grid.rows.end() ? &*found : nullptr;
}

bool is_open_cell(const text::Text& text, const report::Grid& grid, const report::CellReading& cell,
                  text::Offset cursor) {
  if (grid.layout != report::Layout::pipe || cell.state != report::CellState::absent) return false;
  const report::RowReading* row = row_of(grid, cell);
  // Blanks alone may as well be columns of the label: which column comes next is known behind a number.
  if (row == nullptr || !holds_number(grid, *row)) return false;
  if (cell.cell == row->first_cell) return false;
  const report::CellReading* before = grid.cell(static_cast<standard::CellIndex>(cell.cell - 1));
  if (before == nullptr || before->state == report::CellState::absent || before->range.end >= cursor) return false;
  if (text.line_of(before->range.end) != text.line_of(cursor)) return false;
  const std::string_view typed = text.slice({before->range.end, cursor});
  const std::size_t pipe = typed.find_first_not_of(' ');
  if (pipe == std::string_view::npos || typed[pipe] != '|') return false;
  const std::string_view rest = text.slice({cursor, text.line(text.line_of(cursor)).end});
  return typed.find_first_not_of(' ', pipe + 1) == std::string_view::npos &&
         rest.find_first_not_of(" \t") == std::string_view::npos;
}

}  // namespace nianbao::features
