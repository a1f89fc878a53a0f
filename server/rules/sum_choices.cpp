// Findings where the numbers do not tell which cell is wrong: readings to choose from, or the broken sums themselves.
// Must not know any cell, row or table by name.
#include "rules/sum_choices.h"

#include <algorithm>
#include <cstdlib>
#include <string>

namespace nianbao::rules {
namespace {

using localise::Index;
using localise::Reading;
using localise::Verdict;
using report::Decimal;
using standard::CellIndex;

constexpr std::size_t most_listed = 5;

text::Offset place_of(const SumScene& scene, const Instance& instance) {
  const report::CellReading* cell = scene.cells.reading(marked_cell(scene, *instance.relation));
  return cell != nullptr ? cell->range.begin : 0;
}

std::int64_t size_of(const Instance& instance) {
  return std::abs(instance.residual.scaled);
}

std::vector<const Instance*> broken_instances(const SumSystem& sums, const Verdict& verdict) {
  std::vector<const Instance*> result;
  for (const Index e : verdict.broken) result.push_back(sums.instances[static_cast<std::size_t>(e)]);
  return result;
}

std::vector<CellChange> all_changes(const SumScene& scene, const SumSystem& sums, const Reading& reading) {
  std::vector<Index> cells;
  for (const localise::Change& change : reading.changes) cells.push_back(change.cell);
  return changes_of(scene, sums, reading, cells);
}

/// “重复申请”行：自然人改为 1，商业企业改为 0; the row or column that all cells share is said once.
std::string change_text(const SumScene& scene, const std::vector<CellChange>& changes) {
  const auto shared = [&](auto member) {
    const std::string& first = scene.form.cells[changes.front().cell].*member;
    return changes.size() > 1 && !first.empty() &&
           std::all_of(changes.begin(), changes.end(),
                       [&](const CellChange& c) { return scene.form.cells[c.cell].*member == first; });
  };
  const bool one_row = shared(&standard::CellSpec::row);
  const bool one_column = !one_row && shared(&standard::CellSpec::column);
  const standard::CellSpec& first = scene.form.cells[changes.front().cell];
  std::string text;
  for (const CellChange& change : changes) {
    const standard::CellSpec& spec = scene.form.cells[change.cell];
    const std::string name = one_row      ? scene.context.label(spec.column)
                             : one_column ? scene.context.label(spec.row)
                                          : cell_name(scene, change.cell);
    if (!text.empty()) text += scene.context.say("word.comma");
    text += scene.context.say("sum/choice.set", {{"cell", name}, {"value", number_text(scene.context, change.value)}});
  }
  if (one_row) return scene.context.say("sum/choice.row", {{"row", scene.context.label(first.row)}, {"changes", text}});
  if (one_column) {
    return scene.context.say("sum/choice.column", {{"column", scene.context.label(first.column)}, {"changes", text}});
  }
  return text;
}

/// Every reading moves the same amount between the same two columns of one row: a case in the neighbouring column.
bool one_move_between_columns(const SumScene& scene, const std::vector<std::vector<CellChange>>& readings) {
  const auto column = [&](CellIndex cell) { return std::string_view(scene.form.cells[cell].column); };
  const auto amount = [&](const CellChange& c) { return c.value.scaled - scene.value(c.cell).scaled; };
  const std::vector<CellChange>& first = readings.front();
  return std::all_of(readings.begin(), readings.end(), [&](const std::vector<CellChange>& reading) {
    return reading.size() == 2 && first.size() == 2 &&
           scene.form.cells[reading[0].cell].row == scene.form.cells[reading[1].cell].row &&
           column(reading[0].cell) == column(first[0].cell) && column(reading[1].cell) == column(first[1].cell) &&
           amount(reading[0]) == amount(first[0]) && amount(reading[0]) == -amount(reading[1]);
  });
}

std::string delta_text(const SumScene& scene, const CellChange& change) {
  const std::int64_t amount = change.value.scaled - scene.value(change.cell).scaled;
  return scene.context.say(amount > 0 ? "sum/short" : "sum/over",
                           {{"amount", number_text(scene.context, Decimal{std::abs(amount)})}});
}

void say_moves(const SumScene& scene, const std::vector<std::vector<CellChange>>& readings, Finding& finding) {
  const CellChange& a = readings.front()[0];
  const CellChange& b = readings.front()[1];
  const Decimal amount{std::abs(a.value.scaled - scene.value(a.cell).scaled)};
  finding.message =
      scene.context.say("sum/choices.moved", {{"column", scene.context.label(scene.form.cells[a.cell].column)},
                                              {"delta", delta_text(scene, a)},
                                              {"other", scene.context.label(scene.form.cells[b.cell].column)},
                                              {"other-delta", delta_text(scene, b)},
                                              {"amount", number_text(scene.context, amount)},
                                              {"rows", std::to_string(readings.size())}});
  for (const std::vector<CellChange>& reading : readings) {
    const report::CellReading* cell = scene.cells.reading(reading[0].cell);
    if (cell == nullptr) continue;
    finding.related.push_back({cell->range, scene.context.label(scene.form.cells[reading[0].cell].row) + " " +
                                                number_text(scene.context, scene.value(reading[0].cell)) +
                                                scene.context.say("word.list") +
                                                number_text(scene.context, scene.value(reading[1].cell))});
  }
}

/// The grand total of a rule repeats what its parts say: a balance of the total column is the sum of the others.
void drop_implied(const SumScene& scene, std::vector<const Instance*>& broken) {
  const auto implied = [&](const Instance* instance) {
    const std::vector<CellIndex> cells = cells_of(*instance->relation);
    const bool totals =
        std::all_of(cells.begin(), cells.end(), [&](CellIndex cell) { return scene.form.cells[cell].is_total; });
    std::int64_t others = 0;
    bool any = false;
    for (const Instance* other : broken) {
      if (other == instance || other->relation->id != instance->relation->id) continue;
      others += other->residual.scaled;
      any = true;
    }
    return totals && any && others == instance->residual.scaled;
  };
  const auto found = std::find_if(broken.begin(), broken.end(), implied);
  if (found != broken.end()) broken.erase(found);
}

}  // namespace

std::vector<CellChange> changes_of(const SumScene& scene, const SumSystem& sums, const Reading& reading,
                                   const std::vector<Index>& cells) {
  std::vector<CellChange> changes;
  for (const localise::Change& change : reading.changes) {
    if (std::find(cells.begin(), cells.end(), change.cell) == cells.end()) continue;
    changes.push_back({sums.cells[static_cast<std::size_t>(change.cell)], Decimal::of(change.value)});
  }
  const auto place = [&](const CellChange& change) {
    const report::CellReading* cell = scene.cells.reading(change.cell);
    return cell != nullptr ? cell->range.begin : 0;
  };
  std::sort(changes.begin(), changes.end(), [&](const CellChange& a, const CellChange& b) {
    return std::pair(place(a), a.cell) < std::pair(place(b), b.cell);
  });
  return changes;
}

Related related_sum(const SumScene& scene, const Instance& instance, bool here) {
  const report::CellReading* cell = scene.cells.reading(marked_cell(scene, *instance.relation));
  return {cell != nullptr ? cell->range : text::ByteRange{},
          relation_text(scene, instance, here ? "related" : "related-there")};
}

Finding choices_finding(const SumScene& scene, const SumSystem& sums, const Verdict& verdict) {
  const std::vector<const Instance*> broken = broken_instances(sums, verdict);
  const Instance& first = **std::min_element(broken.begin(), broken.end(), [&](const Instance* a, const Instance* b) {
    return place_of(scene, *a) < place_of(scene, *b);
  });
  Finding finding = finding_on(scene, first.relation->rule, marked_cell(scene, *first.relation));
  finding.severity = severity_of(scene, first);
  std::vector<std::vector<CellChange>> readings;
  for (const Reading& reading : verdict.readings) readings.push_back(all_changes(scene, sums, reading));
  if (one_move_between_columns(scene, readings)) {
    say_moves(scene, readings, finding);
  } else {
    finding.message = scene.context.say(
        "sum/choices", {{"count", std::to_string(broken.size())}, {"choices", std::to_string(readings.size())}});
    for (const Instance* instance : broken) finding.related.push_back(related_sum(scene, *instance, false));
  }
  sort_related(finding.related);
  for (const std::vector<CellChange>& changes : readings) {
    Fix fix = fix_of(scene, change_text(scene, changes), changes);
    if (fix.edits.empty()) continue;
    if (fix.preferred) fix.title += scene.context.say("fix.check-register");
    fix.preferred = false;
    fix.inferred = true;
    finding.fixes.push_back(std::move(fix));
  }
  return finding;
}

std::vector<Finding> fallback_findings(const SumScene& scene, const SumSystem& sums, const Verdict& verdict) {
  std::vector<const Instance*> broken = broken_instances(sums, verdict);
  std::erase_if(broken, [](const Instance* instance) { return instance->standing != Standing::broken; });
  drop_implied(scene, broken);
  std::sort(broken.begin(), broken.end(), [](const Instance* a, const Instance* b) {
    return std::pair(-size_of(*a), a) < std::pair(-size_of(*b), b);  // of one size in the form's order
  });
  const std::size_t listed = std::min(broken.size(), most_listed);
  std::vector<Finding> findings;
  for (std::size_t i = 0; i < listed; ++i) findings.push_back(relation_finding(scene, *broken[i]));
  if (broken.size() > listed) {
    findings.back().message += scene.context.say("sum/more", {{"count", std::to_string(broken.size() - listed)}});
  }
  return findings;
}

}  // namespace nianbao::rules
