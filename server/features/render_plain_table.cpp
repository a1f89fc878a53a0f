// A table that no form explains, as it is written.
#include <fmt/format.h>

#include "features/render_table.h"

namespace nianbao::features {
namespace {

/// True where the cell shows the same written cell as the other.
bool same(const report::PhysicalCell& cell, const report::PhysicalCell& other) {
  return cell.covered && cell.range == other.range && cell.text == other.text;
}

std::string cell_html(const std::vector<const report::PhysicalRow*>& rows, std::size_t r, std::size_t c,
                      Places& places) {
  const auto& cells = rows[r]->cells;
  const report::PhysicalCell& cell = cells[c];
  if (c > 0 && same(cell, cells[c - 1])) return {};
  if (r > 0 && c < rows[r - 1]->cells.size() && same(cell, rows[r - 1]->cells[c])) return {};
  std::size_t columns = 1;
  while (c + columns < cells.size() && same(cells[c + columns], cell)) ++columns;
  std::size_t height = 1;
  while (r + height < rows.size() && c < rows[r + height]->cells.size() && same(rows[r + height]->cells[c], cell)) {
    ++height;
  }
  std::string out = "<td" + attributes("", places.claim(cell.range));
  if (columns > 1) out += fmt::format(" colspan=\"{}\"", columns);
  if (height > 1) out += fmt::format(" rowspan=\"{}\"", height);
  return out + places.anchor(cell.range) + ">" + escaped(cell.text) + "</td>";
}

}  // namespace

std::string plain_table(const std::vector<const report::PhysicalRow*>& rows, Places& places) {
  std::string out =
      "<table class=\"other\" border=\"1\" cellspacing=\"0\" cellpadding=\"2\" width=\"100%\">\n<tbody>\n";
  for (std::size_t r = 0; r < rows.size(); ++r) {
    out += "<tr" + places.anchor(rows[r]->line) + ">";
    for (std::size_t c = 0; c < rows[r]->cells.size(); ++c) out += cell_html(rows, r, c, places);
    out += "</tr>\n";
  }
  return out + "</tbody>\n</table>\n";
}

}  // namespace nianbao::features
