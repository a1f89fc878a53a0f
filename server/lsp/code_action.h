// textDocument/codeAction and codeAction/resolve.
// Must not know fixes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lsp/basic.h"
#include "lsp/diagnostic.h"
#include "lsp/workspace_edit.h"

namespace nianbao::lsp {

namespace code_action_kind {
constexpr std::string_view quick_fix = "quickfix";
constexpr std::string_view refactor_rewrite = "refactor.rewrite";
constexpr std::string_view source = "source";
constexpr std::string_view source_fix_all = "source.fixAll";
constexpr std::string_view source_organize_ordinals = "source.organizeOrdinals";
}  // namespace code_action_kind

enum class CodeActionTriggerKind : std::uint8_t { invoked = 1, automatic = 2 };

struct CodeActionContext {
  std::vector<Diagnostic> diagnostics;                ///< those that could be read: another server's may be odd
  std::vector<std::string> only;                      ///< empty: every kind
  std::optional<CodeActionTriggerKind> trigger_kind;  ///< older clients do not tell

  [[nodiscard]] bool invoked() const { return trigger_kind != CodeActionTriggerKind::automatic; }
  /// True if the client wants this kind: `only` names it or a kind above it (source for source.fixAll).
  [[nodiscard]] bool wants(std::string_view kind) const;
  /// True if `only` asks for this kind or below by name, for actions that must not come unasked.
  [[nodiscard]] bool asks_for(std::string_view kind) const;
};

struct CodeActionParams {
  TextDocumentIdentifier text_document;
  Range range;
  CodeActionContext context;
};

struct CodeAction {
  std::string title;
  std::string kind;
  std::vector<Diagnostic> diagnostics;
  bool is_preferred = false;
  std::string disabled_reason;  ///< empty: enabled
  std::optional<WorkspaceEdit> edit;
  std::optional<Command> command;
  RawJson data;
};

bool read(const Value& value, CodeActionParams& out);
/// As codeAction/resolve sends it back: title, kind and data.
bool read(const Value& value, CodeAction& out);

[[nodiscard]] Json json_of(const CodeAction& action);

}  // namespace nianbao::lsp
