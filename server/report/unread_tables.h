// Tables of numbers that no form explains: said once, so that silence is not taken for a check.
// Must not know why they were not understood.
#pragma once

#include <vector>

#include "report/physical.h"
#include "report/report.h"
#include "report/row_tokens.h"

namespace nianbao::report {

/// `used`: by row, whether it belongs to a table of the form.
[[nodiscard]] std::vector<UnreadTable> unread_tables(const std::vector<PhysicalRow>& rows,
                                                     const std::vector<TokenRow>& tokens,
                                                     const std::vector<bool>& used);

}  // namespace nianbao::report
