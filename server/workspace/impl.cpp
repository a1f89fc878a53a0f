// What all handlers share: the standard, snapshots, messages to the user.
#include "workspace/impl.h"

#include <utility>

#include <nlohmann/json.hpp>

namespace nianbao::workspace {
namespace {

/// Sentences that were said already; a client that sends rubbish in a loop shall not fill memory.
constexpr std::size_t most_told = 64;

}  // namespace

Server::Impl::Impl(ServerOptions options)
    : options_(std::move(options)),
      routes_(dispatcher_, [this](const std::string& text) { log_once(text); }),
      scan_(options_.files) {
  dispatcher_.set_gate([this](std::string_view method) { return lifecycle_.refuse(method); });
  dispatcher_.set_subject([](const lsp::Json& params) { return lsp::document_key(params); });
  add_lifecycle_routes();
  add_settings_routes();
  add_document_routes();
  add_diagnostic_routes();
  add_index_routes();
  add_feature_routes();
  add_symbol_routes();
  add_token_routes();
  add_hint_routes();
  add_completion_routes();
  add_navigation_routes();
  add_formatting_routes();
  add_rewrite_routes();
  add_status_routes();
  add_preview_routes();
  add_new_report_routes();
  add_law_routes();
}

const standard::Standard* Server::Impl::standard() {
  if (options_.standard == nullptr && !standard_failed_) {
    auto loaded = standard::load(standard::embedded_files());
    if (loaded) {
      options_.standard = std::make_shared<const standard::Standard>(std::move(*loaded));
    } else {
      standard_failed_ = true;
      const standard::LoadError& error = loaded.error();
      show_once(lsp::MessageType::error, "nianbao: " + error.file + " " + error.where + ": " + error.what);
    }
  }
  if (options_.standard != nullptr && initial_settings_.present()) {
    const lsp::RawJson settings = std::exchange(initial_settings_, {});
    take_settings(settings.get());
    first_options_ = rule_options_;
  }
  if (options_.standard != nullptr && !law_library_read_) load_law_library({});
  return options_.standard.get();
}

const features::Snapshot* Server::Impl::snapshot(Document& document, bool with_findings) {
  const standard::Standard* loaded = standard();
  if (loaded == nullptr) return nullptr;
  const rules::Options& options = options_for(document);
  const features::Snapshot* current = document.snapshot(parser_, *loaded, options, false);
  if (current == nullptr || !with_findings) return current;
  const rules::Relatives relatives = relatives_of(document.uri());
  if (const std::uint64_t stamp = index_.stamp_of(relatives); stamp != document.relatives_stamp()) {
    document.forget_findings();
    document.set_relatives_stamp(stamp);
  }
  return document.snapshot(parser_, *loaded, options, true, relatives);
}

Converter Server::Impl::converter(const Document& document) const {
  return {document.text(), encoding_of(client_.encoding)};
}

std::optional<Opened> Server::Impl::opened(const std::string& uri, bool with_findings) {
  Document* document = documents_.find(uri);
  if (document == nullptr) return std::nullopt;
  const features::Snapshot* current = snapshot(*document, with_findings);
  if (current == nullptr) return std::nullopt;
  return Opened{document, {*current, *standard(), rule_options_}, converter(*document)};
}

lsp::WorkspaceEdit Server::Impl::edit_of(const Document& document, const std::vector<rules::TextEdit>& edits) const {
  lsp::TextDocumentEdit converted;
  converted.uri = document.uri();
  converted.version = document.version();
  converted.edits = converter(document).edits(edits);
  lsp::WorkspaceEdit whole;
  whole.documents.push_back(std::move(converted));
  whole.with_versions = client_.document_changes;
  return whole;
}

void Server::Impl::show_once(lsp::MessageType type, const std::string& text) {
  if (told_.size() >= most_told || !told_.insert(text).second) return;
  dispatcher_.notify("window/showMessage", json_of(lsp::ShowMessageParams{type, text}));
}

void Server::Impl::log_once(const std::string& text) {
  if (told_.size() >= most_told || !told_.insert(text).second) return;
  log(LogLevel::warning, text);
}

void Server::Impl::log(LogLevel level, const std::string& text) {
  if (level > log_level_ || level == LogLevel::off) return;
  // LSP counts error, warning, info, log from 1, too.
  const auto type = static_cast<lsp::MessageType>(level);
  dispatcher_.notify("window/logMessage", json_of(lsp::ShowMessageParams{type, text}));
}

}  // namespace nianbao::workspace
