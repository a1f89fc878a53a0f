// Rewrites as code actions and as commands: what a person asks for beyond quick fixes.
#include <array>
#include <memory>
#include <utility>

#include <nlohmann/json.hpp>

#include "features/formatting.h"
#include "features/rewrites.h"
#include "lsp/writer.h"
#include "rules/rules.h"
#include "workspace/impl.h"

namespace nianbao::workspace {
namespace {

/// Commands of the server; each takes the URI of an open report. `key` is a rewrite's, but for the first two.
struct ServerCommand {
  std::string_view name;
  std::string_view key;
};
constexpr std::string_view format_key = "format";
constexpr std::string_view fix_all_key = "fix-all";
constexpr std::array<ServerCommand, 3> server_commands{{
    {"nianbao.server.format", format_key},
    {"nianbao.server.fixAll", fix_all_key},
    {"nianbao.server.organizeOrdinals", "ordinals"},
}};

std::string_view kind_of(features::Rewrite::Kind kind) {
  return kind == features::Rewrite::Kind::organize_ordinals ? lsp::code_action_kind::source_organize_ordinals
                                                            : lsp::code_action_kind::refactor_rewrite;
}

std::vector<rules::TextEdit> edits_of(const Opened& opened, std::string_view key) {
  if (key == format_key) return features::format(opened.view);
  if (key == fix_all_key) return rules::fix_all(*opened.view.snapshot.findings, false);
  return features::rewrite_edits(opened.view, key);
}

const std::string* text_in(const lsp::Json& data, std::string_view key) {
  const lsp::Json* member = jsonrpc::member(data, key);
  return member != nullptr ? jsonrpc::as_string(*member) : nullptr;
}

}  // namespace

std::vector<std::string> command_names() {
  std::vector<std::string> names;
  names.reserve(server_commands.size());
  for (const ServerCommand& command : server_commands) names.emplace_back(command.name);
  return names;
}

void Server::Impl::add_rewrite_routes() {
  routes_.request<lsp::CodeAction>("codeAction/resolve", lsp::Scheduling::read,
                                   [this](const lsp::CodeAction& action) { return resolve_action(action); });
  routes_.request<lsp::ExecuteCommandParams>(
      "workspace/executeCommand", lsp::Scheduling::sync,
      [this](const lsp::ExecuteCommandParams& params, jsonrpc::Reply reply) { execute(params, std::move(reply)); });
}

/// Behind the quick fixes. The edits of a table are long: clients that can ask for them later are sent the name only.
void Server::Impl::add_rewrites(const Opened& opened, const lsp::CodeActionParams& params,
                                std::vector<lsp::CodeAction>& out) {
  const lsp::CodeActionContext& context = params.context;
  if (!context.wants(lsp::code_action_kind::refactor_rewrite) &&
      !context.wants(lsp::code_action_kind::source_organize_ordinals)) {
    return;
  }
  const bool invoked = context.invoked();
  for (features::Rewrite& rewrite : features::rewrites(opened.view, opened.convert.range(params.range))) {
    const std::string_view kind = kind_of(rewrite.kind);
    // Nobody wants the whole table rewritten because the cursor moved.
    if (!context.wants(kind) || (!invoked && !context.asks_for(kind))) continue;
    lsp::CodeAction action;
    action.title = rewrite.title;
    action.kind = kind;
    action.disabled_reason = rewrite.obstacle;
    if (!rewrite.obstacle.empty() && !client_.code_action_disabled) continue;
    if (rewrite.obstacle.empty()) {
      if (client_.code_action_resolve_edit && client_.code_action_data) {
        action.data = lsp::RawJson(lsp::ObjectWriter()
                                       .put("uri", opened.document->uri())
                                       .put("version", opened.document->version())
                                       .put("rewrite", rewrite.key)
                                       .take());
      } else {
        action.edit = edit_of(*opened.document, features::rewrite_edits(opened.view, rewrite.key));
      }
    }
    out.push_back(std::move(action));
  }
}

/// The action with its edit; without one if the document has changed since it was offered.
Result<lsp::CodeAction> Server::Impl::resolve_action(const lsp::CodeAction& action) {
  lsp::CodeAction out = action;
  const std::string* uri = text_in(action.data.get(), "uri");
  const std::string* key = text_in(action.data.get(), "rewrite");
  const lsp::Json* version = jsonrpc::member(action.data.get(), "version");
  const auto found = uri != nullptr && key != nullptr ? opened(*uri, true) : std::nullopt;
  if (!found) return out;
  if (version != nullptr && jsonrpc::as_int32(*version) != found->document->version()) {
    return tl::unexpected(jsonrpc::Error{jsonrpc::ErrorCode::content_modified, "the document was edited"});
  }
  out.edit = edit_of(*found->document, edits_of(*found, *key));
  return out;
}

void Server::Impl::execute(const lsp::ExecuteCommandParams& params, jsonrpc::Reply reply) {
  const auto fail = [&](jsonrpc::ErrorCode code, std::string why) { reply.fail({code, std::move(why)}); };
  std::string_view key;
  for (const ServerCommand& command : server_commands) {
    if (command.name == params.command) key = command.key;
  }
  if (key.empty()) return fail(jsonrpc::ErrorCode::invalid_params, "unknown command: " + params.command);
  const std::string* uri = params.arguments.empty() ? nullptr : jsonrpc::as_string(params.arguments.front().get());
  if (uri == nullptr) return fail(jsonrpc::ErrorCode::invalid_params, params.command + ": expected a URI");
  const auto found = opened(*uri, true);
  if (!found || !client_.apply_edit) return fail(jsonrpc::ErrorCode::request_failed, "no report is open there");
  const std::vector<rules::TextEdit> edits = edits_of(*found, key);
  if (edits.empty()) return reply.ok(nullptr);
  lsp::ApplyWorkspaceEditParams apply;
  apply.edit = edit_of(*found->document, edits);
  // The command is done when the client has applied the edit, or has said why not.
  auto owed = std::make_shared<jsonrpc::Reply>(std::move(reply));
  dispatcher_.request("workspace/applyEdit", json_of(apply), [owed](const jsonrpc::Response& response) {
    if (response.error != nullptr) return owed->fail(*response.error);
    owed->ok(nullptr);
  });
}

}  // namespace nianbao::workspace
