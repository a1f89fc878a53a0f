// Edits of tables that keep their physical layout: a value into a cell, values behind a row, a new row.
// Must not know rules or labels; every edit writes 0 or what the caller gives.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "report/report.h"
#include "rules/finding.h"

namespace nianbao::rules {

/// Writes `value` into a cell. In a padded table the cell keeps its width. Nothing where the text cannot be edited.
[[nodiscard]] std::optional<TextEdit> write_cell(const report::Report& report, const report::Grid& grid,
                                                 const report::CellReading& cell, std::string_view value);

/// Writes `count` cells of 0 behind the last value (or the label) of a row.
[[nodiscard]] std::optional<TextEdit> append_zeros(const report::Report& report, const report::Grid& grid,
                                                   const report::RowReading& row, std::size_t count);

/// A row that the table lacks.
struct NewRow {
  std::string label;
  std::string group;  ///< label of its group where that is lost too; else empty
  std::string unit;   ///< 件, where the table prints units
};

/// The physical text of a row like `model`, ending in a line end: its label and unit replaced, every value 0, the cells
/// of groups before its label empty. Nothing where the model is not simple enough to be copied.
[[nodiscard]] std::optional<std::string> row_like(const report::Report& report, const report::Grid& grid,
                                                  const report::RowReading& model, std::string_view model_unit,
                                                  const NewRow& row);

/// True where text of another cell stands before the row's label in its line (a group's label).
[[nodiscard]] bool shares_line_with_group(const report::Report& report, const report::RowReading& row);

/// The line end in use at `offset`: LF or CRLF.
[[nodiscard]] std::string_view line_end(const report::Report& report, text::Offset offset);

/// The source is a saved web page: lines of Markdown cannot be put into it.
[[nodiscard]] bool is_web_page(const report::Report& report);

/// `text` (LF) with the line ends that are in use at `offset`.
[[nodiscard]] std::string in_line_ends(const report::Report& report, text::Offset offset, std::string text);

}  // namespace nianbao::rules
