// year/carry-over, year/stock, year/jump: a report against the same organ's report of the year before.
// Must not know any cell, row or table by name: relations and wording are data; one finding per row that disagrees.
#include <algorithm>
#include <array>

#include "rules/families.h"
#include "rules/sum_finding.h"
#include "rules/year_common.h"

namespace nianbao::rules {
namespace {

using report::Decimal;
using standard::CellIndex;
using standard::Severity;

constexpr std::array<std::string_view, 3> rule_ids = {"year/carry-over", "year/stock", "year/jump"};

/// One instance of a cross-year relation with both its sides known.
struct Comparison {
  const standard::Relation* relation = nullptr;
  Decimal left;
  Decimal right;
  bool holds = true;

  [[nodiscard]] CellIndex cell() const { return relation->then.left.terms.front().cell; }
};

/// Instances of one relation that lie in one row: what disagrees there has one cause.
using Group = std::vector<Comparison>;

class LastYear {
 public:
  LastYear(const Context& context, const standard::Form& form, const Digest& digest)
      : context_(context), form_(form), digest_(digest), cells_(form, context.report), scene_{context, form, cells_} {}

  void check(Sink& sink) const {
    for (const Group& group : groups()) {
      const bool broken = std::any_of(group.begin(), group.end(), [](const Comparison& one) { return !one.holds; });
      if (broken) sink.add(finding_of(group));
    }
  }

 private:
  [[nodiscard]] std::vector<Group> groups() const {
    std::vector<Group> groups;
    for (const standard::Relation& relation : form_.relations) {
      if (relation.kind != standard::RelationKind::cross_year || relation.then.left.terms.empty()) continue;
      const std::optional<Comparison> one = compared(relation);
      if (!one) continue;
      const bool same = !groups.empty() && groups.back().front().relation->id == relation.id &&
                        form_.cells[groups.back().front().cell()].row == form_.cells[one->cell()].row;
      if (!same) groups.emplace_back();
      groups.back().push_back(*one);
    }
    return groups;
  }

  /// Nothing where a number is missing on either side: a blank cell says nothing of a year.
  [[nodiscard]] std::optional<Comparison> compared(const standard::Relation& relation) const {
    const auto here = [&](CellIndex cell) { return certain_value(cells_, form_, cell); };
    const auto there = [&](CellIndex cell) -> std::optional<Decimal> {
      const DigestCell* found = digest_.cell(context_.standard, form_.cells[cell]);
      return found != nullptr ? std::optional(found->value) : std::nullopt;
    };
    const auto left = result_of(relation.then.left, here);
    const auto right = result_of(relation.then.right, there);
    if (!left || !right) return std::nullopt;
    return Comparison{&relation, *left, *right, compare(*left, relation.then.comparison, *right)};
  }

  [[nodiscard]] bool is_total(const Comparison& one) const { return form_.cells[one.cell()].is_total; }

  [[nodiscard]] Finding finding_of(const Group& group) const {
    std::vector<const Comparison*> broken;
    bool total_agrees = false;
    for (const Comparison& one : group) {
      if (!one.holds) broken.push_back(&one);
      total_agrees = total_agrees || (one.holds && is_total(one));
    }
    // The total first: it is what people compare.
    const auto total = std::find_if(broken.begin(), broken.end(), [&](const auto* one) { return is_total(*one); });
    if (total != broken.end()) std::rotate(broken.begin(), total, total + 1);
    const Comparison& marked = *broken.front();
    Finding finding = finding_on(scene_, marked.relation->rule, marked.cell());
    finding.severity = marked.relation->severity;
    // Applicants are sorted into classes anew now and then.
    if (total_agrees && finding.severity < Severity::information) finding.severity = Severity::information;
    finding.cells.clear();
    for (const Comparison* one : broken) finding.cells.push_back(cell_id(form_, one->cell()));
    finding.message = message_of(broken, is_total(marked) || group.size() == 1);
    add_related(broken, finding);
    add_fix(broken, finding);
    return finding;
  }

  [[nodiscard]] std::string message_of(const std::vector<const Comparison*>& broken, bool whole_row) const {
    const Comparison& marked = *broken.front();
    const standard::Relation& relation = *marked.relation;
    const standard::CellSpec& spec = form_.cells[marked.cell()];
    ArgumentList arguments = {{"left", number_text(context_, marked.left)},
                              {"right", number_text(context_, marked.right)},
                              {"year", std::to_string(*digest_.year)},
                              {"column", context_.label(spec.column)},
                              {"row", context_.label(spec.row)},
                              {"count", std::to_string(broken.size())}};
    if (const auto change = change_of(marked)) arguments.emplace_back("expected", number_text(context_, change->value));
    add_terms(relation.then.left, "l", [&](CellIndex cell) { return certain_value(cells_, form_, cell); }, arguments);
    add_terms(relation.then.right, "r", [&](CellIndex cell) { return there(cell)->value; }, arguments);
    if (!relation.then.right.terms.empty()) {
      arguments.emplace_back("other", context_.label(form_.cells[relation.then.right.terms.front().cell].row));
    }
    const std::string general = relation.rule + (whole_row ? "" : broken.size() == 1 ? ".column" : ".columns");
    const std::string own = relation.rule + "." + relation.id;
    return context_.say_list(context_.knows(own) ? own : general, arguments);
  }

  template <typename Values>
  void add_terms(const standard::Expression& side, std::string_view prefix, const Values& value_of,
                 ArgumentList& arguments) const {
    std::size_t position = 0;
    for (const standard::Term& term : side.terms) {
      const std::optional<Decimal> value = value_of(term.cell);
      arguments.emplace_back(std::string(prefix) + std::to_string(++position),
                             number_text(context_, value.value_or(Decimal{})));
    }
  }

  [[nodiscard]] const DigestCell* there(CellIndex cell) const {
    return digest_.cell(context_.standard, form_.cells[cell]);
  }

  void add_related(const std::vector<const Comparison*>& broken, Finding& finding) const {
    for (const Comparison* one : broken) {
      for (const standard::Term& term : one->relation->then.right.terms) {
        const standard::CellSpec& spec = form_.cells[term.cell];
        const DigestCell* cell = there(term.cell);
        const std::string name = context_.label(spec.row) + " " + context_.label(spec.column);
        Related related;
        related.message = context_.say(
            "year/related",
            {{"year", std::to_string(*digest_.year)}, {"name", name}, {"value", number_text(context_, cell->value)}});
        related.document = digest_.document;
        related.place = cell->place;
        finding.related.push_back(std::move(related));
      }
    }
  }

  /// The first cell of an equality takes what the others leave.
  [[nodiscard]] std::optional<CellChange> change_of(const Comparison& one) const {
    const standard::Condition& then = one.relation->then;
    if (then.comparison != standard::Comparison::equal || then.left.terms.front().factor != 1) return std::nullopt;
    const std::optional<Decimal> now = certain_value(cells_, form_, one.cell());
    if (!now) return std::nullopt;
    return CellChange{one.cell(), {now->scaled - one.left.scaled + one.right.scaled}};
  }

  void add_fix(const std::vector<const Comparison*>& broken, Finding& finding) const {
    std::vector<CellChange> changes;
    for (const Comparison* one : broken) {
      const auto change = change_of(*one);
      if (!change || change->value < Decimal{}) return;
      changes.push_back(*change);
    }
    const bool settles = settles_table(scene_, changes);
    std::string title = changes.size() == 1
                            ? context_.say("year/fix", {{"value", number_text(context_, changes.front().value)}})
                            : context_.say("year/fix-row", {{"count", std::to_string(changes.size())},
                                                            {"year", std::to_string(*digest_.year)}});
    // Where the table adds up as it stands, last year's report may be the one that is wrong: a person decides.
    if (!settles) title += "…";
    Fix fix = fix_of(scene_, std::move(title), changes);
    if (fix.edits.empty()) return;
    if (fix.preferred) fix.title += context_.say("fix.check-register");
    fix.preferred = false;
    fix.inferred = true;
    fix.asks = !settles;
    finding.fixes.push_back(std::move(fix));
  }

  const Context& context_;
  const standard::Form& form_;
  const Digest& digest_;
  Cells cells_;
  SumScene scene_;
};

void check(const Context& context, Sink& sink) {
  if (context.relatives == nullptr || context.relatives->last_year == nullptr) return;
  const Digest& digest = *context.relatives->last_year;
  if (!digest.year) return;
  for (const standard::FormId id : forms_of(context.report)) {
    LastYear(context, context.standard.form(id), digest).check(sink);
  }
}

}  // namespace

RuleFamily year_relation_family() {
  return {{rule_ids.begin(), rule_ids.end()}, check};
}

}  // namespace nianbao::rules
