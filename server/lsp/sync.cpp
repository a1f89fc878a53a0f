#include "lsp/sync.h"

namespace nianbao::lsp {

static bool read(const Value& value, TextDocumentItem& out) {
  return required(value, "uri", out.uri) && optional(value, "languageId", out.language_id) &&
         required(value, "version", out.version) && required(value, "text", out.text);
}

static bool read(const Value& value, TextDocumentContentChangeEvent& out) {
  return optional(value, "range", out.range) && required(value, "text", out.text);
}

bool read(const Value& value, DidOpenTextDocumentParams& out) {
  return required(value, "textDocument", out.text_document);
}

bool read(const Value& value, DidChangeTextDocumentParams& out) {
  return required(value, "textDocument", out.text_document) && required(value, "contentChanges", out.content_changes);
}

bool read(const Value& value, DidSaveTextDocumentParams& out) {
  return required(value, "textDocument", out.text_document) && optional(value, "text", out.text);
}

bool read(const Value& value, DidCloseTextDocumentParams& out) {
  return required(value, "textDocument", out.text_document);
}

}  // namespace nianbao::lsp
