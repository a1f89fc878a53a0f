#include <algorithm>

#include "support/layout_writers.h"

namespace nianbao::test {
namespace {

constexpr std::string_view ideographic_space = "\u3000";

/// Labels of the statistics table are indented by ideographic spaces.
std::string indented(const PhysicalTable& table, const PhysicalCell& cell) {
  const bool indents = table.label_columns == 1 && cell.part == PartOfTable::label;
  return indents ? repeated(ideographic_space, 2 * cell.depth) + cell.text : cell.text;
}

std::string delimiter_row(std::size_t columns) {
  std::string line = "|";
  for (std::size_t column = 0; column < columns; ++column) line += " --- |";
  return line + "\n";
}

/// Slots of one row as the tab layout has them; a collapsed span takes one slot instead of several.
std::vector<std::string> tab_slots(const PhysicalTable& table, std::size_t row, const std::vector<std::string>& flat,
                                   bool collapse, bool lose_leading) {
  std::vector<std::string> slots = flat;
  if (collapse) {
    for (const auto& cell : table.rows[row].cells) {
      const bool in_labels = cell.column < table.label_columns && cell.part != PartOfTable::caption;
      if (!in_labels || cell.column_span < 2) continue;
      const auto first = slots.begin() + static_cast<std::ptrdiff_t>(cell.column) + 1;
      slots.erase(first, first + static_cast<std::ptrdiff_t>(cell.column_span) - 1);
      break;
    }
  }
  if (lose_leading) {
    const auto first_text = std::find_if(slots.begin(), slots.end(), [](const auto& slot) { return !slot.empty(); });
    if (first_text != slots.end()) slots.erase(slots.begin(), first_text);
  }
  return slots;
}

bool begins_with_label(const PhysicalRow& row) {
  return !row.cells.empty() && row.cells.front().part == PartOfTable::label;
}

std::string three_line_row(const PhysicalRow& row) {
  std::string text;
  for (const auto& cell : row.cells) {
    const bool label = cell.part == PartOfTable::label;
    text += "\t" + (label ? repeated(ideographic_space, 2 * cell.depth) : std::string()) + cell.text + "\n";
  }
  return text + "\n";
}

bool is_three_line_table(const PhysicalTable& table, const Shape& shape) {
  return shape.statistics == StatisticsStyle::three_lines && table.columns == 3 && !table.rows.empty() &&
         table.rows.back().cells.size() == 3 && table.rows.back().cells[1].part == PartOfTable::unit;
}

}  // namespace

std::string repeated(std::string_view text, std::size_t count) {
  std::string result;
  for (std::size_t i = 0; i < count; ++i) result += text;
  return result;
}

std::string write_pipe(const PhysicalTable& table, const Shape& shape, Random& random) {
  const bool indicators = table.columns == 3 && table.label_columns == 1 && table.rows.front().cells.size() == 3;
  const auto flat = flattened(table, shape.repeat_merged);
  const bool tight = random.chance(20);
  std::string text;
  bool needs_delimiter = true;
  for (std::size_t row = 0; row < flat.size(); ++row) {
    const PhysicalRow& physical = table.rows[row];
    if (physical.cut_before) {
      text += "\n";
      needs_delimiter = physical.is_header;
    }
    std::string line = "|";
    for (std::size_t column = 0; column < table.columns; ++column) {
      std::string cell = flat[row][column];
      if (indicators && column == 0 && !physical.cells.empty()) cell = indented(table, physical.cells.front());
      line += tight ? cell + "|" : " " + cell + (cell.empty() ? "|" : " |");
    }
    text += line + "\n";
    if (needs_delimiter) text += delimiter_row(table.columns);
    needs_delimiter = false;
  }
  return text;
}

std::string write_tab(const PhysicalTable& table, const Shape& shape, Random& random) {
  const bool three_lines = is_three_line_table(table, shape);
  const bool indicators = table.columns == 3 && table.label_columns == 1 && table.rows.front().cells.size() == 3;
  const auto flat = flattened(table, shape.repeat_merged);
  const bool collapse = shape.lost_tabs;
  std::string text;
  for (std::size_t row = 0; row < flat.size(); ++row) {
    const PhysicalRow& physical = table.rows[row];
    if (physical.cut_before) text += "\n";
    if (three_lines) {
      text += three_line_row(physical);
      continue;
    }
    const bool lose_leading = shape.lost_tabs && begins_with_label(physical) && random.chance(30);
    auto slots = tab_slots(table, row, flat[row], collapse, lose_leading);
    if (indicators && !physical.cells.empty()) slots[0] = indented(table, physical.cells.front());
    std::string line;
    for (std::size_t slot = 0; slot < slots.size(); ++slot) line += (slot == 0 ? "" : "\t") + slots[slot];
    if (shape.trailing_tabs) line += "\t";
    text += line + "\n";
  }
  return text;
}

std::string write_lines(const PhysicalTable& table) {
  std::string text;
  for (const auto& row : table.rows) {
    if (row.cut_before) text += "\n";
    for (const auto& cell : row.cells) {
      if (!cell.text.empty()) text += cell.text + "\n";
    }
  }
  return text;
}

}  // namespace nianbao::test
