#include "report/value_columns.h"

#include <algorithm>

namespace nianbao::report {

Slot slot_of(const PhysicalCell& cell) {
  return {cell.range, cell.text, cell.contiguous, true};
}

void ValueColumns::reset() {
  hint_.reset();
  columns_.clear();
}

void ValueColumns::begin_block() {
  heads_.clear();
  columns_.clear();
}

void ValueColumns::add_head(const PhysicalRow& row, std::size_t cell) {
  if (heads_.empty()) hint_ = WindowHint{cell, row.cells.size()};
  heads_.push_back({row.cells[cell].column, row.cells[cell].end_column});
}

void ValueColumns::settle(std::size_t expected) {
  if (heads_.size() == expected) {
    columns_ = heads_;
    std::sort(columns_.begin(), columns_.end(),
              [](const ColumnSpan& a, const ColumnSpan& b) { return a.begin < b.begin; });
  }
  heads_.clear();
}

std::vector<Slot> ValueColumns::values(const PhysicalRow& row, const TokenRow& tokens, std::size_t first,
                                       std::size_t expected) {
  settle(expected);
  std::vector<Slot> slots;
  const std::vector<std::size_t> places = value_window(row, tokens, first, expected, hint_);
  if (row.layout == Layout::aligned && places.size() < expected && !places.empty() && columns_.size() == expected) {
    text::Offset end = row.cells[places.front()].range.begin;
    for (const auto& place : by_columns(row, places, columns_)) {
      if (place) end = row.cells[*place].range.end;
      slots.push_back(place ? slot_of(row.cells[*place]) : Slot{{end, end}, {}, true, false});
    }
    return slots;
  }
  for (const std::size_t place : places) slots.push_back(slot_of(row.cells[place]));
  if (places.size() != expected) return slots;
  hint_ = WindowHint{places.front(), row.cells.size()};
  if (row.layout != Layout::aligned) return slots;
  columns_.clear();
  for (const std::size_t place : places) columns_.push_back({row.cells[place].column, row.cells[place].end_column});
  return slots;
}

}  // namespace nianbao::report
