// From physical rows to official grids: labels decide first, geometry second (design §4).
// Must not know rules; nothing here names a row or column of any form.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "report/form_evidence.h"
#include "report/grid.h"
#include "report/physical.h"
#include "report/report.h"
#include "report/row_tokens.h"
#include "standard/label_index.h"
#include "standard/standard.h"
#include "text/text.h"

namespace nianbao::report {

struct GridReading {
  std::vector<Grid> grids;
  std::vector<UnreadTable> unread;
  FormChoice choice;
  std::vector<bool> used;  ///< by physical row: belongs to a table of the form
};

/// `fallback` is the form of the report's year, used where no label decides.
/// `tokens` are those of the rows, one by one.
[[nodiscard]] GridReading read_grids(const text::Text& text, const std::vector<PhysicalRow>& rows,
                                     const std::vector<TokenRow>& tokens, const standard::Standard& standard,
                                     standard::FormId fallback);

}  // namespace nianbao::report
