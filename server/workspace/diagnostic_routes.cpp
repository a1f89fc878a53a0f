// Diagnostics: pushed in steps after edits, or pulled by clients that can; never both.
#include <utility>

#include <nlohmann/json.hpp>

#include "text/uri.h"
#include "workspace/diagnostics.h"
#include "workspace/impl.h"

namespace nianbao::workspace {

void Server::Impl::add_diagnostic_routes() {
  routes_.request<lsp::DocumentDiagnosticParams>(
      "textDocument/diagnostic", lsp::Scheduling::read_invalidated_by_edit,
      [this](const lsp::DocumentDiagnosticParams& params) { return pull(params); });
  routes_.request<lsp::WorkspaceDiagnosticParams>(
      "workspace/diagnostic", lsp::Scheduling::background,
      [this](const lsp::WorkspaceDiagnosticParams& params) { return pull_all(params); });
}

void Server::Impl::check_later(const Document& document) {
  if (client_.pull_diagnostics) return;
  // One check per document, however many edits wait for it.
  if (!waiting_.insert(document.uri()).second) return;
  dispatcher_.post([this, uri = document.uri()] {
    if (waiting_.contains(uri)) check(uri);
  });
}

void Server::Impl::check_all_later() {
  for (auto& [key, document] : documents_.all()) {
    document.forget_findings();
    check_later(document);
  }
  if (client_.pull_diagnostics && client_.diagnostic_refresh && !documents_.all().empty()) {
    dispatcher_.request("workspace/diagnostic/refresh", lsp::Json(), [](const auto&) {});
  }
}

void Server::Impl::check(const std::string& uri) {
  waiting_.erase(uri);
  Document* document = documents_.find(uri);
  if (document == nullptr || !lifecycle_.is_initialized()) return;
  if (is_settings_file(uri)) return publish(*document, current_diagnostics(*document));
  const bool shown = published_.contains(text::uri_key(uri));
  if (!document->is_report() && !shown) return;
  publish(*document, current_diagnostics(*document));
  std::string settings_uri;
  const SettingsFile* file = settings_file(uri, &settings_uri);
  if (file != nullptr && documents_.find(settings_uri) == nullptr) publish_settings_file(settings_uri, *file);
}

void Server::Impl::publish(const Document& document, std::vector<lsp::Diagnostic> diagnostics) {
  std::string digest = digest_of(diagnostics);
  std::string& shown = published_[text::uri_key(document.uri())];
  if (shown == digest) return;
  shown = std::move(digest);
  lsp::PublishDiagnosticsParams params;
  params.uri = document.uri();
  if (client_.diagnostic_versions) params.version = document.version();
  params.diagnostics = std::move(diagnostics);
  dispatcher_.notify("textDocument/publishDiagnostics", json_of(params));
}

void Server::Impl::clear(const Document& document) {
  const auto shown = published_.find(text::uri_key(document.uri()));
  if (shown == published_.end()) return;
  published_.erase(shown);
  lsp::PublishDiagnosticsParams params;
  params.uri = document.uri();
  dispatcher_.notify("textDocument/publishDiagnostics", json_of(params));
}

std::vector<lsp::Diagnostic> Server::Impl::current_diagnostics(Document& document) {
  if (is_settings_file(document.uri())) {
    const SettingsFile* file = settings_file(document.uri());
    return file != nullptr ? settings_diagnostics(document.uri(), *file) : std::vector<lsp::Diagnostic>();
  }
  const features::Snapshot* current = snapshot(document, true);
  if (current == nullptr) return {};
  tell_status(document, *current);
  return diagnostics_of(*current, document.uri(), converter(document), client_);
}

lsp::DocumentDiagnosticReport Server::Impl::pull(const lsp::DocumentDiagnosticParams& params) {
  Document* document = documents_.find(params.text_document.uri);
  std::vector<lsp::Diagnostic> diagnostics;
  if (document != nullptr) diagnostics = current_diagnostics(*document);
  lsp::DocumentDiagnosticReport report;
  report.result_id = digest_of(diagnostics);
  if (report.result_id != params.previous_result_id) report.items = std::move(diagnostics);
  return report;
}

/// Of the open documents: files are only what an editor shows of them.
lsp::WorkspaceDiagnosticReport Server::Impl::pull_all(const lsp::WorkspaceDiagnosticParams& params) {
  lsp::WorkspaceDiagnosticReport all;
  for (auto& [key, document] : documents_.all()) {
    if (!document.is_report()) continue;
    lsp::DocumentDiagnosticParams one;
    one.text_document.uri = document.uri();
    for (const lsp::PreviousResultId& previous : params.previous_result_ids) {
      if (text::uri_key(previous.uri) == key) one.previous_result_id = previous.value;
    }
    all.items.push_back({document.uri(), document.version(), pull(one)});
  }
  return all;
}

}  // namespace nianbao::workspace
