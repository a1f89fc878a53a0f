// The state of one session and its handlers, grouped by file: lifecycle, documents, diagnostics, features.
// Internal to workspace/. Must not know framing, threads or files.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "jsonrpc/dispatcher.h"
#include "lsp/code_action.h"
#include "lsp/configuration.h"
#include "lsp/diagnostic.h"
#include "lsp/hover.h"
#include "lsp/initialize.h"
#include "lsp/lifecycle.h"
#include "lsp/routes.h"
#include "lsp/sync.h"
#include "lsp/window.h"
#include "workspace/convert.h"
#include "workspace/documents.h"
#include "workspace/server.h"
#include "workspace/settings.h"

namespace nianbao::workspace {

inline constexpr std::string_view fix_all_kind = "source.fixAll.nianbao";

template <typename T>
using Result = tl::expected<T, jsonrpc::Error>;

class Server::Impl {
 public:
  explicit Impl(ServerOptions options);

  [[nodiscard]] jsonrpc::Dispatcher& dispatcher() { return dispatcher_; }
  [[nodiscard]] const lsp::Lifecycle& lifecycle() const { return lifecycle_; }
  [[nodiscard]] std::optional<std::int64_t> client_process() const { return client_process_; }

 private:
  // lifecycle_routes.cpp
  void add_lifecycle_routes();
  lsp::InitializeResult initialize(const lsp::InitializeParams& params);
  void initialized();
  void settle();

  // settings_routes.cpp
  void add_settings_routes();
  void ask_for_settings();
  void take_settings(const lsp::Json& value);

  // document_routes.cpp
  void add_document_routes();
  void did_open(const lsp::DidOpenTextDocumentParams& params);
  void did_change(const lsp::Json& json);
  void did_close(const lsp::DidCloseTextDocumentParams& params);

  // diagnostic_routes.cpp
  void add_diagnostic_routes();
  void check_later(const Document& document);
  void check_all_later();
  void check(const std::string& uri);
  void publish(const Document& document, std::vector<lsp::Diagnostic> diagnostics);
  void clear(const Document& document);
  std::vector<lsp::Diagnostic> current_diagnostics(Document& document);
  lsp::DocumentDiagnosticReport pull(const lsp::DocumentDiagnosticParams& params);

  // feature_routes.cpp
  void add_feature_routes();
  std::optional<lsp::Hover> hover(const lsp::HoverParams& params);
  std::vector<lsp::CodeAction> code_actions(const lsp::CodeActionParams& params);
  Result<lsp::TextDocumentContentResult> content(const lsp::TextDocumentContentParams& params);

  // impl.cpp
  /// Loads it on first use; null if the embedded data is broken, which is said once.
  const standard::Standard* standard();
  /// Null for documents that are not open or no report.
  const features::Snapshot* snapshot(Document& document, bool with_findings);
  [[nodiscard]] Converter converter(const Document& document) const;
  void show_once(lsp::MessageType type, const std::string& text);
  void log_once(const std::string& text);

  ServerOptions options_;
  jsonrpc::Dispatcher dispatcher_;
  lsp::Routes routes_;
  lsp::Lifecycle lifecycle_;
  lsp::ClientFlags client_;
  std::optional<std::int64_t> client_process_;
  bool client_commands_ = false;  ///< the client is our extension and runs nianbao.* commands

  rules::Options first_options_;  ///< from the handshake; settings of later are read on top of these
  rules::Options rule_options_;
  lsp::RawJson initial_settings_;  ///< not read before the standard is loaded
  bool standard_failed_ = false;

  syntax::Parser parser_;
  Documents documents_;
  std::map<std::string, std::string, std::less<>> published_;  ///< digest of what the client shows, by key
  std::set<std::string, std::less<>> waiting_;                 ///< URIs as opened, of documents to be checked
  std::set<std::string, std::less<>> told_;
};

}  // namespace nianbao::workspace
