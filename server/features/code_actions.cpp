// Quick fixes of the findings in a range, and the one action that applies every fix that is beyond doubt.
// Must not know LSP.
#include "features/code_actions.h"

#include <algorithm>
#include <utility>

#include "features/locate.h"
#include "features/pages.h"
#include "rules/rule.h"

namespace nianbao::features {
namespace {

bool touches(text::ByteRange finding, text::ByteRange range) {
  return finding.begin <= range.end && range.begin <= finding.end;
}

/// Preferred fixes, then inferred ones, then other readings (house style §1).
int rank_of(const rules::Fix& fix) {
  if (fix.preferred) return 0;
  return fix.inferred ? 1 : 2;
}

/// By rank, otherwise as the rule ordered them.
std::vector<const rules::Fix*> in_order(const rules::Finding& finding) {
  std::vector<const rules::Fix*> fixes;
  for (const int rank : {0, 1, 2}) {
    for (const rules::Fix& fix : finding.fixes) {
      if (rank_of(fix) == rank) fixes.push_back(&fix);
    }
  }
  return fixes;
}

void add_fixes(const rules::Finding& finding, std::size_t index, std::vector<CodeAction>& actions) {
  for (const rules::Fix* fix : in_order(finding)) {
    if (fix->edits.empty()) continue;
    CodeAction action;
    action.title = fix->title;
    action.preferred = fix->preferred && !fix->inferred;
    action.edits = fix->edits;
    action.finding = index;
    actions.push_back(std::move(action));
  }
}

/// What can be meant by "correct this" without asking: the preferred fix, or the only one.
void add_obvious_fix(const rules::Finding& finding, std::size_t index, std::vector<CodeAction>& actions) {
  std::vector<CodeAction> fixes;
  add_fixes(finding, index, fixes);
  if (fixes.empty() || (fixes.size() > 1 && !fixes.front().preferred)) return;
  actions.push_back(std::move(fixes.front()));
}

void add_commands(const rules::Context& context, const rules::Finding& finding, std::size_t index,
                  std::vector<CodeAction>& actions) {
  const auto add = [&](std::string_view message, ClientCommand command) {
    CodeAction action;
    action.kind = CodeAction::Kind::other;
    action.title = context.say(message);
    action.finding = index;
    action.command = std::move(command);
    actions.push_back(std::move(action));
  };
  add("action.ignore", {"nianbao.finding.ignore", {finding.rule}});
  add("action.ignore-rule", {"nianbao.rule.disable", {finding.rule}});
  add("action.rule-page", {"nianbao.page.open", {rule_page_uri(finding.rule)}});
}

void add_fix_all(const rules::Context& context, const Snapshot& snapshot, std::vector<CodeAction>& actions) {
  std::vector<rules::TextEdit> edits = rules::fix_all(*snapshot.findings, false);
  if (edits.empty()) return;
  CodeAction action;
  action.kind = CodeAction::Kind::fix_all;
  action.title = context.say("action.fix-all", {{"count", std::to_string(edits.size())}});
  action.edits = std::move(edits);
  actions.push_back(std::move(action));
}

}  // namespace

std::vector<CodeAction> code_actions(const Snapshot& snapshot, text::ByteRange range,
                                     const standard::Standard& standard, const rules::Options& options,
                                     const CodeActionOptions& action_options) {
  std::vector<CodeAction> actions;
  if (snapshot.findings == nullptr || snapshot.report == nullptr) return actions;
  const rules::Context context{*snapshot.report, standard, options, &form_of(*snapshot.report, standard)};
  for (std::size_t i = 0; i < snapshot.findings->size(); ++i) {
    const rules::Finding& finding = (*snapshot.findings)[i];
    const bool named = std::ranges::find(action_options.findings, i) != action_options.findings.end();
    if (action_options.unseen) {
      if (named && action_options.quickfix) add_obvious_fix(finding, i, actions);
      continue;
    }
    if (!named && !touches(finding.range, range)) continue;
    if (action_options.quickfix) add_fixes(finding, i, actions);
    if (action_options.client_commands) add_commands(context, finding, i, actions);
  }
  if (action_options.fix_all && !action_options.unseen) add_fix_all(context, snapshot, actions);
  return actions;
}

}  // namespace nianbao::features
