// sum/stock, sum/channels, sum/remark: relations that hold in nearly every report, but are no sums.
// Must not know any cell, row or table by name: relations and wording are data.
#include <algorithm>
#include <array>
#include <span>

#include "rules/families.h"
#include "rules/layout_common.h"
#include "rules/organ_name.h"
#include "rules/sum_finding.h"

namespace nianbao::rules {
namespace {

constexpr std::array<std::string_view, 2> stock_rules = {"sum/stock", "sum/channels"};
constexpr std::array<std::string_view, 1> remark_rules = {"sum/remark"};

/// What is much for a bureau is not for a province: a relation may say nothing about large organs.
bool is_too_large_for(const Context& context, const standard::Relation& relation) {
  const std::vector<std::string>& relations = words_of(context, relation.rule, "not-of-large-organs");
  if (std::find(relations.begin(), relations.end(), relation.id) == relations.end()) return false;
  return is_of_province_or_state(context.standard, context.report.organ);
}

void check_relations(const Context& context, std::span<const std::string_view> rules, Sink& sink) {
  for (const standard::FormId id : forms_of(context.report)) {
    const standard::Form& form = context.standard.form(id);
    const Cells cells(form, context.report);
    const SumScene scene{context, form, cells};
    for (const Instance& instance : evaluate(form, cells)) {
      const bool own = std::find(rules.begin(), rules.end(), instance.relation->rule) != rules.end();
      if (own && instance.standing == Standing::broken && !is_too_large_for(context, *instance.relation))
        sink.add(relation_finding(scene, instance));
    }
  }
}

void check_stock(const Context& context, Sink& sink) {
  check_relations(context, stock_rules, sink);
}
void check_remarks(const Context& context, Sink& sink) {
  check_relations(context, remark_rules, sink);
}

}  // namespace

RuleFamily stock_family() {
  return {{stock_rules.begin(), stock_rules.end()}, check_stock};
}

RuleFamily remark_family() {
  return {{remark_rules.begin(), remark_rules.end()}, check_remarks};
}

}  // namespace nianbao::rules
