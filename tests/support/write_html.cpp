#include "support/layout_writers.h"

namespace nianbao::test {
namespace {

constexpr std::string_view table_tag = "<table border=\"1\" cellspacing=\"0\">";

std::string span_attributes(const PhysicalCell& cell) {
  std::string text;
  if (cell.column_span > 1) text += " colspan=\"" + std::to_string(cell.column_span) + "\"";
  if (cell.row_span > 1) text += " rowspan=\"" + std::to_string(cell.row_span) + "\"";
  return text;
}

std::string cell_text(const PhysicalTable& table, const PhysicalCell& cell) {
  const bool indicators = table.columns == 3 && table.label_columns == 1 && table.rows.front().cells.size() == 3;
  const bool indents = indicators && cell.part == PartOfTable::label;
  return (indents ? repeated("&emsp;", 2 * cell.depth) : std::string()) + html_escaped(cell.text);
}

/// Word and the editors of web sites write an empty cell with a no-break space.
std::string shown(const std::string& text, bool pretty) {
  return text.empty() && pretty ? "&nbsp;" : text;
}

}  // namespace

std::string html_escaped(std::string_view text) {
  std::string result;
  for (const char c : text) {
    switch (c) {
      case '&':
        result += "&amp;";
        break;
      case '<':
        result += "&lt;";
        break;
      case '>':
        result += "&gt;";
        break;
      default:
        result += c;
    }
  }
  return result;
}

std::string write_html(const PhysicalTable& table, const Shape& shape) {
  std::string text(table_tag);
  text += "\n";
  for (const auto& row : table.rows) {
    if (row.cut_before) text += "</table>\n\n" + std::string(table_tag) + "\n";
    text += shape.pretty_html ? "  <tr>\n" : "<tr>";
    for (const auto& cell : row.cells) {
      const std::string tag = cell.part == PartOfTable::header && shape.pretty_html ? "th" : "td";
      if (shape.pretty_html) text += "    ";
      text +=
          "<" + tag + span_attributes(cell) + ">" + shown(cell_text(table, cell), shape.pretty_html) + "</" + tag + ">";
      if (shape.pretty_html) text += "\n";
    }
    text += shape.pretty_html ? "  </tr>\n" : "</tr>\n";
  }
  return text + "</table>\n";
}

}  // namespace nianbao::test
