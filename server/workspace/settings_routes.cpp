// Settings, pushed by the client or asked for. A wrong one is said once and otherwise ignored.
#include <nlohmann/json.hpp>

#include "rules/rule.h"
#include "workspace/impl.h"

namespace nianbao::workspace {

void Server::Impl::add_settings_routes() {
  routes_.notification<lsp::DidChangeConfigurationParams>(
      "workspace/didChangeConfiguration", lsp::Effect::none, [this](const lsp::DidChangeConfigurationParams& params) {
        const lsp::Json* ours = jsonrpc::member(params.settings.get(), "nianbao");
        if (ours != nullptr) return take_settings(*ours);
        ask_for_settings();
      });
}

void Server::Impl::ask_for_settings() {
  if (!client_.configuration) return;
  lsp::ConfigurationParams params;
  params.items.push_back({"", "nianbao"});
  dispatcher_.request("workspace/configuration", json_of(params), [this](const jsonrpc::Response& response) {
    if (response.result == nullptr || !response.result->is_array() || response.result->empty()) return;
    const lsp::Json& settings = response.result->front();
    if (!settings.is_null()) take_settings(settings);
  });
}

void Server::Impl::take_settings(const lsp::Json& value) {
  const standard::Standard* loaded = standard();
  if (loaded == nullptr) return;
  Settings settings = read_settings(value, first_options_, *loaded);
  rule_options_ = std::move(settings.options);
  log_level_ = settings.log_level;
  hover_numbers_ = settings.hover_numbers;
  client_law_folders_ = std::move(settings.law_folders);
  if (!settings.problems.empty()) {
    const report::Report nothing;
    const rules::Context context{nothing, *loaded, rule_options_, nullptr};
    std::string problems;
    for (const SettingsProblem& problem : settings.problems) {
      if (!problems.empty()) problems += context.say("settings.join");
      problems += problem.message;
    }
    show_once(lsp::MessageType::warning, context.say("settings.summary", {{"problems", problems}}));
  }
  settings_files_changed();
}

}  // namespace nianbao::workspace
