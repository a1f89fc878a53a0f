// The official tables as GFM pipe tables, made from the form's data: blank (all 0) or with values carried over.
// Must not know any table, row or column by name.
#pragma once

#include <functional>
#include <string>

#include "standard/form.h"

namespace nianbao::rules {

/// What stands in a cell of the new table.
using CellText = std::function<std::string(const standard::CellSpec&)>;

/// The table `id` of the form in Markdown, every line ending in LF; empty where the form has no such table.
[[nodiscard]] std::string table_in_markdown(const standard::Form& form, standard::TableId id, const CellText& value);

/// All cells 0.
[[nodiscard]] std::string blank_table(const standard::Form& form, standard::TableId id);

}  // namespace nianbao::rules
