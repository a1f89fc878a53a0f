// One official table as HTML: the merged head and groups of its form's print data, the values as written.
// Must not know any table, row or column by name, nor where the table stands on the page.
#pragma once

#include <string>
#include <vector>

#include "features/render_marks.h"
#include "report/grid.h"
#include "report/physical.h"
#include "report/report.h"
#include "standard/standard.h"

namespace nianbao::features {

/// A physical row that the form does not have; it stands where it is written.
struct ExtraRow {
  text::ByteRange line;
  std::vector<std::string> cells;  ///< not empty ones
};

/// Official wording where the report's is the same but for spaces and punctuation, else the report's own.
[[nodiscard]] std::string shown_label(std::string_view official, std::string_view written, report::Script script);

/// Numbers that the columns of a page in portrait have no room for: the table goes on a page in landscape.
[[nodiscard]] bool needs_landscape(const report::Grid& grid, const standard::TableSpec& table);

[[nodiscard]] std::string official_table(const report::Report& report, const report::Grid& grid,
                                         const standard::Form& form, const std::vector<ExtraRow>& extras,
                                         Places& places);

/// A table that no form explains, as it is written; cells that spans cover are merged again.
[[nodiscard]] std::string plain_table(const std::vector<const report::PhysicalRow*>& rows, Places& places);

}  // namespace nianbao::features
