// How relations, cells and sums are put into words: 46＋8＋0＝54, “重复申请”行“自然人”列.
// Must not know any cell, row or table by name: the templates are data.
#pragma once

#include <string>
#include <vector>

#include "rules/relations.h"
#include "rules/rule.h"

namespace nianbao::rules {

/// Context, form and cells of one evaluation, which all of sum/* pass around.
struct SumScene {
  const Context& context;
  const standard::Form& form;
  const Cells& cells;

  [[nodiscard]] report::Decimal value(standard::CellIndex cell) const {
    return cells.value(cell).value_or(report::Decimal{});
  }
};

/// 12, －4 (Chinese takes the full-width sign).
[[nodiscard]] std::string number_text(const Context& context, report::Decimal value);

/// “重复申请”行“自然人”列; only one of the two where the table has no more.
[[nodiscard]] std::string cell_name(const SumScene& scene, standard::CellIndex cell);

/// Label of the row or column in which the cells of one relation differ: 自然人 within a row.
[[nodiscard]] std::string part_name(const SumScene& scene, const std::vector<standard::CellIndex>& among,
                                    standard::CellIndex cell);

/// row/column as findings carry it.
[[nodiscard]] std::string cell_id(const standard::Form& form, standard::CellIndex cell);

/// The cell on which a finding about the relation stands: the sum, where there is one.
[[nodiscard]] standard::CellIndex marked_cell(const SumScene& scene, const standard::Relation& relation);

/// The template of `rule`.`relation`.`suffix` filled, else that of `rule`.`suffix`. Placeholders: {left} {right}
/// results, {left-terms} {right-terms} the sums, {l1} {r1} … single values, {label} the marked cell, {instance},
/// {difference}, {delta} (少 3, 多 3), {when} the result of the condition, {largest} the name of the largest term on
/// the right.
[[nodiscard]] std::string relation_text(const SumScene& scene, const Instance& instance, std::string_view suffix);

/// The cells of a sum, in reading order, each as `label value`; where there are many, only those that are not 0.
[[nodiscard]] std::vector<Related> related_cells(const SumScene& scene, const standard::Relation& relation);

/// In the order of the text.
void sort_related(std::vector<Related>& related);

}  // namespace nianbao::rules
