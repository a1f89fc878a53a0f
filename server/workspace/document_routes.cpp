// Documents as the client opens, edits and closes them. Checks are left for later.
#include <nlohmann/json.hpp>

#include "rules/rule.h"
#include "text/uri.h"
#include "workspace/impl.h"

namespace nianbao::workspace {

void Server::Impl::add_document_routes() {
  routes_.notification<lsp::DidOpenTextDocumentParams>(
      "textDocument/didOpen", lsp::Effect::edit,
      [this](const lsp::DidOpenTextDocumentParams& params) { did_open(params); });
  // Not through the routes: an edit that cannot be read means that the text is lost, and that must be known.
  dispatcher_.on_notification("textDocument/didChange", lsp::Effect::edit,
                              [this](const lsp::Json& params) { did_change(params); });
  routes_.notification<lsp::DidCloseTextDocumentParams>(
      "textDocument/didClose", lsp::Effect::edit,
      [this](const lsp::DidCloseTextDocumentParams& params) { did_close(params); });
  routes_.notification<lsp::NoParams>("textDocument/didSave", lsp::Effect::none, [](const auto&) {});
}

void Server::Impl::did_open(const lsp::DidOpenTextDocumentParams& params) {
  const lsp::TextDocumentItem& item = params.text_document;
  const Document& document = documents_.open({item.uri, item.language_id, item.version, item.text});
  if (document.is_too_large()) {
    if (const standard::Standard* loaded = standard()) {
      const report::Report nothing;
      const rules::Context context{nothing, *loaded, rule_options_, nullptr};
      show_once(lsp::MessageType::info,
                context.say("server.document-too-large",
                            {{"limit", std::to_string(max_document_bytes >> 20U)}, {"name", document.name()}}));
    }
  }
  if (is_settings_file(document.uri())) return settings_files_changed();
  check_later(document);
}

void Server::Impl::did_change(const lsp::Json& json) {
  const auto params = lsp::read_params<lsp::DidChangeTextDocumentParams>(json);
  if (!params) {
    log_once("textDocument/didChange: " + params.error());
    Document* document = documents_.find_key(lsp::document_key(json));
    if (document == nullptr) return;
    document->lose();
    return check_later(*document);
  }
  Document* document = documents_.find(params->text_document.uri);
  if (document == nullptr) return;
  std::vector<TextChange> changes;
  changes.reserve(params->content_changes.size());
  for (const lsp::TextDocumentContentChangeEvent& event : params->content_changes) {
    TextChange change;
    if (event.range) change.range = {position_of(event.range->start), position_of(event.range->end)};
    change.text = event.text;
    changes.push_back(std::move(change));
  }
  document->apply(params->text_document.version, changes, encoding_of(client_.encoding));
  if (is_settings_file(document->uri())) return settings_files_changed();
  check_later(*document);
}

void Server::Impl::did_close(const lsp::DidCloseTextDocumentParams& params) {
  const Document* document = documents_.find(params.text_document.uri);
  if (document == nullptr) return;
  clear(*document);
  waiting_.erase(document->uri());
  told_status_.erase(text::uri_key(document->uri()));
  sent_tokens_.erase(text::uri_key(document->uri()));
  const bool settings = is_settings_file(document->uri());
  documents_.close(params.text_document.uri);
  close_in_index(params.text_document.uri);
  if (settings) settings_files_changed();
}

}  // namespace nianbao::workspace
