// How the table rules name cells and rows, and how they keep a report's own script.
// Must not know any row or column by name.
#pragma once

#include <string>
#include <string_view>

#include "report/report.h"
#include "rules/rule.h"

namespace nianbao::rules {

/// Official wording in the script of the report: traditional where the report is.
[[nodiscard]] std::string in_script(const report::Report& report, std::string_view simplified);

/// A long label cut to what fits in a message: remarks in （） behind it go first, then its tail.
[[nodiscard]] std::string brief(std::string_view label);

/// Official label with its ordinal, brief: 四、结转下年度继续办理. Empty for an unknown id.
[[nodiscard]] std::string full_label(const standard::Form& form, std::string_view entry_id);

/// The contract's name of a cell: row/column.
[[nodiscard]] std::string cell_name(const standard::CellSpec& cell);

/// Where a cell stands, for lists: “重复申请”行“自然人”列.
[[nodiscard]] std::string cell_place(const Context& context, const standard::CellSpec& cell);

/// What the messages call a table: 表三.
[[nodiscard]] std::string table_name(const standard::Form& form, standard::TableId table);

}  // namespace nianbao::rules
