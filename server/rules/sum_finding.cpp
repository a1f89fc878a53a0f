// Findings on sums that do not add up, one relation at a time, and what is needed to repair them.
// Must not know any cell, row or table by name, nor how the culprit of several sums is found.
#include "rules/sum_finding.h"

#include <algorithm>

#include "rules/fixes.h"
#include "rules/table_edit.h"

namespace nianbao::rules {
namespace {

using standard::Severity;

bool same_table(const SumScene& scene, const standard::Relation& relation, const std::vector<CellChange>& changes) {
  return std::any_of(changes.begin(), changes.end(),
                     [&](const CellChange& change) { return scene.form.cells[change.cell].table == relation.table; });
}

bool only_totals(const SumScene& scene, const std::vector<CellChange>& changes) {
  return std::all_of(changes.begin(), changes.end(),
                     [&](const CellChange& change) { return scene.form.cells[change.cell].is_total; });
}

/// The sum of an equality, where one side is a single cell: what it should be.
std::optional<CellChange> total_change(const SumScene& scene, const Instance& instance) {
  const standard::Relation& relation = *instance.relation;
  if (relation.kind != standard::RelationKind::equality || relation.then.left.terms.size() != 1) return std::nullopt;
  const standard::CellIndex total = relation.then.left.terms.front().cell;
  if (!scene.form.cells[total].is_total || relation.then.left.terms.front().factor != 1) return std::nullopt;
  return CellChange{total, instance.right};
}

/// A total that fits one sum and breaks another, or leaves one broken that it is a part of, is no repair: the slip is
/// in the other.
bool settles(const SumScene& scene, const standard::Relation& relation, const CellChange& change) {
  const std::vector<standard::CellIndex> own = cells_of(relation);
  Cells after = scene.cells;
  after.set(change.cell, change.value);
  const std::vector<Instance> before = evaluate(scene.form, scene.cells);
  const std::vector<Instance> later = evaluate(scene.form, after);
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (later[i].standing != Standing::broken) continue;
    if (before[i].standing == Standing::holds) return false;
    const standard::Relation& other = *later[i].relation;
    const std::vector<standard::CellIndex> cells = cells_of(other);
    const bool joined = std::any_of(cells.begin(), cells.end(), [&](standard::CellIndex cell) {
      return std::find(own.begin(), own.end(), cell) != own.end();
    });
    if (joined && other.kind == standard::RelationKind::equality) return false;
  }
  return true;
}

void add_total_fix(const SumScene& scene, const Instance& instance, Finding& finding) {
  const std::optional<CellChange> change = total_change(scene, instance);
  const standard::Relation& relation = *instance.relation;
  if (!change || !settles(scene, relation, *change)) return;
  const std::string title =
      scene.context.say(relation.rule + ".fix", {{"value", number_text(scene.context, change->value)},
                                                 {"label", part_name(scene, cells_of(relation), change->cell)}});
  Fix fix = fix_of(scene, title, {*change});
  if (fix.edits.empty()) return;
  if (severity_of(scene, instance) != Severity::error && fix.preferred) {
    fix.preferred = false;
    fix.inferred = true;
    fix.title += scene.context.say("fix.check-register");
  }
  finding.fixes.push_back(std::move(fix));
}

}  // namespace

Finding finding_on(const SumScene& scene, std::string rule, standard::CellIndex cell) {
  Finding finding;
  finding.rule = std::move(rule);
  if (const report::CellReading* reading = scene.cells.reading(cell)) finding.range = reading->range;
  finding.cells = {cell_id(scene.form, cell)};
  return finding;
}

Severity severity_of(const SumScene& scene, const Instance& instance) {
  const Severity severity = instance.relation->severity;
  if (severity != Severity::error) return severity;
  const report::Grid* grid = scene.cells.grid(marked_cell(scene, *instance.relation));
  return grid != nullptr && !grid->local_rows.empty() ? Severity::warning : severity;
}

bool settles_table(const SumScene& scene, const std::vector<CellChange>& changes) {
  Cells after = scene.cells;
  for (const CellChange& change : changes) after.set(change.cell, change.value);
  const std::vector<Instance> before = evaluate(scene.form, scene.cells);
  const std::vector<Instance> later = evaluate(scene.form, after);
  for (std::size_t i = 0; i < later.size(); ++i) {
    const standard::Relation& relation = *later[i].relation;
    if (later[i].standing != Standing::broken || !same_table(scene, relation, changes)) continue;
    if (relation.severity == Severity::error || before[i].standing != Standing::broken) return false;
  }
  return true;
}

Fix fix_of(const SumScene& scene, std::string title, const std::vector<CellChange>& changes) {
  Fix fix;
  fix.title = std::move(title);
  for (const CellChange& change : changes) {
    const report::CellReading* reading = scene.cells.reading(change.cell);
    const report::Grid* grid = scene.cells.grid(change.cell);
    if (reading == nullptr || grid == nullptr) return {};
    std::optional<TextEdit> edit = write_cell(scene.context.report, *grid, *reading, report::to_string(change.value));
    if (!edit) return {};
    fix.edits.push_back(std::move(*edit));
  }
  sort_edits(fix.edits);
  fix.preferred = only_totals(scene, changes) && settles_table(scene, changes);
  fix.inferred = !fix.preferred;
  if (fix.inferred) fix.title += scene.context.say("fix.check-register");
  return fix;
}

Finding relation_finding(const SumScene& scene, const Instance& instance) {
  const standard::Relation& relation = *instance.relation;
  Finding finding = finding_on(scene, relation.rule, marked_cell(scene, relation));
  finding.severity = severity_of(scene, instance);
  finding.message = relation_text(scene, instance, "");
  finding.related = related_cells(scene, relation);
  add_total_fix(scene, instance, finding);
  return finding;
}

}  // namespace nianbao::rules
