// Collects the rows of one table as they are found and makes its Grid.
// Must not know physical layouts beyond what a row says of itself.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "report/grid.h"
#include "report/physical.h"
#include "standard/form.h"

namespace nianbao::report {

/// A place for a value behind a row's label.
struct Slot {
  text::ByteRange range;
  std::string text;
  bool contiguous = true;
  bool has_place = true;  ///< false where only the cell's absence of text is known, not where it would stand
};

class GridBuilder {
 public:
  GridBuilder(const standard::Form& form, const standard::TableSpec& table);

  [[nodiscard]] standard::TableId id() const { return table_.id; }
  [[nodiscard]] const standard::Form& form() const { return form_; }
  [[nodiscard]] std::optional<Layout> layout() const { return layout_; }
  [[nodiscard]] std::size_t row_count() const { return rows_.size(); }
  [[nodiscard]] const standard::RowSpec& row(std::size_t index) const { return *rows_[index]; }
  [[nodiscard]] std::optional<std::size_t> row_of_entry(std::string_view entry) const;
  /// Read, or claimed by a label whose values are still to come.
  [[nodiscard]] bool has_row(std::size_t index) const { return claimed_[index]; }
  void claim(std::size_t index) { claimed_[index] = true; }
  [[nodiscard]] bool started() const { return rows_read_ > 0; }
  /// Row after the one read last: where the next is expected.
  [[nodiscard]] std::size_t expected() const { return expected_; }

  /// True for the entries that head data columns of the table.
  [[nodiscard]] bool heads_values(std::string_view entry) const;

  void add_label(const standard::Entry& entry, const PhysicalCell& cell);
  void add_local_row(const PhysicalCell& cell);
  void touch(const PhysicalRow& row);

  /// Values of a row in order; fewer than the row has: the last ones are absent.
  void add_row(std::size_t index, const PhysicalRow& physical, const PhysicalCell* label, bool deviates,
               std::span<const Slot> slots);
  void doubt() { certain_ = false; }

  [[nodiscard]] Grid finish() &&;

 private:
  [[nodiscard]] CellReading read_cell(standard::CellIndex index, const Slot& slot) const;

  const standard::Form& form_;
  const standard::TableSpec& table_;
  std::vector<const standard::RowSpec*> rows_;
  std::vector<RowReading> readings_;
  std::vector<bool> claimed_;
  std::vector<CellReading> cells_;
  std::vector<LabelReading> labels_;
  std::vector<LabelReading> local_rows_;
  std::vector<text::ByteRange> pieces_;
  std::optional<std::uint32_t> last_run_;
  std::optional<Layout> layout_;
  standard::CellIndex first_cell_ = 0;
  std::size_t rows_read_ = 0;
  std::size_t expected_ = 0;
  bool certain_ = true;
};

}  // namespace nianbao::report
