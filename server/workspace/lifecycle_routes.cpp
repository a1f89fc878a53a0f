// initialize, initialized, shutdown, exit, and what belongs to no document.
#include <nlohmann/json.hpp>

#include "workspace/impl.h"
#include "workspace/token_data.h"

namespace nianbao::workspace {

void Server::Impl::add_lifecycle_routes() {
  routes_.request<lsp::InitializeParams>("initialize", lsp::Scheduling::sync,
                                         [this](const lsp::InitializeParams& params) { return initialize(params); });
  routes_.notification<lsp::NoParams>("initialized", lsp::Effect::none, [this](const auto&) { initialized(); });
  routes_.request<lsp::NoParams>("shutdown", lsp::Scheduling::sync, [this](const auto&) {
    lifecycle_.shutdown();
    return nullptr;
  });
  routes_.notification<lsp::NoParams>("exit", lsp::Effect::none, [this](const auto&) { lifecycle_.exit(); });
  // Answered when everything that was deferred is done: for tests and for clients that export after an edit.
  routes_.request<lsp::NoParams>("nianbao/settle", lsp::Scheduling::sync,
                                 [this](const auto&, jsonrpc::Reply reply) { settle(std::move(reply)); });
}

lsp::InitializeResult Server::Impl::initialize(const lsp::InitializeParams& params) {
  lifecycle_.initialize();
  client_ = params.client;
  client_process_ = params.process_id;
  trace_ = params.trace;
  first_options_.locale = locale_of(params.locale);
  rule_options_ = first_options_;
  initial_settings_ = params.initialization_options;
  for (const lsp::WorkspaceFolder& folder : params.workspace_folders) folders_.push_back(folder.uri);
  if (const lsp::Json* commands = jsonrpc::member(params.initialization_options.get(), "clientCommands")) {
    client_commands_ = jsonrpc::as_bool(*commands).value_or(false);
  }

  lsp::InitializeResult result;
  result.capabilities = capabilities();
  result.server_name = "nianbao";
  result.server_version = options_.version;
  return result;
}

lsp::ServerCapabilities Server::Impl::capabilities() const {
  lsp::ServerCapabilities out;
  out.encoding = client_.encoding;
  out.hover = true;
  out.document_symbols = true;
  out.workspace_symbols = true;
  out.folding_ranges = true;
  out.selection_ranges = true;
  out.document_highlight = true;
  out.definition = true;
  out.references = true;
  out.document_links = true;
  out.inlay_hints = true;
  out.code_lens = true;
  out.rename = true;
  out.prepare_rename = client_.prepare_rename;
  out.completion = true;
  out.completion_resolve = true;
  out.completion_triggers = {"#", "|", "（", "《", "第"};
  out.signature_help = true;
  out.signature_triggers = {"|"};
  out.token_legend = token_legend();
  out.formatting = true;
  out.range_formatting = true;
  out.format_on_type = {"\n", "|"};
  out.code_action_kinds = {std::string(lsp::code_action_kind::quick_fix),
                           std::string(lsp::code_action_kind::refactor_rewrite), std::string(fix_all_kind),
                           std::string(lsp::code_action_kind::source_organize_ordinals)};
  out.code_action_literals = client_.code_action_literals;
  out.code_action_resolve = true;
  if (client_.apply_edit) out.commands = command_names();
  out.pull_diagnostics = client_.pull_diagnostics;
  out.workspace_diagnostics = true;
  out.workspace_folders = client_.workspace_folders;
  out.content_schemes = {"nianbao"};
  return out;
}

void Server::Impl::initialized() {
  // Behind the reply, so that the editor does not wait for it; before the first document needs it.
  dispatcher_.post([this] { static_cast<void>(standard()); });
  if (client_.register_configuration) {
    lsp::Json options = lsp::Json::object();
    options["section"] = "nianbao";
    lsp::RegistrationParams registration;
    registration.registrations.push_back(
        {"nianbao-settings", "workspace/didChangeConfiguration", lsp::RawJson(std::move(options))});
    dispatcher_.request("client/registerCapability", json_of(registration), [](const auto&) {});
  }
  if (client_.register_watched_files && options_.files != nullptr) {
    lsp::Json settings = lsp::Json::object();
    settings["globPattern"] = "**/" + std::string(settings_file_name);
    lsp::Json reports = lsp::Json::object();
    reports["globPattern"] = "**/*.{md,txt,html,htm}";
    lsp::Json options = lsp::Json::object();
    options["watchers"] = lsp::Json::array({std::move(settings), std::move(reports)});
    lsp::RegistrationParams registration;
    registration.registrations.push_back(
        {"nianbao-files", "workspace/didChangeWatchedFiles", lsp::RawJson(std::move(options))});
    dispatcher_.request("client/registerCapability", json_of(registration), [](const auto&) {});
  }
  settings_files_changed();
  ask_for_settings();
  if (options_.files != nullptr && !folders_.empty()) {
    scanning_ = true;
    dispatcher_.post([this] { scan_folders(); });
  }
}

void Server::Impl::settle(jsonrpc::Reply reply) {
  while (!waiting_.empty()) check(std::string(*waiting_.begin()));
  if (!scanning_) return reply.ok(nullptr);
  settling_.push_back(std::move(reply));
}

}  // namespace nianbao::workspace
