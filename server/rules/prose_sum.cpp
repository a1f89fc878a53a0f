// prose/sum: parts behind 其中 that do not add up to their total.
// Must not know any word: lists are facts of the report.
#include "rules/families.h"
#include "rules/prose_counts.h"

namespace nianbao::rules {
namespace {

using report::Count;
using report::Decimal;
using State = ListSum::State;

constexpr std::string_view rule_id = "prose/sum";
constexpr std::size_t most_findings = 40;  // each compares the list with the tables

bool is_wrong(const ListSum& sum) {
  return sum.state == State::over || sum.state == State::short_of;
}

/// The table corrects a number, and with it the list: prose/table has said so.
bool explained_by_table(const ProseScene& scene, const report::PartList& list) {
  report::Facts corrected = scene.facts();
  bool changed = false;
  const auto correct = [&](std::size_t index) {
    const TableAnswer answer = scene.answer(corrected.counts[index]);
    if (answer.verdict != Verdict::contradicts) return;
    corrected.counts[index].value = answer.value;
    changed = true;
  };
  correct(list.total);
  for (const std::size_t part : list.parts) correct(part);
  return changed && !is_wrong(sum_of(corrected, list));
}

/// Every number stands in the table as it stands here: the table adds up, so does the text, as something else is meant.
bool confirmed_by_table(const ProseScene& scene, const report::PartList& list) {
  const auto agrees = [&](std::size_t index) {
    return scene.answer(scene.facts().counts[index]).verdict == Verdict::agrees;
  };
  for (const std::size_t part : list.parts) {
    if (!agrees(part)) return false;
  }
  return agrees(list.total);
}

/// An earlier number of the sentence may be the total that is meant: 共1542条，比上年多200条，其中…
bool another_total(const report::Facts& facts, const report::PartList& list, Decimal sum) {
  const Count& total = facts.counts[list.total];
  constexpr std::size_t window = 40;
  for (std::size_t i = list.total > window ? list.total - window : 0; i < list.total; ++i) {
    const Count& count = facts.counts[i];
    if (count.sentence == total.sentence && count.unit == total.unit && count.value >= sum) return true;
  }
  return false;
}

std::string terms_text(const Context& context, const report::Facts& facts, const report::PartList& list) {
  std::string text;
  for (const std::size_t part : list.parts) {
    if (!text.empty()) text += context.options.locale == Locale::zh ? "＋" : " + ";
    text += in_unit(context, facts.counts[part], facts.counts[part].value);
  }
  return text;
}

void report_list(const ProseScene& scene, const report::PartList& list, const ListSum& sum, Sink& sink) {
  const Context& context = scene.context();
  const Count& total = scene.facts().counts[list.total];
  Finding finding;
  finding.rule = rule_id;
  finding.range = total.digits;
  const bool one = list.parts.size() == 1;
  if (sum.channels && !one) finding.severity = standard::Severity::information;
  finding.message = context.say(one            ? "prose/sum.part"
                                : sum.channels ? "prose/sum.channels"
                                               : "prose/sum",
                                {{"terms", terms_text(context, scene.facts(), list)},
                                 {"sum", in_unit(context, total, sum.sum)},
                                 {"total", in_unit(context, total, total.value)}});
  for (const std::size_t part : list.parts) {
    const Count& count = scene.facts().counts[part];
    finding.related.push_back({count.digits, count.text + " " + count.unit});
  }
  sort_related(finding.related);
  sink.add(std::move(finding));
}

void check(const Context& context, Sink& sink) {
  const report::Facts& facts = context.report.facts;
  if (facts.lists.empty()) return;
  const ProseScene scene(context);
  std::size_t looked_at = 0;
  for (const report::PartList& list : facts.lists) {
    const ListSum sum = sum_of(facts, list);
    if (!is_wrong(sum) || another_total(facts, list, sum.sum)) continue;
    if (looked_at++ == most_findings) return;
    if (explained_by_table(scene, list) || confirmed_by_table(scene, list)) continue;
    report_list(scene, list, sum, sink);
  }
}

}  // namespace

RuleFamily prose_sum_family() {
  return {{rule_id}, check};
}

}  // namespace nianbao::rules
