// Random reports that are right: every arithmetic relation of their form holds, in any of the five table layouts.
// Everything is read from the form's data; must not know how reports are parsed or checked.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "report/grid.h"
#include "standard/standard.h"
#include "support/known_forms.h"

namespace nianbao::test {

/// How the statistics table of 2014 is written in the tab layout.
enum class StatisticsStyle : std::uint8_t { one_line, three_lines };

/// What a generated report looks like. Everything below `year` is damage or habit seen in real reports.
struct Shape {
  standard::FormId form = known::f2021;
  report::Layout layout = report::Layout::pipe;
  bool traditional = false;
  std::int32_t size_class = 1;     ///< 0 all cells zero, 1 a county department, 2 a city, 3 a province
  std::int32_t year = 0;           ///< report year; 0 = a year of the form, by seed
  std::int32_t label_columns = 0;  ///< 1…3 for pipe and tab (html always has three); 0 = by seed
  bool flat_header = false;        ///< pipe, tab: only the lowest header row, groups dropped
  bool repeat_merged = false;      ///< pipe, tab: merged cells repeat their text instead of being empty
  bool cut_tables = false;         ///< a blank line (html: two tables) inside tables 三 and of 2014
  bool page_breaks = false;        ///< with cut_tables, aligned: a page number and a form feed at the cut
  bool repeated_headers = false;   ///< with cut_tables: the header again behind the cut
  bool spaced_labels = false;      ///< 尚 未 审 结
  bool half_width_marks = false;   ///< (一) 予以公开, 1. 属于国家秘密
  bool variant_labels = false;     ///< some labels by an accepted variant
  bool lost_tabs = false;          ///< tab: label spans collapse, some leading tabs are gone
  bool trailing_tabs = false;      ///< tab: rows end with one tab too many
  bool blank_zeros = false;        ///< about half of the zeros are left blank (not in layout lines)
  bool pretty_html = false;        ///< html: each cell on a line of its own, indented
  bool web_page = false;           ///< html: a whole saved page instead of Markdown
  bool varied_prose = false;       ///< more sentences on the numbers of the tables and beside them (clean_prose.h)
  bool crlf = false;
  StatisticsStyle statistics = StatisticsStyle::one_line;
};

/// What a table reader must find for one cell. Cells of type `none` (group rows) have nothing to be found.
struct TrueCell {
  report::CellState state = report::CellState::absent;  ///< number or blank; absent only for type none
  report::Decimal value;                                ///< zero for blank
};

struct GeneratedReport {
  Shape shape;  ///< with the values that were left to the seed filled in
  std::string text;
  std::string organ;
  std::int32_t year = 0;
  std::vector<TrueCell> cells;  ///< by CellIndex of the form
};

/// The same report for the same arguments, on every platform.
[[nodiscard]] GeneratedReport generate(const standard::Standard& standard, const Shape& shape, std::uint64_t seed);

/// A shape with the form and layout given and everything else by seed; damage only if `damaged`.
[[nodiscard]] Shape random_shape(standard::FormId form, report::Layout layout, bool damaged, std::uint64_t seed);

/// One line for test messages: form, layout and what is switched on.
[[nodiscard]] std::string describe(const Shape& shape, std::uint64_t seed);

}  // namespace nianbao::test
