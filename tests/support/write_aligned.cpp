#include <algorithm>
#include <cstdint>

#include "support/layout_writers.h"
#include "text/width.h"

namespace nianbao::test {
namespace {

constexpr std::uint32_t gap = 2;
constexpr std::size_t indent = 2;

enum class Alignment : std::uint8_t { left, centre, right };

std::string shown(const PhysicalCell& cell) {
  const bool label = cell.part == PartOfTable::label;
  return (label ? std::string(indent * cell.depth, ' ') : std::string()) + cell.text;
}

/// Width of each column; cells that span several widen the last of them where they do not fit.
std::vector<std::uint32_t> column_widths(const PhysicalTable& table) {
  std::vector<std::uint32_t> widths(table.columns, 1);
  for (const bool spanning : {false, true}) {
    for (const auto& row : table.rows) {
      for (const auto& cell : row.cells) {
        if ((cell.column_span > 1) != spanning || cell.part == PartOfTable::caption) continue;
        std::uint32_t room = gap * static_cast<std::uint32_t>(cell.column_span - 1);
        for (std::size_t i = 0; i < cell.column_span; ++i) room += widths[cell.column + i];
        const std::uint32_t needed = text::display_width(shown(cell));
        if (needed > room) widths[cell.column + cell.column_span - 1] += needed - room;
      }
    }
  }
  return widths;
}

std::string write_row(const PhysicalRow& row, const std::vector<std::uint32_t>& widths,
                      const std::vector<std::uint32_t>& begins, Alignment alignment) {
  std::string line;
  std::uint32_t at = 0;
  for (const auto& cell : row.cells) {
    const std::string text = shown(cell);
    if (cell.text.empty()) continue;
    const std::size_t last = cell.column + cell.column_span - 1;
    const std::uint32_t room = begins[last] + widths[last] - begins[cell.column];
    const std::uint32_t width = text::display_width(text);
    std::uint32_t begin = begins[cell.column];
    if (cell.part != PartOfTable::label && cell.part != PartOfTable::caption && width < room) {
      if (alignment == Alignment::right) begin += room - width;
      if (alignment == Alignment::centre) begin += (room - width) / 2;
    }
    line += std::string(begin - std::min(begin, at), ' ') + text;
    at = begin + width;
  }
  return line + "\n";
}

std::string page_break(Random& random) {
  const std::string number = std::to_string(random.between(2, 9));
  return "\n" + std::string(30, ' ') + (random.chance(50) ? "— " + number + " —" : number) + "\n\f";
}

}  // namespace

std::string write_aligned(const PhysicalTable& table, const Shape& shape, Random& random) {
  const auto widths = column_widths(table);
  std::vector<std::uint32_t> begins(table.columns, 0);
  for (std::size_t column = 1; column < table.columns; ++column) {
    begins[column] = begins[column - 1] + widths[column - 1] + gap;
  }
  const auto alignment = static_cast<Alignment>(random.below(3));
  std::string text;
  for (const auto& row : table.rows) {
    if (row.cut_before) text += shape.page_breaks ? page_break(random) : "\n";
    text += write_row(row, widths, begins, alignment);
  }
  return text;
}

}  // namespace nianbao::test
