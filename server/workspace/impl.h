// The state of one session and its handlers, grouped by file: <topic>_routes.cpp holds what add_<topic>_routes adds.
// Internal to workspace/. Must not know framing, threads or files.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include <tl/expected.hpp>

#include "features/view.h"
#include "jsonrpc/dispatcher.h"
#include "lsp/code_action.h"
#include "lsp/completion.h"
#include "lsp/configuration.h"
#include "lsp/diagnostic.h"
#include "lsp/folding.h"
#include "lsp/formatting.h"
#include "lsp/hints.h"
#include "lsp/hover.h"
#include "lsp/initialize.h"
#include "lsp/lifecycle.h"
#include "lsp/navigation.h"
#include "lsp/new_report.h"
#include "lsp/preview.h"
#include "lsp/rename.h"
#include "lsp/routes.h"
#include "lsp/semantic_tokens.h"
#include "lsp/symbol.h"
#include "lsp/sync.h"
#include "lsp/window.h"
#include "lsp/workspace_edit.h"
#include "standard/snippets.h"
#include "workspace/convert.h"
#include "workspace/documents.h"
#include "workspace/folder_scan.h"
#include "workspace/report_index.h"
#include "workspace/server.h"
#include "workspace/settings.h"
#include "workspace/settings_file.h"

namespace nianbao::workspace {

inline constexpr std::string_view fix_all_kind = "source.fixAll.nianbao";

template <typename T>
using Result = tl::expected<T, jsonrpc::Error>;

/// A document that is open and was read as a report, with what answers are made from.
struct Opened {
  Document* document = nullptr;
  features::View view;
  Converter convert;
};

/// Of workspace/executeCommand.
[[nodiscard]] std::vector<std::string> command_names();

// Members stand in the order in which they are explained.
class Server::Impl {  // NOLINT(clang-analyzer-optin.performance.Padding)
 public:
  explicit Impl(ServerOptions options);

  [[nodiscard]] jsonrpc::Dispatcher& dispatcher() { return dispatcher_; }
  [[nodiscard]] const lsp::Lifecycle& lifecycle() const { return lifecycle_; }
  [[nodiscard]] std::optional<std::int64_t> client_process() const { return client_process_; }

 private:
  // lifecycle_routes.cpp
  void add_lifecycle_routes();
  lsp::InitializeResult initialize(const lsp::InitializeParams& params);
  [[nodiscard]] lsp::ServerCapabilities capabilities() const;
  void initialized();
  void settle(jsonrpc::Reply reply);

  // settings_routes.cpp
  void add_settings_routes();
  void ask_for_settings();
  void take_settings(const lsp::Json& value);

  // settings_file_routes.cpp
  /// The settings file that holds for a report: the nearest one above it. Null where there is none.
  const SettingsFile* settings_file(std::string_view report_uri, std::string* uri = nullptr);
  [[nodiscard]] const rules::Options& options_for(const Document& document);
  void settings_files_changed();
  void publish_settings_file(const std::string& uri, const SettingsFile& file);
  std::vector<lsp::Diagnostic> settings_diagnostics(const std::string& uri, const SettingsFile& file) const;

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
  void show_settings_file_of(const std::string& report_uri);
  void clear(const Document& document);
  std::vector<lsp::Diagnostic> current_diagnostics(Document& document);
  void pull(const lsp::DocumentDiagnosticParams& params, jsonrpc::Reply reply);
  lsp::DocumentDiagnosticReport pulled(const lsp::DocumentDiagnosticParams& params);

  // workspace_pull.cpp
  struct WorkspacePull;
  void pull_all(const lsp::WorkspaceDiagnosticParams& params, jsonrpc::Reply reply);
  void list_for(WorkspacePull& pull);
  void pull_slice(const std::shared_ptr<WorkspacePull>& pull);
  [[nodiscard]] lsp::DocumentDiagnosticReport pull_file(const std::string& uri, const std::string& previous);

  // index_routes.cpp
  void add_index_routes();
  void folders_changed(const lsp::DidChangeWorkspaceFoldersParams& params);
  void files_changed(const lsp::DidChangeWatchedFilesParams& params);
  [[nodiscard]] bool in_workspace(std::string_view key) const;
  void forget_files(const std::function<bool(std::string_view key)>& which);
  void scan_folders();
  void scan_later();
  void scan_slice();
  void take_file(const std::string& uri, const std::optional<std::string>& text);
  void close_in_index(const std::string& uri);
  void know_open_documents();
  [[nodiscard]] rules::Relatives relatives_of(const std::string& uri);
  void relatives_changed();
  void begin_progress();
  void report_progress();
  void end_progress();

  // feature_routes.cpp
  void add_feature_routes();
  std::optional<lsp::Hover> hover(const lsp::HoverParams& params);
  std::vector<lsp::CodeAction> code_actions(const lsp::CodeActionParams& params);
  Result<lsp::TextDocumentContentResult> content(const lsp::TextDocumentContentParams& params);

  // symbol_routes.cpp
  void add_symbol_routes();
  std::vector<lsp::SymbolInformation> workspace_symbols(const lsp::WorkspaceSymbolParams& params);

  // token_routes.cpp
  void add_token_routes();
  const lsp::SemanticTokens& tokens(const Opened& opened);

  // hint_routes.cpp
  void add_hint_routes();
  lsp::RawJson resolve_hint(const lsp::Json& item);

  // completion_routes.cpp
  void add_completion_routes();
  const standard::Snippets* snippets();

  // navigation_routes.cpp
  void add_navigation_routes();
  Result<lsp::WorkspaceEdit> rename(const lsp::RenameParams& params);

  // formatting_routes.cpp
  void add_formatting_routes();
  // new_report_routes.cpp
  void add_new_report_routes();
  Result<lsp::NewReportResult> make_report(const lsp::NewReportParams& params);

  // preview_routes.cpp
  void add_preview_routes();
  std::optional<lsp::Preview> preview(const lsp::PreviewParams& params);

  // law_routes.cpp
  void add_law_routes();

  // rewrite_routes.cpp
  void add_rewrite_routes();
  void add_rewrites(const Opened& opened, const lsp::CodeActionParams& params, std::vector<lsp::CodeAction>& out);
  Result<lsp::CodeAction> resolve_action(const lsp::CodeAction& action);
  void execute(const lsp::ExecuteCommandParams& params, jsonrpc::Reply reply);

  // status_routes.cpp
  void add_status_routes();
  void tell_status(const Document& document, const features::Snapshot& snapshot);
  std::string context_message(std::string_view id, rules::Arguments arguments);

  // impl.cpp
  /// Loads it on first use; null if the embedded data is broken, which is said once.
  const standard::Standard* standard();
  /// Null for documents that are not open or no report.
  const features::Snapshot* snapshot(Document& document, bool with_findings);
  [[nodiscard]] Converter converter(const Document& document) const;
  /// Nothing for documents that are not open or no report.
  std::optional<Opened> opened(const std::string& uri, bool with_findings = false);
  [[nodiscard]] lsp::WorkspaceEdit edit_of(const Document& document, const std::vector<rules::TextEdit>& edits) const;

  /// A request about one report; null for documents that are not open or no report.
  template <typename Params, typename Handler>
  void report_request(const char* method, Handler handler, bool with_findings = false) {
    const auto answer_to = [this, handler, with_findings](const Params& params) {
      std::optional<std::invoke_result_t<const Handler&, const Opened&, const Params&>> answer;
      if (const auto found = opened(params.text_document.uri, with_findings)) answer = handler(*found, params);
      return answer;
    };
    routes_.request<Params>(method, lsp::Scheduling::read_invalidated_by_edit, answer_to);
  }

  // law_library.cpp
  /// Where the client opens one of our pages: the page itself, or a file that holds it.
  [[nodiscard]] std::string page_for_client(const std::string& uri);
  /// Writes a page, and later those that it leads to where they have not been written; URI of its file, or nothing.
  [[nodiscard]] std::string keep_page(const std::string& uri);
  [[nodiscard]] std::vector<std::string> law_folders();
  void load_law_library(const std::vector<std::string>& folders);
  void publish_law_problems(const rules::Context& context, const std::string& uri,
                            const std::vector<standard::LawTextProblem>& problems);

  void show_once(lsp::MessageType type, const std::string& text);
  void log_once(const std::string& text);
  /// To the client's log, where the setting log.level wants it.
  void log(LogLevel level, const std::string& text);

  ServerOptions options_;
  jsonrpc::Dispatcher dispatcher_;
  lsp::Routes routes_;
  lsp::Lifecycle lifecycle_;
  lsp::ClientFlags client_;
  std::optional<std::int64_t> client_process_;
  bool client_commands_ = false;  ///< the client is our extension and runs nianbao.* commands

  rules::Options first_options_;  ///< from the handshake; settings of later are read on top of these
  rules::Options rule_options_;
  std::map<std::string, std::optional<SettingsFile>, std::less<>> settings_files_;  ///< as read, by key; nothing: none
  lsp::RawJson initial_settings_;  ///< not read before the standard is loaded
  bool standard_failed_ = false;
  std::shared_ptr<const standard::Standard> plain_standard_;  ///< without the user's library
  std::vector<std::string> client_law_folders_;               ///< as the client writes them
  std::vector<std::string> law_folders_;                      ///< those that were read
  bool law_library_read_ = false;
  std::map<std::string, std::string, std::less<>> published_laws_;  ///< files of the library with problems

  syntax::Parser parser_;
  Documents documents_;

  ReportIndex index_;
  FolderScan scan_;
  std::vector<std::string> folders_;  ///< URIs of the workspace
  bool scanning_ = false;
  bool progress_shown_ = false;
  std::vector<jsonrpc::Reply> settling_;  ///< answered when the scan is done
  /// What a file that is not open was found to have, and what that rested on.
  struct FileResult {
    std::uint64_t stamp = 0;
    std::uint64_t relatives = 0;
    std::uint64_t settings = 0;
    std::string id;
  };
  std::map<std::string, FileResult, std::less<>> file_results_;  ///< by key
  std::uint64_t settings_stamp_ = 0;                             ///< changes with any setting
  std::optional<standard::Snippets> snippets_;
  std::map<std::string, std::string, std::less<>> published_;  ///< digest of what the client shows, by key
  std::set<std::string, std::less<>> waiting_;                 ///< URIs as opened, of documents to be checked
  std::set<std::string, std::less<>> told_;
  /// Tokens as last sent, by key: what the next delta starts from.
  struct SentTokens {
    std::int32_t version = 0;
    lsp::SemanticTokens tokens;
  };
  std::map<std::string, SentTokens, std::less<>> sent_tokens_;
  std::uint64_t last_token_result_ = 0;
  std::map<std::string, std::string, std::less<>> told_status_;  ///< JSON of the last nianbao/status, by key
  LogLevel log_level_ = LogLevel::warning;
  bool hover_numbers_ = true;
  std::set<std::string, std::less<>> kept_pages_;  ///< URIs of pages written as files under these settings
  std::string trace_;                              ///< off, messages, verbose
};

}  // namespace nianbao::workspace
