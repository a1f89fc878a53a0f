#include "lsp/basic.h"

#include "lsp/writer.h"
#include "text/uri.h"

namespace nianbao::lsp {

bool read(const Value& value, Position& out) {
  return required(value, "line", out.line) && required(value, "character", out.character);
}

bool read(const Value& value, Range& out) {
  return required(value, "start", out.start) && required(value, "end", out.end);
}

bool read(const Value& value, Location& out) {
  return required(value, "uri", out.uri) && required(value, "range", out.range);
}

bool read(const Value& value, TextEdit& out) {
  return required(value, "range", out.range) && required(value, "newText", out.new_text);
}

bool read(const Value& value, Command& out) {
  return optional(value, "title", out.title) && required(value, "command", out.command) &&
         optional(value, "arguments", out.arguments);
}

bool read(const Value& value, TextDocumentIdentifier& out) {
  return required(value, "uri", out.uri);
}

bool read(const Value& value, VersionedTextDocumentIdentifier& out) {
  return required(value, "uri", out.uri) && required(value, "version", out.version);
}

bool read(const Value& value, TextDocumentPositionParams& out) {
  return required(value, "textDocument", out.text_document) && required(value, "position", out.position);
}

bool read(const Value&, NoParams&) {
  return true;
}

Json json_of(const Position& position) {
  return ObjectWriter().put("line", position.line).put("character", position.character).take();
}

Json json_of(const Range& range) {
  return ObjectWriter().put("start", range.start).put("end", range.end).take();
}

Json json_of(const Location& location) {
  return ObjectWriter().put("uri", location.uri).put("range", location.range).take();
}

Json json_of(const TextEdit& edit) {
  return ObjectWriter().put("range", edit.range).put("newText", edit.new_text).take();
}

Json json_of(const Command& command) {
  return ObjectWriter()
      .put("title", command.title)
      .put("command", command.command)
      .maybe("arguments", command.arguments)
      .take();
}

Json json_of(const MarkupContent& content) {
  return ObjectWriter().put("kind", content.markdown ? "markdown" : "plaintext").put("value", content.value).take();
}

std::string document_key(const Json& params) {
  const Json* document = jsonrpc::member(params, "textDocument");
  const Json* uri = document != nullptr ? jsonrpc::member(*document, "uri") : nullptr;
  const std::string* text = uri != nullptr ? jsonrpc::as_string(*uri) : nullptr;
  return text != nullptr ? text::uri_key(*text) : std::string();
}

}  // namespace nianbao::lsp
