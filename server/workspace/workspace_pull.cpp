// workspace/diagnostic: open reports and those that only lie in the folders, one after the other in slices, with
// partial results for clients that want them. A file that rests on nothing new is not read again; one that has gone is
// said to have nothing.
#include <set>
#include <utility>

#include <nlohmann/json.hpp>

#include "text/uri.h"
#include "workspace/diagnostics.h"
#include "workspace/impl.h"
#include "workspace/read_file.h"

namespace nianbao::workspace {
namespace {

/// So many reports make one partial result.
constexpr std::size_t partial_size = 20;

}  // namespace

struct Server::Impl::WorkspacePull {
  explicit WorkspacePull(jsonrpc::Reply to) : reply(std::move(to)) {}

  jsonrpc::Reply reply;
  std::map<std::string, lsp::PreviousResultId, std::less<>> previous;  ///< by key
  lsp::RawJson token;
  std::vector<std::string> uris;
  bool listed = false;
  std::size_t next = 0;
  lsp::WorkspaceDiagnosticReport report;
};

void Server::Impl::pull_all(const lsp::WorkspaceDiagnosticParams& params, jsonrpc::Reply reply) {
  auto pull = std::make_shared<WorkspacePull>(std::move(reply));
  pull->token = params.partial_result_token;
  for (const lsp::PreviousResultId& one : params.previous_result_ids) {
    pull->previous.insert_or_assign(text::uri_key(one.uri), one);
  }
  pull_slice(pull);
}

/// Reports that are known, and what the client shows something of.
void Server::Impl::list_for(WorkspacePull& pull) {
  std::set<std::string, std::less<>> listed;
  const auto add = [&](const std::string& uri) {
    if (listed.insert(text::uri_key(uri)).second) pull.uris.push_back(uri);
  };
  for (auto& [key, document] : documents_.all()) {
    if (document.is_report()) add(document.uri());
  }
  index_.each([&](const rules::Digest& report) {
    if (documents_.find(report.document) == nullptr) add(report.document);
  });
  for (const auto& [key, one] : pull.previous) add(one.uri);
}

void Server::Impl::pull_slice(const std::shared_ptr<WorkspacePull>& pull) {
  if (!pull->reply.is_wanted()) return;
  const auto later = [&] { dispatcher_.post([this, pull] { pull_slice(pull); }); };
  if (scanning_) return later();
  if (!std::exchange(pull->listed, true)) list_for(*pull);
  // Files that need no reading are nearly free: many of them are one slice.
  for (std::size_t unchanged = 0; pull->next < pull->uris.size() && unchanged < partial_size; ++unchanged) {
    const std::string& uri = pull->uris[pull->next++];
    const auto known = pull->previous.find(text::uri_key(uri));
    lsp::DocumentDiagnosticParams one;
    one.text_document.uri = uri;
    if (known != pull->previous.end()) one.previous_result_id = known->second.value;
    const Document* open = documents_.find(uri);
    lsp::WorkspaceDocumentDiagnosticReport item;
    item.uri = uri;
    if (open != nullptr) {
      item.version = open->version();
      item.report = pulled(one);
    } else if (index_.find(uri) != nullptr) {
      item.report = pull_file(uri, one.previous_result_id);
    } else {
      item.report.result_id = digest_of({});
      if (one.previous_result_id.empty() || one.previous_result_id == item.report.result_id) continue;
      item.report.items.emplace();
    }
    const bool read = item.report.items.has_value();
    pull->report.items.push_back(std::move(item));
    if (read) break;
  }
  const bool done = pull->next >= pull->uris.size();
  if (pull->token.present() && pull->report.items.size() >= partial_size) {
    lsp::Json progress = lsp::Json::object();
    progress["token"] = pull->token.get();
    progress["value"] = json_of(std::exchange(pull->report, {}));
    dispatcher_.notify("$/progress", progress);
  }
  if (!done) return later();
  pull->reply.ok(json_of(pull->report));
}

lsp::DocumentDiagnosticReport Server::Impl::pull_file(const std::string& uri, const std::string& previous) {
  lsp::DocumentDiagnosticReport report;
  const rules::Relatives relatives = relatives_of(uri);
  const FileResult now{index_.stamp_of(uri), index_.stamp_of(relatives), settings_stamp_, {}};
  FileResult& known = file_results_[text::uri_key(uri)];
  const bool same = known.stamp == now.stamp && known.relatives == now.relatives && known.settings == now.settings;
  if (same && !previous.empty() && known.id == previous) {
    report.result_id = previous;
    return report;
  }
  std::vector<lsp::Diagnostic> diagnostics;
  std::optional<std::string> text = options_.files != nullptr ? options_.files->read(uri) : std::nullopt;
  if (const standard::Standard* loaded = standard(); text && loaded != nullptr) {
    features::Snapshot snapshot;
    snapshot.text = text::Text(std::move(*text));
    snapshot.report = read_file_report(uri, snapshot.text, parser_, *loaded);
    const SettingsFile* file = settings_file(uri);
    snapshot.findings = std::make_shared<const std::vector<rules::Finding>>(
        rules::check(*snapshot.report, *loaded, file != nullptr ? file->options : rule_options_, relatives));
    diagnostics = diagnostics_of(snapshot, uri, {snapshot.text, encoding_of(client_.encoding)}, client_);
    keep_most_severe(diagnostics);
  }
  known = now;
  known.id = report.result_id = digest_of(diagnostics);
  if (report.result_id != previous) report.items = std::move(diagnostics);
  return report;
}

}  // namespace nianbao::workspace
