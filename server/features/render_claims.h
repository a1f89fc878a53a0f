// Which physical rows and cells a grid has read, so that what it has not read can be shown beside it.
// Must not know HTML.
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "report/physical.h"
#include "report/report.h"
#include "standard/standard.h"

namespace nianbao::features {

class Claims {
 public:
  Claims(const report::Report& report, const standard::Standard& standard);

  /// The grid (index) that has read something of the row; nothing where none has.
  [[nodiscard]] std::optional<std::size_t> owner(const report::PhysicalRow& row) const;
  /// The grid of every row of the text: those that nothing was read from belong to the table they stand in, and a
  /// header that stands apart to the table below.
  [[nodiscard]] std::vector<std::optional<std::size_t>> owners(const std::vector<report::PhysicalRow>& rows);
  /// The row is one that the report adds to the grid's table.
  [[nodiscard]] bool is_local(const report::PhysicalRow& row) const;
  /// Texts of the row's cells that neither the grid nor the printed table's own wording shows.
  [[nodiscard]] std::vector<std::string> strays(const report::PhysicalRow& row, std::size_t grid);
  /// The printed table says the text anyway: it is a label, a unit, or a piece of one.
  [[nodiscard]] bool is_wording(const std::string& text, std::size_t grid);

 private:
  struct Reading {
    text::ByteRange range;
    std::size_t grid = 0;
  };
  [[nodiscard]] bool is_only_wording(const report::PhysicalRow& row, std::size_t grid);
  [[nodiscard]] const Reading* first_in(const std::vector<Reading>& list, text::ByteRange range) const;

  std::vector<Reading> readings_;                          ///< by begin
  std::vector<Reading> lines_;                             ///< rows of the grids, by begin
  std::vector<Reading> local_;                             ///< by begin
  std::vector<std::string> wording_;                       ///< of each grid's form: labels and units, normalised
  std::vector<std::set<std::string, std::less<>>> known_;  ///< of each grid: texts that were looked up and found
};

}  // namespace nianbao::features
