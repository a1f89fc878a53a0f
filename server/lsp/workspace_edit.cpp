#include "lsp/workspace_edit.h"

#include "lsp/writer.h"

namespace nianbao::lsp {

bool read(const Value& value, ApplyWorkspaceEditResult& out) {
  return required(value, "applied", out.applied) && optional(value, "failureReason", out.failure_reason);
}

static Json json_of(const TextDocumentEdit& document) {
  const Json identifier = ObjectWriter().put("uri", document.uri).put("version", document.version).take();
  return ObjectWriter().put("textDocument", RawJson(identifier)).put("edits", document.edits).take();
}

Json json_of(const WorkspaceEdit& edit) {
  if (edit.with_versions) return ObjectWriter().put("documentChanges", edit.documents).take();
  Json changes = Json::object();
  for (const TextDocumentEdit& document : edit.documents) {
    Json& edits = changes[document.uri];
    if (edits.is_null()) edits = Json::array();
    for (const TextEdit& one : document.edits) edits.push_back(json_of(one));
  }
  return ObjectWriter().put("changes", RawJson(std::move(changes))).take();
}

Json json_of(const ApplyWorkspaceEditParams& params) {
  return ObjectWriter().maybe("label", params.label).put("edit", params.edit).take();
}

}  // namespace nianbao::lsp
