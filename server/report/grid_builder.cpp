#include "report/grid_builder.h"

#include <algorithm>
#include <utility>

namespace nianbao::report {

using standard::ValueType;

GridBuilder::GridBuilder(const standard::Form& form, const standard::TableSpec& table) : form_(form), table_(table) {
  for (const standard::BlockSpec& block : table.blocks) {
    for (const standard::RowSpec& row : block.rows) {
      if (rows_.empty()) first_cell_ = row.first_cell;
      rows_.push_back(&row);
      RowReading reading;
      reading.row = row.id;
      reading.first_cell = row.first_cell;
      reading.cell_count = row.cell_count;
      readings_.push_back(std::move(reading));
      claimed_.push_back(false);
      for (std::uint16_t i = 0; i < row.cell_count; ++i) {
        CellReading cell;
        cell.cell = static_cast<standard::CellIndex>(row.first_cell + i);
        cells_.push_back(std::move(cell));
      }
    }
  }
}

std::optional<std::size_t> GridBuilder::row_of_entry(std::string_view entry) const {
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    if (rows_[i]->id == entry) return i;
  }
  return std::nullopt;
}

bool GridBuilder::heads_values(std::string_view entry) const {
  return std::any_of(table_.blocks.begin(), table_.blocks.end(), [&](const standard::BlockSpec& block) {
    return std::find(block.columns.begin(), block.columns.end(), entry) != block.columns.end();
  });
}

void GridBuilder::add_label(const standard::Entry& entry, const PhysicalCell& cell) {
  if (!cell.covered) labels_.push_back({entry.id, cell.range, cell.text});
}

void GridBuilder::add_local_row(const PhysicalCell& cell) {
  local_rows_.push_back({{}, cell.range, cell.text});
}

void GridBuilder::touch(const PhysicalRow& row) {
  if (!layout_ || *layout_ == Layout::lines) layout_ = row.layout;
  if (last_run_ == row.run && !pieces_.empty()) {
    pieces_.back().end = std::max(pieces_.back().end, row.line.end);
  } else {
    pieces_.push_back(row.line);
  }
  last_run_ = row.run;
}

void GridBuilder::add_row(std::size_t index, const PhysicalRow& physical, const PhysicalCell* label, bool deviates,
                          std::span<const Slot> slots) {
  RowReading& reading = readings_[index];
  if (reading.present) return;  // the first of two equal labels is the row
  reading.present = true;
  claimed_[index] = true;
  reading.line = physical.line;
  reading.delimited = physical.delimited;
  if (label != nullptr) {
    reading.label = label->range;
    reading.label_text = label->text;
    reading.line.begin = std::min(reading.line.begin, label->range.begin);
  }
  reading.label_deviates = deviates;
  reading.values_found = static_cast<std::uint16_t>(std::min<std::size_t>(slots.size(), reading.cell_count));
  if (slots.size() > reading.cell_count) certain_ = false;
  for (std::size_t i = 0; i < reading.values_found; ++i) {
    const auto cell = static_cast<standard::CellIndex>(reading.first_cell + i);
    cells_[cell - first_cell_] = read_cell(cell, slots[i]);
    reading.line.end = std::max(reading.line.end, slots[i].range.end);
  }
  // A group row of the statistics table never needs a place for a value.
  if (slots.empty() && reading.cell_count == 1 && form_.cells[reading.first_cell].type == ValueType::none) {
    const text::Offset end = label != nullptr ? label->range.end : physical.line.end;
    CellReading& cell = cells_[reading.first_cell - first_cell_];
    cell.state = CellState::blank;
    cell.range = {end, end};
    cell.editable = false;
  }
  touch(physical);
  ++rows_read_;
  expected_ = index + 1;
}

CellReading GridBuilder::read_cell(standard::CellIndex index, const Slot& slot) const {
  const ValueType type = form_.cells[index].type;
  CellReading cell;
  cell.cell = index;
  cell.range = slot.range;
  cell.text = slot.text;
  cell.editable = slot.contiguous && slot.has_place;
  cell.state = CellState::blank;
  if (cell.text.empty()) return cell;
  cell.number = read_number(cell.text);
  cell.state = CellState::number;
  switch (cell.number.form) {
    case NumberForm::text:
    case NumberForm::approximate:
    case NumberForm::placeholder:
      cell.state = CellState::malformed;
      break;
    case NumberForm::with_unit:
      if (type != ValueType::amount) cell.state = CellState::malformed;
      break;
    case NumberForm::in_words:
      if (type != ValueType::signed_integer) cell.state = CellState::malformed;
      break;
    default:
      break;
  }
  if (cell.state == CellState::number && type != ValueType::amount) {
    const bool negative = cell.number.value->scaled < 0;
    cell.in_domain = cell.number.value->integral() && (type == ValueType::signed_integer || !negative);
  }
  return cell;
}

Grid GridBuilder::finish() && {
  Grid grid;
  grid.table = table_.id;
  grid.form = form_.id;
  grid.layout = layout_.value_or(Layout::pipe);
  std::sort(pieces_.begin(), pieces_.end());
  // Where each cell has a line of its own, the last row's values stand behind its label's line.
  for (const RowReading& row : readings_) {
    if (row.present && !pieces_.empty()) pieces_.back().end = std::max(pieces_.back().end, row.line.end);
  }
  if (!pieces_.empty()) grid.range = {pieces_.front().begin, pieces_.back().end};
  // A table that parts all its rows by empty lines is not cut anywhere.
  if (pieces_.size() * 2 > rows_.size() && pieces_.size() > 3) pieces_ = {grid.range};
  grid.cells = std::move(cells_);
  grid.rows = std::move(readings_);
  grid.labels = std::move(labels_);
  grid.local_rows = std::move(local_rows_);
  grid.pieces = std::move(pieces_);
  grid.certain = certain_;
  return grid;
}

}  // namespace nianbao::report
