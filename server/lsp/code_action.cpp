#include "lsp/code_action.h"

#include <algorithm>
#include <utility>

#include "lsp/writer.h"

namespace nianbao::lsp {
namespace {

/// Kinds are names with dots: source.fixAll lies below source.
bool lies_at_or_below(std::string_view kind, std::string_view above) {
  return kind == above || above.empty() || (kind.starts_with(above) && kind[above.size()] == '.');
}

bool read_diagnostics(const Value& context, std::vector<Diagnostic>& out) {
  const auto list = context.member("diagnostics");
  if (!list) return true;
  if (!is_list(*list)) return false;
  for (const Json& element : list->json()) {
    std::string problem;
    Diagnostic diagnostic;
    if (read(Value(element, problem), diagnostic)) out.push_back(std::move(diagnostic));
  }
  return true;
}

}  // namespace

bool CodeActionContext::wants(std::string_view kind) const {
  return only.empty() || asks_for(kind);
}

bool CodeActionContext::asks_for(std::string_view kind) const {
  return std::any_of(only.begin(), only.end(), [&](const std::string& asked) { return lies_at_or_below(kind, asked); });
}

static bool read(const Value& value, CodeActionContext& out) {
  std::optional<std::uint32_t> trigger;
  if (!value.is_object()) return value.complain("an object");
  if (!read_diagnostics(value, out.diagnostics) || !optional(value, "only", out.only) ||
      !optional(value, "triggerKind", trigger)) {
    return false;
  }
  if (trigger) out.trigger_kind = trigger == 2 ? CodeActionTriggerKind::automatic : CodeActionTriggerKind::invoked;
  return true;
}

bool read(const Value& value, CodeActionParams& out) {
  return required(value, "textDocument", out.text_document) && required(value, "range", out.range) &&
         required(value, "context", out.context);
}

bool read(const Value& value, CodeAction& out) {
  return required(value, "title", out.title) && optional(value, "kind", out.kind) && optional(value, "data", out.data);
}

Json json_of(const CodeAction& action) {
  ObjectWriter out;
  out.put("title", action.title)
      .maybe("kind", action.kind)
      .maybe("diagnostics", action.diagnostics)
      .maybe("isPreferred", action.is_preferred);
  if (!action.disabled_reason.empty()) {
    out.put("disabled", RawJson(ObjectWriter().put("reason", action.disabled_reason).take()));
  }
  return out.maybe("edit", action.edit).maybe("command", action.command).maybe("data", action.data).take();
}

}  // namespace nianbao::lsp
