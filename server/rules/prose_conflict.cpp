// prose/conflict: the same subject counted twice, with two results. Off unless asked for.
// Must not know any word or subject by name.
#include <map>

#include "rules/families.h"
#include "rules/prose_counts.h"

namespace nianbao::rules {
namespace {

using report::Count;

constexpr std::string_view rule_id = "prose/conflict";

/// About the whole organ and year, and exact.
bool plain(const Count& count) {
  return count.subject && !count.negated && !count.limited && count.scope == report::Scope::own &&
         count.span == report::Span::year && count.precision == report::Precision::exact;
}

void check(const Context& context, Sink& sink) {
  const report::Facts& facts = context.report.facts;
  if (facts.counts.size() < 2) return;
  const ProseScene scene(context);
  std::map<std::uint16_t, std::size_t> first;
  for (std::size_t i = 0; i < facts.counts.size(); ++i) {
    const Count& count = facts.counts[i];
    if (!plain(count) || scene.answer(count).verdict != Verdict::unknown) continue;
    const auto [place, fresh] = first.try_emplace(*count.subject, i);
    const Count& other = facts.counts[place->second];
    if (fresh || other.value == count.value || other.unit != count.unit) continue;
    const standard::CountSubject& subject = *scene.subject(count);
    const bool zh = context.options.locale == Locale::zh;
    Finding finding;
    finding.rule = rule_id;
    finding.range = count.digits;
    finding.message = context.say(rule_id, {{"what", zh ? subject.name : subject.name_en},
                                            {"here", count.text},
                                            {"there", other.text},
                                            {"unit", count.unit}});
    finding.related.push_back({other.digits, other.text + " " + other.unit});
    sink.add(std::move(finding));
  }
}

}  // namespace

RuleFamily prose_conflict_family() {
  return {{rule_id}, check};
}

}  // namespace nianbao::rules
