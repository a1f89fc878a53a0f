// year/aggregate: each cell of an aggregate report against the sum of its parts.
// Must not know any cell, row or table by name; which reports belong together is decided elsewhere.
#include <algorithm>
#include <map>

#include "rules/families.h"
#include "rules/sum_finding.h"
#include "rules/year_common.h"

namespace nianbao::rules {
namespace {

using report::Decimal;
using standard::CellIndex;

constexpr std::string_view rule_id = "year/aggregate";
constexpr std::size_t most_related = 20;

struct Mismatch {
  CellIndex cell = 0;
  Decimal found;
  Decimal sum;
};

class Aggregate {
 public:
  Aggregate(const Context& context, const standard::Form& form, const std::vector<const Digest*>& parts)
      : context_(context), form_(form), parts_(parts), cells_(form, context.report), scene_{context, form, cells_} {}

  void check(Sink& sink) const {
    if (relation() == nullptr) return;
    for (const standard::TableSpec& table : form_.tables) {
      std::vector<Mismatch> all = mismatches(table.id);
      // A total is wrong with what it counts: it is named only where nothing else is.
      const auto inputs =
          std::partition(all.begin(), all.end(), [&](const Mismatch& one) { return !form_.cells[one.cell].is_total; });
      if (inputs != all.begin()) all.erase(inputs, all.end());
      report_rows(all, sink);
    }
  }

 private:
  /// The form says whether its tables add up over organs, and how grave it is where they do not.
  [[nodiscard]] const standard::Relation* relation() const {
    const auto found = std::find_if(form_.relations.begin(), form_.relations.end(), [](const standard::Relation& one) {
      return one.kind == standard::RelationKind::aggregate && one.rule == rule_id;
    });
    return found != form_.relations.end() ? &*found : nullptr;
  }

  [[nodiscard]] std::vector<Mismatch> mismatches(standard::TableId table) const {
    std::vector<Mismatch> found;
    for (std::size_t i = 0; i < form_.cells.size(); ++i) {
      const standard::CellSpec& spec = form_.cells[i];
      if (spec.table != table || spec.type == standard::ValueType::none) continue;
      const auto cell = static_cast<CellIndex>(i);
      const std::optional<Decimal> value = certain_value(cells_, form_, cell);
      const std::optional<Decimal> sum = value ? sum_of_parts(spec) : std::nullopt;
      if (sum && *sum != *value) found.push_back({cell, *value, *sum});
    }
    return found;
  }

  /// Nothing where a part does not have the number.
  [[nodiscard]] std::optional<Decimal> sum_of_parts(const standard::CellSpec& spec) const {
    Decimal sum;
    for (const Digest* part : parts_) {
      const DigestCell* cell = part->cell(context_.standard, spec);
      if (cell == nullptr) return std::nullopt;
      sum.scaled += cell->value.scaled;
    }
    return sum;
  }

  /// One finding per row; where a table has no rows or no columns, one per cell.
  void report_rows(const std::vector<Mismatch>& all, Sink& sink) const {
    std::map<std::string, std::vector<Mismatch>> rows;
    for (const Mismatch& one : all) {
      const standard::CellSpec& spec = form_.cells[one.cell];
      rows[spec.row.empty() || spec.column.empty() ? cell_id(form_, one.cell) : spec.row].push_back(one);
    }
    for (auto& [row, cells] : rows) {
      std::sort(cells.begin(), cells.end(), [](const Mismatch& a, const Mismatch& b) { return a.cell < b.cell; });
      sink.add(finding_of(cells));
    }
  }

  [[nodiscard]] Finding finding_of(const std::vector<Mismatch>& cells) const {
    const Mismatch& marked = cells.front();
    Finding finding = finding_on(scene_, std::string(rule_id), marked.cell);
    finding.severity = relation()->severity;
    finding.cells.clear();
    for (const Mismatch& one : cells) finding.cells.push_back(cell_id(form_, one.cell));
    finding.message = context_.say(cells.size() == 1 ? "year/aggregate" : "year/aggregate.row",
                                   {{"value", number_text(context_, marked.found)},
                                    {"sum", number_text(context_, marked.sum)},
                                    {"parts", std::to_string(parts_.size())},
                                    {"count", std::to_string(cells.size())}});
    add_related(form_.cells[marked.cell], finding);
    return finding;
  }

  /// Parts with a number first; those with 0 where there is room.
  void add_related(const standard::CellSpec& spec, Finding& finding) const {
    for (const bool zero : {false, true}) {
      for (const Digest* part : parts_) {
        const DigestCell* cell = part->cell(context_.standard, spec);
        if (cell == nullptr || (cell->value == Decimal{}) != zero || finding.related.size() >= most_related) continue;
        Related related;
        related.message = part->organ + " " + number_text(context_, cell->value);
        related.document = part->document;
        related.place = cell->place;
        finding.related.push_back(std::move(related));
      }
    }
  }

  const Context& context_;
  const standard::Form& form_;
  const std::vector<const Digest*>& parts_;
  Cells cells_;
  SumScene scene_;
};

void check(const Context& context, Sink& sink) {
  if (context.relatives == nullptr || context.relatives->parts.empty()) return;
  for (const standard::FormId id : forms_of(context.report)) {
    Aggregate(context, context.standard.form(id), context.relatives->parts).check(sink);
  }
}

}  // namespace

RuleFamily year_aggregate_family() {
  return {{rule_id}, check};
}

}  // namespace nianbao::rules
