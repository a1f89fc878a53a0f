// Settings files of folders: found from a report upwards, read through the port, open ones as they stand in the editor.
// Must not know any setting.
#include <nlohmann/json.hpp>

#include "text/uri.h"
#include "workspace/diagnostics.h"
#include "workspace/impl.h"

namespace nianbao::workspace {

const SettingsFile* Server::Impl::settings_file(std::string_view report_uri, std::string* uri) {
  const standard::Standard* loaded = standard();
  if (loaded == nullptr) return nullptr;
  for (const std::string& candidate : settings_uris(report_uri)) {
    const auto [entry, is_new] = settings_files_.try_emplace(text::uri_key(candidate));
    if (is_new) {
      std::optional<text::Text> text;
      if (const Document* open = documents_.find(candidate)) {
        text = open->text();
      } else if (options_.files != nullptr) {
        if (auto bytes = options_.files->read(candidate)) text = text::Text(std::move(*bytes));
      }
      if (text) entry->second = read_settings_file(*text, rule_options_, *loaded);
    }
    if (!entry->second) continue;
    if (uri != nullptr) *uri = candidate;
    return &*entry->second;
  }
  return nullptr;
}

const rules::Options& Server::Impl::options_for(const Document& document) {
  const SettingsFile* file = settings_file(document.uri());
  return file != nullptr ? file->options : rule_options_;
}

void Server::Impl::settings_files_changed() {
  settings_files_.clear();
  if (standard() != nullptr) load_law_library(law_folders());
  ++settings_stamp_;
  kept_pages_.clear();
  check_all_later();
}

std::vector<lsp::Diagnostic> Server::Impl::settings_diagnostics(const std::string& uri,
                                                                const SettingsFile& file) const {
  features::Snapshot snapshot;
  snapshot.text = file.text;
  snapshot.findings = std::make_shared<const std::vector<rules::Finding>>(file.findings);
  return diagnostics_of(snapshot, uri, {file.text, encoding_of(client_.encoding)}, client_);
}

void Server::Impl::publish_settings_file(const std::string& uri, const SettingsFile& file) {
  const std::string key = text::uri_key(uri);
  if (file.findings.empty() && !published_.contains(key)) return;
  lsp::PublishDiagnosticsParams params;
  params.uri = uri;
  params.diagnostics = settings_diagnostics(uri, file);
  std::string digest = digest_of(params.diagnostics);
  std::string& shown = published_[key];
  if (shown == digest) return;
  shown = std::move(digest);
  dispatcher_.notify("textDocument/publishDiagnostics", json_of(params));
}

}  // namespace nianbao::workspace
