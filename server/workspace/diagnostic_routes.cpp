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
      [this](const lsp::DocumentDiagnosticParams& params, jsonrpc::Reply reply) { pull(params, std::move(reply)); });
  routes_.request<lsp::WorkspaceDiagnosticParams>("workspace/diagnostic", lsp::Scheduling::background,
                                                  [this](const lsp::WorkspaceDiagnosticParams& params,
                                                         jsonrpc::Reply reply) { pull_all(params, std::move(reply)); });
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
  if (document->is_long_and_unread() && snapshot(*document, false) != nullptr) return check_later(*document);
  publish(*document, current_diagnostics(*document));
  show_settings_file_of(uri);
  relatives_changed();
}

/// The settings file of a report is said what is wrong with it unasked, also to clients that pull: they ask for open
/// documents only, and this one is none. Once it is open it is like any other document.
void Server::Impl::show_settings_file_of(const std::string& report_uri) {
  std::string uri;
  const SettingsFile* file = settings_file(report_uri, &uri);
  if (file == nullptr) return;
  const Document* open = documents_.find(uri);
  if (open == nullptr) {
    publish_settings_file(uri, *file);
  } else if (client_.pull_diagnostics) {
    clear(*open);
  }
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
  std::vector<lsp::Diagnostic> diagnostics = diagnostics_of(*current, document.uri(), converter(document), client_);
  keep_most_severe(diagnostics);
  return diagnostics;
}

/// Between reading and judging a long document an edit or a cancellation may come.
void Server::Impl::pull(const lsp::DocumentDiagnosticParams& params, jsonrpc::Reply reply) {
  Document* document = documents_.find(params.text_document.uri);
  if (document == nullptr || !document->is_long_and_unread() || snapshot(*document, false) == nullptr) {
    return reply.ok(json_of(pulled(params)));
  }
  auto owed = std::make_shared<jsonrpc::Reply>(std::move(reply));
  dispatcher_.post([this, params, owed] {
    if (!owed->is_wanted()) return;
    const Document* now = documents_.find(params.text_document.uri);
    if (now != nullptr && now->is_long_and_unread()) {
      return owed->fail({jsonrpc::ErrorCode::content_modified, "textDocument/diagnostic: the document was edited"});
    }
    owed->ok(json_of(pulled(params)));
  });
}

lsp::DocumentDiagnosticReport Server::Impl::pulled(const lsp::DocumentDiagnosticParams& params) {
  Document* document = documents_.find(params.text_document.uri);
  std::vector<lsp::Diagnostic> diagnostics;
  if (document != nullptr) diagnostics = current_diagnostics(*document);
  if (document != nullptr && document->is_report()) show_settings_file_of(document->uri());
  lsp::DocumentDiagnosticReport report;
  report.result_id = digest_of(diagnostics);
  if (report.result_id != params.previous_result_id) report.items = std::move(diagnostics);
  relatives_changed();
  return report;
}

}  // namespace nianbao::workspace
