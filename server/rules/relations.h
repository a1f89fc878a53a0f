// Relations between cells, evaluated over what was read of a report.
// Must not know any cell, row, table or rule by name.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <vector>

#include "report/report.h"
#include "standard/form.h"

namespace nianbao::rules {

/// unknown: a cell is absent, malformed, or its grid was not read for certain; or blank, and the relation fails with 0.
enum class Standing : std::uint8_t { holds, broken, unknown };

struct Instance {
  const standard::Relation* relation = nullptr;
  report::Decimal left;  ///< of `then`; blank cells count as 0
  report::Decimal right;
  report::Decimal residual;  ///< left − right
  Standing standing = Standing::unknown;
  bool complete = false;    ///< every cell has a value or is blank, in a grid read for certain
  std::int32_t blanks = 0;  ///< blank cells among the terms
};

/// The cells of one form by index, wherever their grids stand.
class Cells {
 public:
  Cells(const standard::Form& form, const report::Report& report);

  [[nodiscard]] const report::CellReading* reading(standard::CellIndex cell) const;
  /// Null where the report has no grid of this form that holds the cell.
  [[nodiscard]] const report::Grid* grid(standard::CellIndex cell) const;
  /// The value; 0 for a blank cell; nothing for an absent or malformed one, in a row that lost a column, or in a grid
  /// not read for certain.
  [[nodiscard]] std::optional<report::Decimal> value(standard::CellIndex cell) const;
  [[nodiscard]] bool blank(standard::CellIndex cell) const;
  /// From now on the cell counts as holding this value: to see what a fix would do.
  void set(standard::CellIndex cell, report::Decimal value) { changed_[cell] = value; }

 private:
  std::vector<const report::CellReading*> readings_;
  std::vector<const report::Grid*> grids_;
  std::vector<bool> placed_;  ///< the cell's row has a value for every column
  std::map<standard::CellIndex, report::Decimal> changed_;
};

/// Value of a cell, or nothing where it is not known.
using CellValues = std::function<std::optional<report::Decimal>(standard::CellIndex)>;

/// What a side comes to, over values from anywhere; nothing where one is not known.
[[nodiscard]] std::optional<report::Decimal> result_of(const standard::Expression& side, const CellValues& values);
[[nodiscard]] bool compare(report::Decimal left, standard::Comparison comparison, report::Decimal right);

/// The forms of the report's grids, each once. Nearly always one.
[[nodiscard]] std::vector<standard::FormId> forms_of(const report::Report& report);

/// All relations of the form within one report (not cross-year, not aggregate), in the form's order.
[[nodiscard]] std::vector<Instance> evaluate(const standard::Form& form, const report::Report& report);
[[nodiscard]] std::vector<Instance> evaluate(const standard::Form& form, const Cells& cells);

/// With 0 in these cells no relation fails that did not fail before.
[[nodiscard]] bool zeros_hold(const standard::Form& form, const report::Report& report,
                              const std::vector<standard::CellIndex>& cells);

/// Cells of both sides, left first, as the relation writes them.
[[nodiscard]] std::vector<standard::CellIndex> cells_of(const standard::Relation& relation);

}  // namespace nianbao::rules
