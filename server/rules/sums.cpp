// sum/*: what a table says that does not add up, one finding per root cause.
// Must not know any cell, row or table by name: relations and wording are data.
#include <algorithm>
#include <array>

#include "rules/families.h"
#include "rules/memory.h"
#include "rules/sum_culprit.h"

namespace nianbao::rules {
namespace {

constexpr std::array<std::string_view, 6> own_rules = {"sum/row-total",  "sum/result-total", "sum/balance",
                                                       "sum/case-total", "sum/statistics",   "sum/culprit"};

bool reports(const standard::Relation& relation) {
  return std::find(own_rules.begin(), own_rules.end(), relation.rule) != own_rules.end();
}

void check_system(const SumScene& scene, const SumSystem& sums, Sink& sink) {
  const bool any_broken = std::any_of(sums.instances.begin(), sums.instances.end(),
                                      [](const Instance* instance) { return instance->residual != report::Decimal{}; });
  if (!any_broken) return;
  Memory once;
  Memory& memory = scene.context.memory != nullptr ? *scene.context.memory : once;
  const localise::Verdict verdict = memory.localiser(sums).locate(sums.values);
  for (Finding& finding : explain_sums(scene, sums, verdict)) sink.add(std::move(finding));
}

void check_sums(const Context& context, Sink& sink) {
  for (const standard::FormId id : forms_of(context.report)) {
    const standard::Form& form = context.standard.form(id);
    const Cells cells(form, context.report);
    const SumScene scene{context, form, cells};
    const std::vector<Instance> instances = evaluate(form, cells);
    std::vector<const Instance*> localised;
    for (const SumSystem& sums : sum_systems(form, cells, instances)) {
      check_system(scene, sums, sink);
      localised.insert(localised.end(), sums.instances.begin(), sums.instances.end());
    }
    for (const Instance& instance : instances) {
      const bool done = std::find(localised.begin(), localised.end(), &instance) != localised.end();
      if (done || instance.standing != Standing::broken || !reports(*instance.relation)) continue;
      sink.add(relation_finding(scene, instance));
    }
  }
}

}  // namespace

RuleFamily sum_family() {
  return {{own_rules.begin(), own_rules.end()}, check_sums};
}

}  // namespace nianbao::rules
