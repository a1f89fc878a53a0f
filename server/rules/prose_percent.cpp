// prose/percent: a share that the numbers beside it contradict.
// Must not know any word: percentages and counts are facts of the report.
#include "rules/families.h"
#include "rules/prose_counts.h"

namespace nianbao::rules {
namespace {

constexpr std::string_view rule_id = "prose/percent";

void check(const Context& context, Sink& sink) {
  const report::Facts& facts = context.report.facts;
  for (const report::Percentage& percentage : facts.percentages) {
    const auto correction = correct_percent(context.report, facts, percentage);
    if (!correction) continue;
    const report::Count& part = facts.counts[correction->part];
    const report::Count& whole = facts.counts[correction->whole];
    const std::string value = report::to_string(correction->value);
    Finding finding;
    finding.rule = rule_id;
    finding.range = percentage.range;
    finding.message = context.say(
        "prose/percent", {{"written", percentage.text}, {"part", part.text}, {"whole", whole.text}, {"value", value}});
    finding.related = {{whole.digits, whole.text + " " + whole.unit}, {part.digits, part.text + " " + part.unit}};
    sort_related(finding.related);
    if (auto edit = number_edit(context, percentage.digits, percentage.text, value)) {
      Fix fix;
      fix.title = context.say("prose/percent.fix", {{"value", value}}) + context.say("fix.check-register");
      fix.edits.push_back(std::move(*edit));
      fix.inferred = true;
      finding.fixes.push_back(std::move(fix));
    }
    sink.add(std::move(finding));
  }
}

}  // namespace

RuleFamily prose_percent_family() {
  return {{rule_id}, check};
}

}  // namespace nianbao::rules
