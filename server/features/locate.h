// What stands under the cursor, in terms of the official form: a row, a column, a cell, a heading, a cited article.
// Must not know what is said about it.
#pragma once

#include <cstdint>
#include <string>

#include "report/report.h"
#include "text/byte_range.h"

namespace nianbao::features {

enum class TargetKind : std::uint8_t { none, row_label, cell, label, heading };

struct Target {
  TargetKind kind = TargetKind::none;
  text::ByteRange range;               ///< the words that the answer is about
  std::string entry;                   ///< entry id; for a cell: of its row, or of its column in table 四
  const report::Grid* grid = nullptr;  ///< of the report that was searched
  const report::RowReading* row = nullptr;
  const report::CellReading* cell = nullptr;
};

/// The cursor may stand behind the last character of a word; a word that contains the offset wins over one before it.
[[nodiscard]] Target locate(const report::Report& report, const standard::Form& form, text::Offset offset);

/// The form that the report follows: as recognised, else by its year, else the newest.
[[nodiscard]] const standard::Form& form_of(const report::Report& report, const standard::Standard& standard);

}  // namespace nianbao::features
