// The one entrance to the rules: runs every family, then settles severities, overlaps, suppressions and order.
// Must not know any rule by itself.
#include "rules/rules.h"

#include <algorithm>
#include <tuple>

#include "rules/fixes.h"
#include "rules/memory.h"
#include "rules/overlaps.h"
#include "rules/relations.h"
#include "rules/rule.h"
#include "rules/suppressions.h"
#include "rules/table_edit.h"

namespace nianbao::rules {
namespace {

using standard::Severity;

/// A setting beats the finding's own severity, which beats the catalogue's; a rule that the catalogue has off stays off
/// until a setting names it.
Severity settled(const Finding& finding, const Context& context) {
  if (const std::optional<Severity> wanted = configured(context.options, finding.rule)) return *wanted;
  const standard::RuleSpec* spec = context.standard.rule(finding.rule);
  if (spec != nullptr && spec->severity == Severity::off) return Severity::off;
  if (finding.severity != Severity::off) return finding.severity;
  return spec != nullptr ? spec->severity : Severity::warning;
}

void settle_severities(const Context& context, std::vector<Finding>& findings) {
  for (Finding& finding : findings) finding.severity = settled(finding, context);
  std::erase_if(findings, [](const Finding& finding) { return finding.severity == Severity::off; });
}

/// On a web page a passage of the text may have tags in it: what is put in its place would lose them.
void drop_fixes_across_tags(const Context& context, std::vector<Finding>& findings) {
  if (!is_web_page(context.report)) return;
  const auto across = [&](const TextEdit& edit) {
    return context.report.source.slice(edit.range).find('<') != std::string_view::npos;
  };
  for (Finding& finding : findings) {
    std::erase_if(finding.fixes,
                  [&](const Fix& fix) { return std::any_of(fix.edits.begin(), fix.edits.end(), across); });
  }
}

void sort_findings(std::vector<Finding>& findings) {
  const auto key = [](const Finding& f) {
    return std::tuple(f.range.begin, f.range.end, f.severity, std::string_view(f.rule), std::string_view(f.message));
  };
  std::sort(findings.begin(), findings.end(), [&](const Finding& a, const Finding& b) { return key(a) < key(b); });
  const auto last = std::unique(findings.begin(), findings.end(),
                                [&](const Finding& a, const Finding& b) { return key(a) == key(b); });
  findings.erase(last, findings.end());
}

}  // namespace

std::optional<Severity> configured(const Options& options, std::string_view rule) {
  if (const auto own = options.severities.find(rule); own != options.severities.end()) return own->second;
  const std::string group = std::string(rule.substr(0, rule.find('/'))) + "/*";
  if (const auto found = options.severities.find(group); found != options.severities.end()) return found->second;
  if (const auto all = options.severities.find("*"); all != options.severities.end()) return all->second;
  return std::nullopt;
}

std::vector<Finding> check(const report::Report& report, const standard::Standard& standard, const Options& options,
                           const Relatives& relatives, Memory* memory) {
  const standard::Form* form = report.form ? &standard.form(*report.form) : nullptr;
  const Context context{report, standard, options, form, &relatives, memory};
  if (memory != nullptr) memory->begin(standard, options);
  Sink sink;
  for (const RuleFamily& family : registry()) family.check(context, sink);
  std::vector<Finding> findings = std::move(sink.findings());
  for (Finding& finding : findings) {
    for (Fix& fix : finding.fixes) sort_edits(fix.edits);
  }
  drop_fixes_across_tags(context, findings);
  settle_severities(context, findings);
  drop_overlaps(findings);
  apply_suppressions(context, findings);
  settle_severities(context, findings);  // of what the suppressions had to say
  sort_findings(findings);
  return findings;
}

RelationTally tally(const report::Report& report, const standard::Standard& standard) {
  RelationTally result;
  for (const standard::FormId id : forms_of(report)) {
    const standard::Form& form = standard.form(id);
    for (const Instance& instance : evaluate(form, report)) {
      if (instance.relation->kind != standard::RelationKind::equality || instance.standing == Standing::unknown)
        continue;
      ++result.evaluated;
      if (instance.standing == Standing::holds) ++result.holding;
    }
  }
  if (report.form) {
    for (const standard::CellSpec& cell : standard.form(*report.form).cells) {
      if (cell.type != standard::ValueType::none) ++result.cells_total;
    }
  }
  for (const report::Grid& grid : report.grids) {
    const standard::Form& form = standard.form(grid.form);
    for (const report::CellReading& cell : grid.cells) {
      const bool data = cell.cell < form.cells.size() && form.cells[cell.cell].type != standard::ValueType::none;
      if (data && cell.state != report::CellState::absent) ++result.cells_read;
    }
  }
  return result;
}

}  // namespace nianbao::rules
