// law/review-first: since refusals go through review before court, cases brought straight to court are worth a look.
// Must not know any cell: rows, columns and the law are words of the catalogue.
#include "rules/families.h"
#include "rules/law_common.h"
#include "rules/layout_common.h"
#include "rules/relations.h"
#include "standard/law_in_force.h"

namespace nianbao::rules {
namespace {

constexpr std::string_view rule_id = "law/review-first";

std::string_view word(const Context& context, std::string_view list) {
  const auto& words = words_of(context, rule_id, list);
  return words.empty() ? std::string_view() : std::string_view(words.front());
}

std::optional<standard::CellIndex> cell_of(const standard::Form& form, std::string_view row, std::string_view column) {
  for (std::size_t i = 0; i < form.cells.size(); ++i) {
    if (form.cells[i].row == row && form.cells[i].column == column) return static_cast<standard::CellIndex>(i);
  }
  return std::nullopt;
}

void check(const Context& context, Sink& sink) {
  if (context.form == nullptr || !context.report.year) return;
  const standard::Law* law = context.standard.law(word(context, "law"));
  if (law == nullptr || *context.report.year < standard::year_of(law->in_force)) return;
  const standard::Form& form = *context.form;
  const Cells cells(form, context.report);
  const auto column = word(context, "column");
  const auto direct_cell = cell_of(form, "", word(context, "direct"));
  const auto total_cell = cell_of(form, word(context, "total"), column);
  if (!direct_cell || !total_cell) return;
  const auto direct = cells.value(*direct_cell);
  const auto total = cells.value(*total_cell);
  if (!direct || !total || direct->scaled <= 0 || total->scaled <= 0) return;
  report::Decimal refused;
  for (const std::string& row : words_of(context, rule_id, "refusals")) {
    const auto cell = cell_of(form, row, column);
    const auto value = cell ? cells.value(*cell) : std::nullopt;
    if (!value) return;
    refused.scaled += value->scaled;
  }
  if (refused != *total) return;
  Finding finding = law_finding(rule_id, cells.reading(*direct_cell)->range,
                                context.say(rule_id, {{"direct", to_string(*direct)}, {"total", to_string(*total)}}));
  finding.cells = {"/" + form.cells[*direct_cell].column};
  finding.related.push_back(
      {cells.reading(*total_cell)->range,
       context.say("law/review-first.total",
                   {{"label", context.label(form.cells[*total_cell].row)}, {"value", to_string(*total)}})});
  sink.add(std::move(finding));
}

}  // namespace

RuleFamily law_review_family() {
  return {{rule_id}, check};
}

}  // namespace nianbao::rules
