// One table of a report, however it is written down, as an aligned Markdown table with the same values.
// Must not know LSP.
#pragma once

#include <string>
#include <vector>

#include "features/view.h"
#include "rules/finding.h"

namespace nianbao::features {

struct Conversion {
  std::string obstacle;                ///< why it cannot be done without loss; empty: it can
  std::vector<rules::TextEdit> edits;  ///< one edit, or none where the table is as it would become
};

[[nodiscard]] Conversion convert_table(const View& view, const report::Grid& grid);

}  // namespace nianbao::features
