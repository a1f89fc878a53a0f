// prose/table: a number in the text that the table contradicts.
// Must not know any word, subject or cell: what is counted, and where it stands, is data.
#include <algorithm>

#include "rules/families.h"
#include "rules/prose_counts.h"

namespace nianbao::rules {
namespace {

using report::Count;
using report::Decimal;

constexpr std::string_view rule_id = "prose/table";
constexpr std::size_t most_fixes = 40;  // each looks through all lists; such a text is no report

/// 表三“本年新收”行“总计”列, 表四“行政复议”的“总计”, or the name of the table where the value is a sum.
std::string place_of(const ProseScene& scene, const standard::Expression& sum) {
  const SumScene sums = scene.sums();
  const standard::CellIndex cell = sum.terms.front().cell;
  const standard::TableSpec* table = sums.form.table(sums.form.cells[cell].table);
  if (table == nullptr) return {};
  std::string name = sums.context.say("where.table." + std::string(standard::name_of(table->id)));
  if (sum.terms.size() != 1) return name;
  std::string place = cell_name(sums, cell);
  const standard::CellSpec& spec = sums.form.cells[cell];
  const standard::Entry* column = spec.row.empty() ? sums.form.entry(spec.column) : nullptr;
  if (column != nullptr && !column->parent.empty()) {
    place = sums.context.say("sum/name.in-group", {{"group", sums.context.label(column->parent)}, {"cell", place}});
  }
  return sums.context.say("where.in-table", {{"table", name}, {"place", place}});
}

std::string message_of(const ProseScene& scene, const Count& count, const TableAnswer& answer) {
  const Context& context = scene.context();
  const standard::CountSubject& subject = *scene.subject(count);
  const bool zh = context.options.locale == Locale::zh;
  std::string id(rule_id);
  if (count.negated) {
    id += ".none";
  } else if (count.precision != report::Precision::exact) {
    id += ".about";
  }
  if (answer.sum->terms.size() > 1)
    id += count.negated || count.precision != report::Precision::exact ? "-sum" : ".sum";
  return context.say(id, {{"what", zh ? subject.name : subject.name_en},
                          {"words", std::string(context.report.source.slice(count.range))},
                          {"n", count.text},
                          {"unit", count.unit},
                          {"table", place_of(scene, *answer.sum)},
                          {"m", in_unit(context, count, answer.value)}});
}

void add_cells(const ProseScene& scene, const TableAnswer& answer, Finding& finding) {
  const SumScene sums = scene.sums();
  constexpr std::size_t many = 4;
  for (const standard::Term& term : answer.sum->terms) {
    finding.cells.push_back(cell_id(sums.form, term.cell));
    const report::CellReading* reading = sums.cells.reading(term.cell);
    if (reading == nullptr) continue;
    if (answer.sum->terms.size() > many && sums.value(term.cell) == Decimal{}) continue;
    finding.related.push_back(
        {reading->range, cell_name(sums, term.cell) + " " + number_text(sums.context, sums.value(term.cell))});
  }
  sort_related(finding.related);
}

void add_fixes(const ProseScene& scene, std::size_t index, const TableAnswer& answer, Finding& finding) {
  const Context& context = scene.context();
  const Count& count = scene.facts().counts[index];
  if (count.negated || count.precision != report::Precision::exact) return;
  std::vector<Decimal> values = {answer.value};
  if (answer.others.size() == 1 && answer.others.front() != Decimal{}) values.push_back(answer.others.front());
  for (const Decimal value : values) {
    const std::string written = in_unit(context, count, value);
    auto edit = number_edit(context, count.digits, count.text, written);
    if (!edit || !keeps_facts(context.report, index, value)) continue;
    Fix fix;
    fix.title = context.say("prose/table.fix", {{"value", written}}) + context.say("fix.check-register");
    fix.edits.push_back(std::move(*edit));
    fix.inferred = true;
    finding.fixes.push_back(std::move(fix));
  }
}

constexpr std::size_t looked_ahead = 4;  // counts of the same sentence

/// 收到58件，已办结55件…；同时办结上年结转的3件: a number right behind, of which the form knows no cell, makes up the
/// rest.
bool completed_behind(const ProseScene& scene, std::size_t index, const TableAnswer& answer) {
  const std::vector<Count>& counts = scene.facts().counts;
  const Count& count = counts[index];
  const std::size_t end = std::min(counts.size(), index + 1 + looked_ahead);
  for (std::size_t i = index + 1; i < end && counts[i].sentence == count.sentence; ++i) {
    const Count& other = counts[i];
    const standard::CountSubject* subject = scene.subject(other);
    const bool no_cell =
        subject != nullptr &&
        std::ranges::all_of(subject->cells, [](const std::vector<standard::Expression>& sums) { return sums.empty(); });
    if (no_cell && other.unit == count.unit && count.value.scaled + other.value.scaled == answer.value.scaled)
      return true;
  }
  return false;
}

void check(const Context& context, Sink& sink) {
  if (context.form == nullptr || context.report.facts.counts.empty()) return;
  const ProseScene scene(context);
  std::size_t found = 0;
  for (std::size_t i = 0; i < scene.facts().counts.size(); ++i) {
    const Count& count = scene.facts().counts[i];
    const TableAnswer answer = scene.answer(count);
    if (answer.verdict != Verdict::contradicts || completed_behind(scene, i, answer)) continue;
    Finding finding;
    finding.rule = rule_id;
    finding.range = count.negated ? count.range : count.digits;
    finding.message = message_of(scene, count, answer);
    add_cells(scene, answer, finding);
    if (found++ < most_fixes) add_fixes(scene, i, answer, finding);
    sink.add(std::move(finding));
  }
}

}  // namespace

RuleFamily prose_table_family() {
  return {{rule_id}, check};
}

}  // namespace nianbao::rules
