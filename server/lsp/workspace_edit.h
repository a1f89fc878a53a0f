// Edits of several documents (LSP 3.17, "WorkspaceEdit") and the request to apply them.
// Must not know why something is edited.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "lsp/basic.h"

namespace nianbao::lsp {

/// Edits of one document. The version is the one they were computed on; none for a document that is not open.
struct TextDocumentEdit {
  std::string uri;
  std::optional<std::int32_t> version;
  std::vector<TextEdit> edits;
};

struct WorkspaceEdit {
  std::vector<TextDocumentEdit> documents;
  /// Written as `documentChanges`, with versions; else as `changes`, for clients without ClientFlags::document_changes.
  bool with_versions = true;
};

struct ApplyWorkspaceEditParams {
  std::string label;
  WorkspaceEdit edit;
};

struct ApplyWorkspaceEditResult {
  bool applied = false;
  std::string failure_reason;
};

bool read(const Value& value, ApplyWorkspaceEditResult& out);

[[nodiscard]] Json json_of(const WorkspaceEdit& edit);
[[nodiscard]] Json json_of(const ApplyWorkspaceEditParams& params);

}  // namespace nianbao::lsp
