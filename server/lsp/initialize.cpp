#include "lsp/initialize.h"

#include <algorithm>

#include "lsp/writer.h"
#include "text/uri.h"

namespace nianbao::lsp {
namespace {

/// The value at `a.b.c`; null where a step is missing.
const Json* at(const Json& value, std::string_view way) {
  const Json* current = &value;
  while (current != nullptr && !way.empty()) {
    const std::size_t dot = std::min(way.find('.'), way.size());
    current = jsonrpc::member(*current, way.substr(0, dot));
    way.remove_prefix(std::min(dot + 1, way.size()));
  }
  return current;
}

std::string text_at(const Json& value, std::string_view way) {
  const Json* found = at(value, way);
  const std::string* text = found != nullptr ? jsonrpc::as_string(*found) : nullptr;
  return text != nullptr ? *text : std::string();
}

bool lists(const Json* list, std::string_view word) {
  if (list == nullptr || !list->is_array()) return false;
  return std::any_of(list->begin(), list->end(), [&](const Json& element) {
    const std::string* text = jsonrpc::as_string(element);
    return text != nullptr && *text == word;
  });
}

bool prefers_markdown(const Json* list) {
  if (list == nullptr || !list->is_array()) return false;
  for (const Json& element : *list) {
    const std::string* format = jsonrpc::as_string(element);
    if (format != nullptr && (*format == "markdown" || *format == "plaintext")) return *format == "markdown";
  }
  return false;
}

struct Flag {
  bool ClientFlags::* flag;
  std::string_view way;
  /// "true": the value is true. "{}": there is an object. "markdown": a list of formats, best first, has it before
  /// plaintext. Else: a list that holds the word.
  std::string_view holds = "true";
};

constexpr Flag flags[] = {
    {&ClientFlags::diagnostic_versions, "textDocument.publishDiagnostics.versionSupport"},
    {&ClientFlags::related_information, "textDocument.publishDiagnostics.relatedInformation"},
    {&ClientFlags::code_description, "textDocument.publishDiagnostics.codeDescriptionSupport"},
    {&ClientFlags::diagnostic_data, "textDocument.publishDiagnostics.dataSupport"},
    {&ClientFlags::diagnostic_tags, "textDocument.publishDiagnostics.tagSupport", "{}"},
    {&ClientFlags::pull_diagnostics, "textDocument.diagnostic", "{}"},
    {&ClientFlags::diagnostic_refresh, "workspace.diagnostics.refreshSupport"},
    {&ClientFlags::code_action_literals, "textDocument.codeAction.codeActionLiteralSupport", "{}"},
    {&ClientFlags::code_action_preferred, "textDocument.codeAction.isPreferredSupport"},
    {&ClientFlags::code_action_disabled, "textDocument.codeAction.disabledSupport"},
    {&ClientFlags::code_action_data, "textDocument.codeAction.dataSupport"},
    {&ClientFlags::code_action_resolve_edit, "textDocument.codeAction.resolveSupport.properties", "edit"},
    {&ClientFlags::apply_edit, "workspace.applyEdit"},
    {&ClientFlags::document_changes, "workspace.workspaceEdit.documentChanges"},
    {&ClientFlags::markdown_hover, "textDocument.hover.contentFormat", "markdown"},
    {&ClientFlags::hierarchical_symbols, "textDocument.documentSymbol.hierarchicalDocumentSymbolSupport"},
    {&ClientFlags::line_folding_only, "textDocument.foldingRange.lineFoldingOnly"},
    {&ClientFlags::folding_text, "textDocument.foldingRange.foldingRange.collapsedText"},
    {&ClientFlags::snippets, "textDocument.completion.completionItem.snippetSupport"},
    {&ClientFlags::completion_resolve, "textDocument.completion.completionItem.resolveSupport.properties",
     "documentation"},
    {&ClientFlags::markdown_completion, "textDocument.completion.completionItem.documentationFormat", "markdown"},
    {&ClientFlags::label_offsets,
     "textDocument.signatureHelp.signatureInformation.parameterInformation.labelOffsetSupport"},
    {&ClientFlags::no_active_parameter, "textDocument.signatureHelp.signatureInformation.noActiveParameterSupport"},
    {&ClientFlags::definition_links, "textDocument.definition.linkSupport"},
    {&ClientFlags::link_tooltips, "textDocument.documentLink.tooltipSupport"},
    {&ClientFlags::prepare_rename, "textDocument.rename.prepareSupport"},
    {&ClientFlags::hint_tooltip_resolve, "textDocument.inlayHint.resolveSupport.properties", "tooltip"},
    {&ClientFlags::code_lens_refresh, "workspace.codeLens.refreshSupport"},
    {&ClientFlags::inlay_hint_refresh, "workspace.inlayHint.refreshSupport"},
    {&ClientFlags::semantic_tokens_refresh, "workspace.semanticTokens.refreshSupport"},
    {&ClientFlags::semantic_tokens, "textDocument.semanticTokens", "{}"},
    {&ClientFlags::work_done_progress, "window.workDoneProgress"},
    {&ClientFlags::show_document, "window.showDocument.support"},
    {&ClientFlags::configuration, "workspace.configuration"},
    {&ClientFlags::workspace_folders, "workspace.workspaceFolders"},
    {&ClientFlags::text_document_content, "workspace.textDocumentContent", "{}"},
    {&ClientFlags::register_configuration, "workspace.didChangeConfiguration.dynamicRegistration"},
    {&ClientFlags::register_watched_files, "workspace.didChangeWatchedFiles.dynamicRegistration"},
};

bool holds(const Json* value, std::string_view what) {
  if (value == nullptr) return false;
  if (what == "{}") return value->is_object();
  if (what == "markdown") return prefers_markdown(value);
  return what == "true" ? jsonrpc::as_bool(*value).value_or(false) : lists(value, what);
}

PositionEncoding choose_encoding(const Json* offered) {
  if (offered == nullptr || !offered->is_array()) return PositionEncoding::utf16;
  for (const Json& element : *offered) {
    const std::string* name = jsonrpc::as_string(element);
    for (const auto known : {PositionEncoding::utf8, PositionEncoding::utf16, PositionEncoding::utf32}) {
      if (name != nullptr && *name == name_of(known)) return known;
    }
  }
  return PositionEncoding::utf16;
}

ClientFlags read_flags(const Json& capabilities) {
  ClientFlags out;
  for (const Flag& flag : flags) out.*flag.flag = holds(at(capabilities, flag.way), flag.holds);
  out.encoding = choose_encoding(at(capabilities, "general.positionEncodings"));
  return out;
}

std::vector<WorkspaceFolder> read_folders(const Json& params) {
  std::vector<WorkspaceFolder> out;
  if (const Json* folders = at(params, "workspaceFolders"); folders != nullptr && folders->is_array()) {
    for (const Json& folder : *folders) {
      if (std::string uri = text_at(folder, "uri"); !uri.empty())
        out.push_back({std::move(uri), text_at(folder, "name")});
    }
    return out;
  }
  if (std::string uri = text_at(params, "rootUri"); !uri.empty()) {
    out.push_back({std::move(uri), {}});
  } else if (const std::string path = text_at(params, "rootPath"); !path.empty()) {
    out.push_back({text::uri_of_path(path), {}});
  }
  return out;
}

}  // namespace

bool read(const Value& value, InitializeParams& out) {
  if (!value.is_object()) return value.complain("an object");
  const Json& params = value.json();
  if (const Json* process = at(params, "processId")) out.process_id = jsonrpc::as_integer(*process);
  out.client_name = text_at(params, "clientInfo.name");
  out.client_version = text_at(params, "clientInfo.version");
  out.locale = text_at(params, "locale");
  out.trace = text_at(params, "trace");
  out.workspace_folders = read_folders(params);
  if (const Json* options = at(params, "initializationOptions")) out.initialization_options = RawJson(*options);
  if (const Json* capabilities = at(params, "capabilities")) out.client = read_flags(*capabilities);
  // Some clients count bytes whatever is agreed upon (ALE): their settings say so where their capabilities cannot.
  if (at(params, "capabilities.general.positionEncodings") == nullptr) {
    out.client.encoding = choose_encoding(at(params, "initializationOptions.positionEncodings"));
  }
  return true;
}

Json json_of(const InitializeResult& result) {
  ObjectWriter server;
  server.put("name", result.server_name).maybe("version", result.server_version);
  return ObjectWriter().put("capabilities", result.capabilities).put("serverInfo", RawJson(server.take())).take();
}

}  // namespace nianbao::lsp
