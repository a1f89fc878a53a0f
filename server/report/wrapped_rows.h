// Rows whose label a narrow column has broken over several lines, as text from PDF has them: the values stand on one of
// the lines, or between two. Must not know tables: only whether a text names a row of some form.
#pragma once

#include <cstddef>
#include <vector>

#include "report/physical.h"
#include "report/row_tokens.h"
#include "standard/label_index.h"

namespace nianbao::report {

/// The rows of a text with broken labels put together; as many rows and in the same places as before. The lines of one
/// row are taken by that with the values, the others say nothing any more.
struct JoinedRows {
  std::vector<PhysicalRow> rows;
  std::vector<TokenRow> tokens;
  /// By row: the row that has taken it, or its own index. Empty where nothing was broken; then `rows` is empty, too.
  std::vector<std::size_t> taken_by;
};

[[nodiscard]] JoinedRows join_wrapped_rows(const std::vector<PhysicalRow>& rows, const std::vector<TokenRow>& tokens,
                                           const standard::LabelIndex& index);

}  // namespace nianbao::report
