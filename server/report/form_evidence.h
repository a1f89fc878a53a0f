// Which generation of the form the tables of a report follow, by labels that only one form has.
// Must not know cells or values.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "report/physical.h"
#include "report/row_tokens.h"
#include "standard/label_index.h"
#include "standard/standard.h"

namespace nianbao::report {

/// The form of each table; tables of one report may follow different forms when last year's were copied.
struct FormChoice {
  std::array<std::optional<standard::FormId>, standard::table_count>
      by_table;                          ///< indexed by TableId; nothing: no label decides
  std::optional<standard::FormId> form;  ///< of the report as a whole, by labels

  [[nodiscard]] standard::FormId of(standard::TableId table, standard::FormId fallback) const;
};

/// `forms`: how many there are (Standard::forms).
[[nodiscard]] FormChoice choose_form(const std::vector<PhysicalRow>& rows, const std::vector<TokenRow>& tokens,
                                     std::size_t forms);

}  // namespace nianbao::report
