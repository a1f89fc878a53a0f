// The builders of all tables of one report, each with its form, and which of them a row's labels mean.
// Must not know rows' values.
#pragma once

#include <array>
#include <memory>
#include <vector>

#include "report/form_evidence.h"
#include "report/grid_builder.h"
#include "report/row_tokens.h"
#include "standard/standard.h"

namespace nianbao::report {

class GridBuilders {
 public:
  /// `fallback` is the form of tables that no label decides.
  GridBuilders(const standard::Standard& standard, FormChoice choice, standard::FormId fallback)
      : standard_(standard), choice_(choice), fallback_(fallback) {}

  [[nodiscard]] GridBuilder& of(standard::TableId table);

  /// The candidate of the table's chosen form: a row or, with `rows` false, a head where it can be either. Among rows
  /// of one wording (（二）被依法纠错数 of two groups) the first unread one in the form's order.
  [[nodiscard]] const standard::LabelCandidate* candidate(const Token& token, standard::TableId table, bool rows);

  /// The table that most labels of the row belong to; `active`, the one being read, where they leave it open.
  [[nodiscard]] GridBuilder* table_of(const TokenRow& tokens, GridBuilder* active);

  /// The grids of all tables that have a row, in the order of the text.
  [[nodiscard]] std::vector<Grid> finish();

 private:
  [[nodiscard]] const standard::Form& form_of(standard::TableId table) const;

  const standard::Standard& standard_;
  FormChoice choice_;
  standard::FormId fallback_;
  std::array<std::unique_ptr<GridBuilder>, standard::table_count> builders_;
};

}  // namespace nianbao::report
