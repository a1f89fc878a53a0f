// Reports that are not open: found in the folders of the workspace behind everything else, kept true by watching, and
// what is compared with them. Must not know the file system.
#include <algorithm>
#include <utility>

#include <nlohmann/json.hpp>

#include "lsp/writer.h"
#include "text/uri.h"
#include "workspace/impl.h"
#include "workspace/read_file.h"

namespace nianbao::workspace {
namespace {

constexpr std::string_view progress_token = "nianbao/index";
/// So many files between two reports of progress.
constexpr std::size_t progress_interval = 50;

bool lies_in(std::string_view key, std::string_view folder_key) {
  return key.size() > folder_key.size() && key.starts_with(folder_key) &&
         (folder_key.ends_with('/') || key[folder_key.size()] == '/');
}

std::string folder_key(std::string uri) {
  while (uri.ends_with('/')) uri.pop_back();
  return text::uri_key(uri);
}

}  // namespace

void Server::Impl::add_index_routes() {
  routes_.notification<lsp::DidChangeWatchedFilesParams>(
      "workspace/didChangeWatchedFiles", lsp::Effect::none,
      [this](const lsp::DidChangeWatchedFilesParams& params) { files_changed(params); });
  routes_.notification<lsp::DidChangeWorkspaceFoldersParams>(
      "workspace/didChangeWorkspaceFolders", lsp::Effect::none,
      [this](const lsp::DidChangeWorkspaceFoldersParams& params) { folders_changed(params); });
  routes_.notification<lsp::WorkDoneProgressCancelParams>("window/workDoneProgress/cancel", lsp::Effect::none,
                                                          [this](const lsp::WorkDoneProgressCancelParams& params) {
                                                            if (params.token == progress_token) scan_.cancel();
                                                          });
}

void Server::Impl::folders_changed(const lsp::DidChangeWorkspaceFoldersParams& params) {
  for (const lsp::WorkspaceFolder& folder : params.removed) {
    const std::string gone = folder_key(folder.uri);
    std::erase_if(folders_, [&](const std::string& uri) { return folder_key(uri) == gone; });
  }
  forget_files([&](std::string_view key) { return !in_workspace(key); });
  for (const lsp::WorkspaceFolder& folder : params.added) {
    folders_.push_back(folder.uri);
    scan_.add_folder(folder.uri);
  }
  scan_later();
  if (!params.added.empty()) begin_progress();
  settings_files_changed();
  relatives_changed();
}

void Server::Impl::files_changed(const lsp::DidChangeWatchedFilesParams& params) {
  bool settings = false;
  for (const lsp::FileEvent& event : params.changes) {
    const std::string key = text::uri_key(event.uri);
    if (is_settings_file(event.uri)) {
      settings = true;
    } else if (documents_.find_key(key) != nullptr) {
      continue;  // what is open goes before what is on the disk
    } else if (event.type == lsp::FileChangeType::deleted) {
      forget_files([&](std::string_view one) { return one == key || lies_in(one, key); });
    } else if (in_workspace(key)) {
      scan_.add_file(event.uri);
    }
  }
  if (settings) settings_files_changed();
  scan_later();
  relatives_changed();
}

bool Server::Impl::in_workspace(std::string_view key) const {
  return std::any_of(folders_.begin(), folders_.end(),
                     [&](const std::string& folder) { return lies_in(key, folder_key(folder)); });
}

void Server::Impl::forget_files(const std::function<bool(std::string_view key)>& which) {
  std::vector<std::string> gone;
  index_.each([&](const rules::Digest& digest) {
    const std::string key = text::uri_key(digest.document);
    if (documents_.find_key(key) == nullptr && which(key)) gone.push_back(digest.document);
  });
  for (const std::string& uri : gone) index_.erase(uri);
}

void Server::Impl::scan_folders() {
  for (const std::string& folder : folders_) scan_.add_folder(folder);
  begin_progress();
  scan_slice();
}

void Server::Impl::scan_later() {
  if (scanning_ || scan_.done() || options_.files == nullptr) return;
  scanning_ = true;
  dispatcher_.post([this] { scan_slice(); });
}

void Server::Impl::scan_slice() {
  if (!lifecycle_.is_initialized()) scan_.cancel();
  if (const auto looked = scan_.step()) {
    take_file(looked->uri, looked->report);
    if (scan_.files_seen() % progress_interval == 0) report_progress();
  }
  if (!scan_.done()) return dispatcher_.post([this] { scan_slice(); });
  scanning_ = false;
  end_progress();
  if (scan_.cut_short())
    log_once(context_message("server.index-cut-short", {{"count", std::to_string(index_.size())}}));
  log(LogLevel::info, context_message("server.index-done", {{"count", std::to_string(index_.size())}}));
  relatives_changed();
  for (jsonrpc::Reply& reply : std::exchange(settling_, {})) settle(std::move(reply));
}

void Server::Impl::take_file(const std::string& uri, const std::optional<std::string>& text) {
  const Document* open = documents_.find(uri);
  if (open != nullptr && !open->is_lost()) return;
  const standard::Standard* loaded = standard();
  if (!text || loaded == nullptr) {
    index_.erase(uri);
    return;
  }
  const report::Report report = read_file_brief(uri, text::Text(*text), parser_, *loaded);
  index_.put(uri, rules::digest_of(report, *loaded, uri));
}

void Server::Impl::close_in_index(const std::string& uri) {
  // What the editor had goes on to count until the file was read.
  if (options_.files != nullptr && in_workspace(text::uri_key(uri))) {
    scan_.add_file(uri);
    return scan_later();
  }
  index_.erase(uri);
  relatives_changed();
}

void Server::Impl::know_open_documents() {
  const standard::Standard* loaded = standard();
  if (loaded == nullptr) return;
  for (auto& [key, document] : documents_.all()) {
    if (document.is_known()) continue;
    document.set_known();
    const features::Snapshot* current = snapshot(document, false);
    if (current != nullptr) {
      index_.put(document.uri(), rules::digest_of(*current->report, *loaded, document.uri()));
    } else {
      index_.erase(document.uri());
    }
  }
}

rules::Relatives Server::Impl::relatives_of(const std::string& uri) {
  // One report without a folder needs no digest of every edit.
  if (documents_.all().size() < 2 && folders_.empty()) return {};
  know_open_documents();
  const rules::Digest* own = index_.find(uri);
  if (own == nullptr || index_.size() < 2) return {};
  std::string settings_uri;
  const SettingsFile* file = settings_file(uri, &settings_uri);
  Kinship kinship;
  if (file != nullptr) {
    kinship = file->kinship;
    kinship.folder = settings_uri.substr(0, settings_uri.rfind('/') + 1);
  }
  return index_.relatives_of(uri, *own, &kinship);
}

/// Open reports whose relatives are others now, or say something else, are checked again.
void Server::Impl::relatives_changed() {
  bool any = false;
  for (auto& [key, document] : documents_.all()) {
    if (!document.has_findings() || index_.stamp_of(relatives_of(document.uri())) == document.relatives_stamp())
      continue;
    any = true;
    document.forget_findings();
    check_later(document);
  }
  if (any && client_.pull_diagnostics && client_.diagnostic_refresh) {
    dispatcher_.request("workspace/diagnostic/refresh", lsp::Json(), [](const auto&) {});
  }
}

void Server::Impl::begin_progress() {
  if (!client_.work_done_progress || !scanning_ || progress_shown_) return;
  dispatcher_.request("window/workDoneProgress/create",
                      json_of(lsp::WorkDoneProgressCreateParams{std::string(progress_token)}),
                      [this](const jsonrpc::Response& response) {
                        // Too late, or not wanted: then nothing is shown.
                        if (response.result == nullptr || !scanning_) return;
                        progress_shown_ = true;
                        lsp::WorkDoneProgress progress;
                        progress.token = progress_token;
                        progress.kind = lsp::WorkDoneProgress::Kind::begin;
                        progress.title = context_message("server.index", {});
                        progress.cancellable = true;
                        dispatcher_.notify("$/progress", json_of(progress));
                      });
}

void Server::Impl::report_progress() {
  if (!progress_shown_) return;
  lsp::WorkDoneProgress progress;
  progress.token = progress_token;
  const std::size_t known = scan_.files_known();
  progress.message = std::to_string(scan_.files_seen()) + " / " + std::to_string(known);
  if (known > 0) progress.percentage = static_cast<std::uint32_t>(scan_.files_seen() * 100 / known);
  dispatcher_.notify("$/progress", json_of(progress));
}

void Server::Impl::end_progress() {
  if (!std::exchange(progress_shown_, false)) return;
  lsp::WorkDoneProgress progress;
  progress.token = progress_token;
  progress.kind = lsp::WorkDoneProgress::Kind::end;
  dispatcher_.notify("$/progress", json_of(progress));
}

}  // namespace nianbao::workspace
