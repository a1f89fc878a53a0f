#include "lsp/server_capabilities.h"

#include "lsp/writer.h"

namespace nianbao::lsp {
namespace {

RawJson taken(ObjectWriter& writer) {
  return RawJson(writer.take());
}

void put_text_features(const ServerCapabilities& capabilities, ObjectWriter& out) {
  out.maybe("hoverProvider", capabilities.hover)
      .maybe("documentSymbolProvider", capabilities.document_symbols)
      .maybe("workspaceSymbolProvider", capabilities.workspace_symbols)
      .maybe("foldingRangeProvider", capabilities.folding_ranges)
      .maybe("selectionRangeProvider", capabilities.selection_ranges)
      .maybe("documentHighlightProvider", capabilities.document_highlight)
      .maybe("definitionProvider", capabilities.definition)
      .maybe("referencesProvider", capabilities.references)
      .maybe("documentFormattingProvider", capabilities.formatting);
  if (capabilities.document_links) {
    out.put("documentLinkProvider", RawJson(ObjectWriter().put("resolveProvider", false).take()));
  }
  if (capabilities.code_lens) {
    out.put("codeLensProvider", RawJson(ObjectWriter().put("resolveProvider", true).take()));
  }
  if (capabilities.inlay_hints) {
    out.put("inlayHintProvider", RawJson(ObjectWriter().put("resolveProvider", true).take()));
  }
  if (capabilities.range_formatting) {
    out.put("documentRangeFormattingProvider", RawJson(ObjectWriter().put("rangesSupport", true).take()));
  }
  // Options are for clients that announce prepareSupport; others are told true only.
  if (capabilities.rename && capabilities.prepare_rename) {
    out.put("renameProvider", RawJson(ObjectWriter().put("prepareProvider", true).take()));
  } else if (capabilities.rename) {
    out.put("renameProvider", true);
  }
  if (!capabilities.token_legend.token_types.empty()) {
    ObjectWriter provider;
    provider.put("legend", capabilities.token_legend)
        .put("range", true)
        .put("full", RawJson(ObjectWriter().put("delta", true).take()));
    out.put("semanticTokensProvider", taken(provider));
  }
}

void put_typing_features(const ServerCapabilities& capabilities, ObjectWriter& out) {
  if (!capabilities.format_on_type.empty()) {
    const std::vector<std::string>& all = capabilities.format_on_type;
    ObjectWriter provider;
    provider.put("firstTriggerCharacter", all.front())
        .maybe("moreTriggerCharacter", std::vector<std::string>(all.begin() + 1, all.end()));
    out.put("documentOnTypeFormattingProvider", taken(provider));
  }
  if (capabilities.completion) {
    ObjectWriter provider;
    provider.maybe("triggerCharacters", capabilities.completion_triggers)
        .put("resolveProvider", capabilities.completion_resolve);
    out.put("completionProvider", taken(provider));
  }
  if (capabilities.signature_help) {
    ObjectWriter provider;
    provider.maybe("triggerCharacters", capabilities.signature_triggers);
    out.put("signatureHelpProvider", taken(provider));
  }
  // Clients that know no code actions but commands are offered none: edits are all that is there.
  if (!capabilities.code_action_kinds.empty() && capabilities.code_action_literals) {
    ObjectWriter provider;
    provider.put("codeActionKinds", capabilities.code_action_kinds)
        .maybe("resolveProvider", capabilities.code_action_resolve);
    out.put("codeActionProvider", taken(provider));
  }
  if (!capabilities.commands.empty()) {
    out.put("executeCommandProvider", RawJson(ObjectWriter().put("commands", capabilities.commands).take()));
  }
}

void put_workspace_features(const ServerCapabilities& capabilities, ObjectWriter& out) {
  ObjectWriter workspace;
  if (capabilities.workspace_folders) {
    ObjectWriter folders;
    folders.put("supported", true).put("changeNotifications", true);
    workspace.put("workspaceFolders", taken(folders));
  }
  if (!capabilities.content_schemes.empty()) {
    workspace.put("textDocumentContent", RawJson(ObjectWriter().put("schemes", capabilities.content_schemes).take()));
  }
  if (Json offered = workspace.take(); !offered.empty()) out.put("workspace", RawJson(std::move(offered)));
}

}  // namespace

std::string_view name_of(PositionEncoding encoding) {
  switch (encoding) {
    case PositionEncoding::utf8:
      return "utf-8";
    case PositionEncoding::utf16:
      return "utf-16";
    case PositionEncoding::utf32:
      return "utf-32";
  }
  return "utf-16";
}

Json json_of(const ServerCapabilities& capabilities) {
  ObjectWriter sync;
  sync.put("openClose", true).put("change", 2U).put("save", true);
  ObjectWriter out;
  out.put("positionEncoding", std::string(name_of(capabilities.encoding))).put("textDocumentSync", taken(sync));
  put_text_features(capabilities, out);
  put_typing_features(capabilities, out);
  if (capabilities.pull_diagnostics) {
    ObjectWriter provider;
    provider.put("identifier", "nianbao")
        .put("interFileDependencies", true)
        .put("workspaceDiagnostics", capabilities.workspace_diagnostics);
    out.put("diagnosticProvider", taken(provider));
  }
  put_workspace_features(capabilities, out);
  Json whole = out.take();
  if (capabilities.more.get().is_object()) whole.update(capabilities.more.get());
  return whole;
}

}  // namespace nianbao::lsp
