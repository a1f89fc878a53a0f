// Where the values of a table stand, learnt from its heads and from the rows before.
// Must not know labels or forms.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "report/grid_builder.h"
#include "report/physical.h"
#include "report/row_tokens.h"
#include "report/value_window.h"

namespace nianbao::report {

class ValueColumns {
 public:
  /// Another table begins.
  void reset();
  /// A caption begins a block with columns of its own.
  void begin_block();
  /// `cell` is the head of a data column: it says where values stand, when blanks leave it open.
  void add_head(const PhysicalRow& row, std::size_t cell);
  /// Heads that were seen before the first row under them become the columns of aligned values.
  void settle(std::size_t expected);
  /// The places for values of a row behind its label, which the row after it is then read by.
  [[nodiscard]] std::vector<Slot> values(const PhysicalRow& row, const TokenRow& tokens, std::size_t first,
                                         std::size_t expected);
  /// The window as it is known so far.
  [[nodiscard]] const std::optional<WindowHint>& hint() const { return hint_; }

 private:
  std::optional<WindowHint> hint_;
  std::vector<ColumnSpan> heads_;    ///< of the data columns since the last data row
  std::vector<ColumnSpan> columns_;  ///< where aligned values stand
};

/// The place that a cell gives for a value.
[[nodiscard]] Slot slot_of(const PhysicalCell& cell);

}  // namespace nianbao::report
