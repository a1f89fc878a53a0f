// A table of a form as it is printed: rows of cells that span rows and columns. What the layout writers work from.
// Must not know any physical layout.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "standard/form.h"

namespace nianbao::test {

enum class PartOfTable : std::uint8_t { caption, header, label, unit, value };

struct PhysicalCell {
  PartOfTable part = PartOfTable::label;
  std::string text;
  std::size_t column = 0;
  std::size_t column_span = 1;
  std::size_t row_span = 1;
  std::size_t depth = 0;  ///< of a label below its groups, for indents
};

struct PhysicalRow {
  std::vector<PhysicalCell> cells;  ///< those that begin in this row, by column
  bool is_header = false;           ///< captions are none
  bool cut_before = false;          ///< a page break or blank line stands here
};

struct PhysicalTable {
  std::size_t columns = 0;
  std::size_t label_columns = 0;
  std::vector<PhysicalRow> rows;
};

struct PhysicalOptions {
  std::size_t label_columns = 3;   ///< groups beyond these stand on rows of their own
  std::optional<std::size_t> cut;  ///< ordinal of the data row before which the table is cut
  bool repeated_headers = false;   ///< behind the cut
  bool flat_header = false;        ///< only the leaf columns
  std::function<std::string(const standard::Entry&)> label_of;  ///< how a label is written
  std::function<std::string(standard::CellIndex)> value_of;     ///< how a value is written; empty = blank
};

/// Number of data rows of a table, for choosing a cut.
[[nodiscard]] std::size_t data_rows(const standard::TableSpec& table);

/// The three columns 指标, 单位, 统计数 instead of a header tree.
[[nodiscard]] bool is_indicator_table(const standard::TableSpec& table);

[[nodiscard]] PhysicalTable build_physical_table(const standard::Form& form, const standard::TableSpec& table,
                                                 const PhysicalOptions& options);

/// Every slot of a row as text: merged cells give their text in the first slot and "" (or, with `repeat`, the text
/// again) in the others. One vector per physical row, all of `columns` size.
[[nodiscard]] std::vector<std::vector<std::string>> flattened(const PhysicalTable& table, bool repeat);

}  // namespace nianbao::test
