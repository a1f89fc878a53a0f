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
  // Nothing is traced; clients send it all the same.
  routes_.notification<lsp::NoParams>("$/setTrace", lsp::Effect::none, [](const auto&) {});
  // Answered when everything that was deferred is done: for tests and for clients that export after an edit.
  routes_.request<lsp::NoParams>("nianbao/settle", lsp::Scheduling::sync, [this](const auto&) {
    settle();
    return nullptr;
  });
}

lsp::InitializeResult Server::Impl::initialize(const lsp::InitializeParams& params) {
  lifecycle_.initialize();
  client_ = params.client;
  client_process_ = params.process_id;
  first_options_.locale = locale_of(params.locale);
  rule_options_ = first_options_;
  initial_settings_ = params.initialization_options;
  if (const lsp::Json* commands = jsonrpc::member(params.initialization_options.get(), "clientCommands")) {
    client_commands_ = jsonrpc::as_bool(*commands).value_or(false);
  }

  lsp::InitializeResult result;
  result.capabilities.encoding = client_.encoding;
  result.capabilities.hover = true;
  result.capabilities.document_symbols = true;
  result.capabilities.workspace_symbols = true;
  result.capabilities.folding_ranges = true;
  result.capabilities.selection_ranges = true;
  result.capabilities.document_highlight = true;
  result.capabilities.definition = true;
  result.capabilities.references = true;
  result.capabilities.document_links = true;
  result.capabilities.inlay_hints = true;
  result.capabilities.code_lens = true;
  result.capabilities.rename = true;
  result.capabilities.prepare_rename = client_.prepare_rename;
  result.capabilities.signature_help = true;
  result.capabilities.signature_triggers = {"|"};
  result.capabilities.token_legend = token_legend();
  result.capabilities.formatting = true;
  result.capabilities.range_formatting = true;
  result.capabilities.format_on_type = {"\n", "|"};
  result.capabilities.code_action_kinds = {std::string(lsp::code_action_kind::quick_fix), std::string(fix_all_kind)};
  result.capabilities.pull_diagnostics = client_.pull_diagnostics;
  result.capabilities.content_schemes = {"nianbao"};
  result.server_name = "nianbao";
  result.server_version = options_.version;
  return result;
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
    lsp::Json watcher = lsp::Json::object();
    watcher["globPattern"] = "**/" + std::string(settings_file_name);
    lsp::Json options = lsp::Json::object();
    options["watchers"] = lsp::Json::array({std::move(watcher)});
    lsp::RegistrationParams registration;
    registration.registrations.push_back(
        {"nianbao-settings-files", "workspace/didChangeWatchedFiles", lsp::RawJson(std::move(options))});
    dispatcher_.request("client/registerCapability", json_of(registration), [](const auto&) {});
  }
  ask_for_settings();
}

void Server::Impl::settle() {
  while (!waiting_.empty()) check(std::string(*waiting_.begin()));
}

}  // namespace nianbao::workspace
