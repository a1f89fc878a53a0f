// Documents that are opened, edited, saved and closed (LSP 3.17, "Text Document Synchronization").
// Must not know what a document holds.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "lsp/basic.h"

namespace nianbao::lsp {

struct TextDocumentItem {
  std::string uri;
  std::string language_id;
  std::int32_t version = 0;
  std::string text;
};

/// Without a range the text is the whole new document.
struct TextDocumentContentChangeEvent {
  std::optional<Range> range;
  std::string text;
};

struct DidOpenTextDocumentParams {
  TextDocumentItem text_document;
};

struct DidChangeTextDocumentParams {
  VersionedTextDocumentIdentifier text_document;
  std::vector<TextDocumentContentChangeEvent> content_changes;  ///< each one applies to the result of those before it
};

struct DidSaveTextDocumentParams {
  TextDocumentIdentifier text_document;
  std::optional<std::string> text;
};

struct DidCloseTextDocumentParams {
  TextDocumentIdentifier text_document;
};

bool read(const Value& value, DidOpenTextDocumentParams& out);
bool read(const Value& value, DidChangeTextDocumentParams& out);
bool read(const Value& value, DidSaveTextDocumentParams& out);
bool read(const Value& value, DidCloseTextDocumentParams& out);

}  // namespace nianbao::lsp
