// The sums of a report's tables, evaluated once per question: which cell is a total, and what it adds up.
// Must not know any relation by name.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "features/view.h"
#include "rules/relations.h"
#include "standard/form.h"

namespace nianbao::features {

/// One equality of a form with the values of this report.
struct Sum {
  rules::Instance instance;
  std::optional<standard::CellIndex> total;  ///< the cell that stands alone on its side; none for a balance of sums
  std::vector<standard::CellIndex> parts;    ///< the other cells, as the relation writes them
  bool total_left = true;                    ///< the total stands on the left side

  [[nodiscard]] bool holds() const { return instance.standing == rules::Standing::holds; }
  [[nodiscard]] bool broken() const { return instance.standing == rules::Standing::broken; }
  /// What the other side of the total comes to.
  [[nodiscard]] report::Decimal result() const { return total_left ? instance.right : instance.left; }
};

struct Tally {
  std::int32_t holding = 0;
  std::int32_t broken = 0;
  std::int32_t unknown = 0;
};

/// The sums of the tables that follow one form.
class FormSums {
 public:
  FormSums(const standard::Form& form, const report::Report& report);

  [[nodiscard]] const standard::Form& form() const { return *form_; }
  [[nodiscard]] const std::vector<Sum>& all() const { return sums_; }
  /// Sums that the cell takes part in, on either side.
  [[nodiscard]] std::vector<const Sum*> of_cell(standard::CellIndex cell) const;
  [[nodiscard]] Tally tally(standard::TableId table) const;
  [[nodiscard]] const rules::Cells& cells() const { return cells_; }
  /// Where the cell stands; nothing for a cell without a place.
  [[nodiscard]] std::optional<text::ByteRange> place(standard::CellIndex cell) const;

 private:
  const standard::Form* form_;
  rules::Cells cells_;
  std::vector<Sum> sums_;
};

}  // namespace nianbao::features
