// Hover, code actions and pages: asks features/, converts places.
#include <algorithm>
#include <utility>

#include <nlohmann/json.hpp>

#include "features/code_actions.h"
#include "features/hover.h"
#include "features/pages.h"
#include "lsp/writer.h"
#include "workspace/diagnostics.h"
#include "workspace/impl.h"

namespace nianbao::workspace {
namespace {

lsp::RawJson raw(std::string text) {
  return lsp::RawJson(lsp::Json(std::move(text)));
}

/// The place of a finding goes with its commands: [arguments…, uri, range].
lsp::Command command_of(const features::CodeAction& action, const Document& document, const lsp::Range& range) {
  lsp::Command command;
  command.title = action.title;
  command.command = action.command->name;
  for (const std::string& argument : action.command->arguments) command.arguments.push_back(raw(argument));
  command.arguments.push_back(raw(document.uri()));
  command.arguments.emplace_back(json_of(range));
  return command;
}

/// Findings that the client means by the diagnostics it sends along, though the cursor may stand elsewhere on the line.
/// Some clients lose `data` on the way: rule, message and place tell as much.
std::vector<std::size_t> named_findings(const features::Snapshot& snapshot, const Converter& convert,
                                        const std::vector<lsp::Diagnostic>& diagnostics) {
  std::vector<std::size_t> found;
  const std::vector<std::string> names = names_of(*snapshot.findings);
  for (const lsp::Diagnostic& diagnostic : diagnostics) {
    const auto at = std::ranges::find(names, name_in(diagnostic));
    if (at != names.end()) {
      found.push_back(static_cast<std::size_t>(at - names.begin()));
      continue;
    }
    const auto same = std::ranges::find_if(*snapshot.findings, [&](const rules::Finding& finding) {
      return finding.rule == diagnostic.code && finding.message == diagnostic.message &&
             convert.position(finding.range.begin) == diagnostic.range.start;
    });
    if (same != snapshot.findings->end()) found.push_back(static_cast<std::size_t>(same - snapshot.findings->begin()));
  }
  return found;
}

/// Kate's “Quick Fix” names one diagnostic, asks for the whole document and carries out every action of the answer.
bool is_carried_out_unseen(const lsp::CodeActionContext& context, text::ByteRange range, const text::Text& text) {
  return !context.trigger_kind && context.only.empty() && !context.diagnostics.empty() && range.begin == 0 &&
         range.end == text.size();
}

}  // namespace

void Server::Impl::add_feature_routes() {
  routes_.request<lsp::HoverParams>("textDocument/hover", lsp::Scheduling::read_invalidated_by_edit,
                                    [this](const lsp::HoverParams& params) { return hover(params); });
  routes_.request<lsp::CodeActionParams>("textDocument/codeAction", lsp::Scheduling::read_invalidated_by_edit,
                                         [this](const lsp::CodeActionParams& params) { return code_actions(params); });
  for (const char* method : {"workspace/textDocumentContent", "nianbao/textDocumentContent"}) {
    routes_.request<lsp::TextDocumentContentParams>(
        method, lsp::Scheduling::read,
        [this](const lsp::TextDocumentContentParams& params) { return content(params); });
  }
}

std::optional<lsp::Hover> Server::Impl::hover(const lsp::HoverParams& params) {
  Document* document = documents_.find(params.text_document.uri);
  if (document == nullptr) return std::nullopt;
  const features::Snapshot* current = snapshot(*document, false);
  if (current == nullptr) return std::nullopt;
  const Converter convert = converter(*document);
  const std::optional<features::Hover> found =
      features::hover(*current, convert.offset(params.position), *standard(), rule_options_,
                      {.command_links = client_commands_ && client_.markdown_hover, .right_numbers = hover_numbers_});
  if (!found) return std::nullopt;
  lsp::Hover answer;
  answer.contents.markdown = client_.markdown_hover;
  answer.contents.value = client_.markdown_hover ? markdown_of(*found) : plain_text_of(*found);
  answer.range = convert.range(found->range);
  return answer;
}

std::vector<lsp::CodeAction> Server::Impl::code_actions(const lsp::CodeActionParams& params) {
  std::vector<lsp::CodeAction> answer;
  Document* document = documents_.find(params.text_document.uri);
  if (document == nullptr || !client_.code_action_literals) return answer;
  const features::Snapshot* current = snapshot(*document, true);
  if (current == nullptr) return answer;

  const Converter convert = converter(*document);
  const text::ByteRange range = convert.range(params.range);
  const lsp::CodeActionContext& context = params.context;
  features::CodeActionOptions wanted;
  wanted.quickfix = context.wants(lsp::code_action_kind::quick_fix);
  wanted.fix_all = context.wants(fix_all_kind) && (context.invoked() || context.asks_for(fix_all_kind));
  wanted.client_commands = client_commands_ && wanted.quickfix;
  wanted.findings = named_findings(*current, convert, context.diagnostics);
  wanted.unseen = is_carried_out_unseen(context, range, document->text());

  const std::vector<lsp::Diagnostic> diagnostics = diagnostics_of(*current, document->uri(), convert, client_);
  for (features::CodeAction& action : features::code_actions(*current, range, *standard(), rule_options_, wanted)) {
    lsp::CodeAction converted;
    converted.title = action.title;
    const bool all = action.kind == features::CodeAction::Kind::fix_all;
    converted.kind = all ? fix_all_kind : lsp::code_action_kind::quick_fix;
    converted.is_preferred = action.preferred;
    if (action.finding) converted.diagnostics.push_back(diagnostics[*action.finding]);
    if (!action.edits.empty()) converted.edit = edit_of(*document, action.edits);
    if (action.command) converted.command = command_of(action, *document, diagnostics[*action.finding].range);
    answer.push_back(std::move(converted));
  }
  if (!wanted.unseen) add_rewrites({document, {*current, *standard(), rule_options_}, convert}, params, answer);
  return answer;
}

Result<lsp::TextDocumentContentResult> Server::Impl::content(const lsp::TextDocumentContentParams& params) {
  const standard::Standard* loaded = standard();
  std::optional<std::string> text;
  if (loaded != nullptr) text = features::page_text(params.uri, *loaded, rule_options_);
  if (!text) return tl::unexpected(jsonrpc::Error{jsonrpc::ErrorCode::invalid_params, "no such page: " + params.uri});
  return lsp::TextDocumentContentResult{std::move(*text)};
}

}  // namespace nianbao::workspace
