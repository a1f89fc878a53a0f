#include "lsp/configuration.h"

#include "lsp/writer.h"

namespace nianbao::lsp {

bool read(const Value& value, WorkspaceFolder& out) {
  return required(value, "uri", out.uri) && optional(value, "name", out.name);
}

bool read(const Value& value, DidChangeConfigurationParams& out) {
  return optional(value, "settings", out.settings);
}

bool read(const Value& value, DidChangeWorkspaceFoldersParams& out) {
  if (!value.is_object()) return value.complain("an object");
  const auto event = value.member("event");
  if (!event) return value.missing("event").complain("a value");
  return optional(*event, "added", out.added) && optional(*event, "removed", out.removed);
}

static bool read(const Value& value, FileEvent& out) {
  std::uint32_t type = 0;
  if (!required(value, "uri", out.uri) || !required(value, "type", type)) return false;
  if (type < 1 || type > 3) return value.complain("a type of change (1 to 3)");
  out.type = static_cast<FileChangeType>(type);
  return true;
}

bool read(const Value& value, DidChangeWatchedFilesParams& out) {
  return required(value, "changes", out.changes);
}

bool read(const Value& value, ExecuteCommandParams& out) {
  return required(value, "command", out.command) && optional(value, "arguments", out.arguments);
}

bool read(const Value& value, TextDocumentContentParams& out) {
  return required(value, "uri", out.uri);
}

static Json json_of(const ConfigurationItem& item) {
  return ObjectWriter().maybe("scopeUri", item.scope_uri).maybe("section", item.section).take();
}

Json json_of(const ConfigurationParams& params) {
  return ObjectWriter().put("items", params.items).take();
}

static Json json_of(const Registration& registration) {
  return ObjectWriter()
      .put("id", registration.id)
      .put("method", registration.method)
      .maybe("registerOptions", registration.register_options)
      .take();
}

Json json_of(const RegistrationParams& params) {
  return ObjectWriter().put("registrations", params.registrations).take();
}

Json json_of(const TextDocumentContentResult& result) {
  return ObjectWriter().put("text", result.text).take();
}

}  // namespace nianbao::lsp
