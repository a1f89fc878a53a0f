#include "lsp/diagnostic.h"

#include <string_view>

#include "lsp/writer.h"

namespace nianbao::lsp {
namespace {

template <typename Enum>
bool read_enum(const Value& value, std::uint32_t last, std::string_view expected, Enum& out) {
  std::uint32_t number = 0;
  if (!read(value, number)) return false;
  if (number < 1 || number > last) return value.complain(expected);
  out = static_cast<Enum>(number);
  return true;
}

/// A code may be a number or a string.
void read_code(const Value& diagnostic, std::string& out) {
  const Json* code = jsonrpc::member(diagnostic.json(), "code");
  if (code == nullptr) return;
  if (const std::string* text = jsonrpc::as_string(*code)) {
    out = *text;
  } else if (const auto number = jsonrpc::as_integer(*code)) {
    out = std::to_string(*number);
  }
}

}  // namespace

static bool read(const Value& value, DiagnosticSeverity& out) {
  return read_enum(value, 4, "a severity (1 to 4)", out);
}

static bool read(const Value& value, DiagnosticTag& out) {
  return read_enum(value, 2, "a tag (1 or 2)", out);
}

static bool read(const Value& value, DiagnosticRelatedInformation& out) {
  return required(value, "location", out.location) && required(value, "message", out.message);
}

bool read(const Value& value, Diagnostic& out) {
  if (!required(value, "range", out.range) || !optional(value, "severity", out.severity) ||
      !optional(value, "source", out.source) || !required(value, "message", out.message) ||
      !optional(value, "tags", out.tags) || !optional(value, "relatedInformation", out.related_information) ||
      !optional(value, "data", out.data)) {
    return false;
  }
  read_code(value, out.code);
  const auto description = value.member("codeDescription");
  return !description || optional(*description, "href", out.code_description_href);
}

static bool read(const Value& value, PreviousResultId& out) {
  return required(value, "uri", out.uri) && required(value, "value", out.value);
}

bool read(const Value& value, DocumentDiagnosticParams& out) {
  return required(value, "textDocument", out.text_document) &&
         optional(value, "previousResultId", out.previous_result_id);
}

bool read(const Value& value, WorkspaceDiagnosticParams& out) {
  return optional(value, "previousResultIds", out.previous_result_ids) &&
         optional(value, "partialResultToken", out.partial_result_token);
}

static Json json_of(DiagnosticSeverity severity) {
  return static_cast<std::uint32_t>(severity);
}

static Json json_of(DiagnosticTag tag) {
  return static_cast<std::uint32_t>(tag);
}

static Json json_of(const DiagnosticRelatedInformation& information) {
  return ObjectWriter().put("location", information.location).put("message", information.message).take();
}

Json json_of(const Diagnostic& diagnostic) {
  ObjectWriter out;
  out.put("range", diagnostic.range).maybe("severity", diagnostic.severity).maybe("code", diagnostic.code);
  if (!diagnostic.code_description_href.empty()) {
    out.put("codeDescription", RawJson(ObjectWriter().put("href", diagnostic.code_description_href).take()));
  }
  return out.maybe("source", diagnostic.source)
      .put("message", diagnostic.message)
      .maybe("tags", diagnostic.tags)
      .maybe("relatedInformation", diagnostic.related_information)
      .maybe("data", diagnostic.data)
      .take();
}

Json json_of(const PublishDiagnosticsParams& params) {
  return ObjectWriter()
      .put("uri", params.uri)
      .maybe("version", params.version)
      .put("diagnostics", params.diagnostics)
      .take();
}

Json json_of(const DocumentDiagnosticReport& report) {
  ObjectWriter out;
  out.put("kind", report.items ? "full" : "unchanged").maybe("resultId", report.result_id);
  return out.maybe("items", report.items).take();
}

static Json json_of(const WorkspaceDocumentDiagnosticReport& document) {
  Json out = json_of(document.report);
  out["uri"] = document.uri;
  out["version"] = json_of(document.version);
  return out;
}

Json json_of(const WorkspaceDiagnosticReport& report) {
  return ObjectWriter().put("items", report.items).take();
}

}  // namespace nianbao::lsp
