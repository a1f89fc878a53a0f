// Every family of rules, one line each; registry.cpp lists them in the order in which they run.
// Must not know what a family does.
#pragma once

#include "rules/rule.h"

namespace nianbao::rules {

[[nodiscard]] RuleFamily sum_family();     // sum/*, one finding per root cause of a table that does not add up
[[nodiscard]] RuleFamily stock_family();   // sum/stock, sum/channels: inequalities that hold in nearly every report
[[nodiscard]] RuleFamily remark_family();  // sum/remark: worth a look
[[nodiscard]] RuleFamily fee_family();     // sum/remark: the text's processing fee against the table's fees

[[nodiscard]] RuleFamily table_missing_family();    // table/missing, form, unread: is the table there, and this year's
[[nodiscard]] RuleFamily table_structure_family();  // table/row-missing, column-missing, row-label, split, unread
[[nodiscard]] RuleFamily table_cells_family();  // table/not-a-number, not-an-integer, negative, digit-form, group-value
[[nodiscard]] RuleFamily table_blank_family();  // table/blank

[[nodiscard]] RuleFamily layout_title_family();  // layout/title
[[nodiscard]] RuleFamily layout_year_family();   // layout/year, layout/period
[[nodiscard]] RuleFamily
layout_section_family();                          // layout/section-missing, section-order, section-title, section-empty
[[nodiscard]] RuleFamily layout_number_family();  // layout/section-number
[[nodiscard]] RuleFamily layout_preamble_family();  // layout/preamble, part-list
[[nodiscard]] RuleFamily layout_contents_family();  // layout/overview, fee-statement
[[nodiscard]] RuleFamily layout_ordinal_family();   // layout/ordinal, ordinal-level: numbered headings
[[nodiscard]] RuleFamily layout_deadline_family();  // layout/deadline
[[nodiscard]] RuleFamily wording_family();          // prose/word … range, privacy/identity, layout/debris, 一是 二是

[[nodiscard]] RuleFamily law_article_family();  // law/unknown-article
[[nodiscard]] RuleFamily law_name_family();     // law/name
[[nodiscard]] RuleFamily law_number_family();   // law/document-number, law/superseded
[[nodiscard]] RuleFamily law_review_family();   // law/review-first

[[nodiscard]] RuleFamily prose_table_family();     // prose/table
[[nodiscard]] RuleFamily prose_sum_family();       // prose/sum
[[nodiscard]] RuleFamily prose_percent_family();   // prose/percent
[[nodiscard]] RuleFamily prose_conflict_family();  // prose/conflict

[[nodiscard]] RuleFamily year_relation_family();   // year/carry-over, stock, jump: last year's report by relations
[[nodiscard]] RuleFamily year_text_family();       // year/copied-text
[[nodiscard]] RuleFamily year_aggregate_family();  // year/aggregate

}  // namespace nianbao::rules
