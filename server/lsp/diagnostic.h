// Diagnostics, pushed and pulled (LSP 3.17, "PublishDiagnostics Notification", "Pull Diagnostics").
// Must not know rules or findings.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "lsp/basic.h"

namespace nianbao::lsp {

enum class DiagnosticSeverity : std::uint8_t { error = 1, warning = 2, information = 3, hint = 4 };
enum class DiagnosticTag : std::uint8_t { unnecessary = 1, deprecated = 2 };

struct DiagnosticRelatedInformation {
  Location location;
  std::string message;
};

struct Diagnostic {
  Range range;
  std::optional<DiagnosticSeverity> severity;
  std::string code;                   ///< empty: none; a number from another server is kept as its digits
  std::string code_description_href;  ///< empty: none
  std::string source;
  std::string message;
  std::vector<DiagnosticTag> tags;
  std::vector<DiagnosticRelatedInformation> related_information;
  RawJson data;
};

struct PublishDiagnosticsParams {
  std::string uri;
  std::optional<std::int32_t> version;
  std::vector<Diagnostic> diagnostics;
};

struct DocumentDiagnosticParams {
  TextDocumentIdentifier text_document;
  std::string previous_result_id;
};

/// Without items: nothing changed since the result that is named.
struct DocumentDiagnosticReport {
  std::string result_id;
  std::optional<std::vector<Diagnostic>> items;
};

struct PreviousResultId {
  std::string uri;
  std::string value;
};

struct WorkspaceDiagnosticParams {
  std::vector<PreviousResultId> previous_result_ids;
  RawJson partial_result_token;
};

struct WorkspaceDocumentDiagnosticReport {
  std::string uri;
  std::optional<std::int32_t> version;  ///< null for documents that are not open
  DocumentDiagnosticReport report;
};

struct WorkspaceDiagnosticReport {
  std::vector<WorkspaceDocumentDiagnosticReport> items;
};

bool read(const Value& value, Diagnostic& out);
bool read(const Value& value, DocumentDiagnosticParams& out);
bool read(const Value& value, WorkspaceDiagnosticParams& out);

[[nodiscard]] Json json_of(const Diagnostic& diagnostic);
[[nodiscard]] Json json_of(const PublishDiagnosticsParams& params);
[[nodiscard]] Json json_of(const DocumentDiagnosticReport& report);
[[nodiscard]] Json json_of(const WorkspaceDiagnosticReport& report);

}  // namespace nianbao::lsp
