// Headings and the form's parts: numbered or not, official, varied or only similar.
// Must not know tables' cells; it is told which rows are theirs.
#pragma once

#include <vector>

#include "report/physical.h"
#include "report/report.h"
#include "report/row_tokens.h"
#include "standard/form.h"
#include "standard/label_index.h"

namespace nianbao::report {

/// Headings in source order; rows that belong to a table are none. `form` decides which open a part.
[[nodiscard]] std::vector<Heading> find_headings(const text::Text& text, const std::vector<PhysicalRow>& rows,
                                                 const std::vector<TokenRow>& tokens, const std::vector<bool>& used,
                                                 const standard::LabelIndex& index, const standard::Form& form);

/// The parts that the headings open, with what stands in them. A part without a heading is listed where its table is.
[[nodiscard]] std::vector<Part> find_parts(const text::Text& text, const std::vector<PhysicalRow>& rows,
                                           const std::vector<bool>& used, const std::vector<Heading>& headings,
                                           const std::vector<Grid>& grids, const standard::Form& form);

}  // namespace nianbao::report
