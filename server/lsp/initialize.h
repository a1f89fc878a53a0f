// The handshake: what the client can, boiled down to plain flags, and what the server offers.
// Must not know features beyond their names.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lsp/basic.h"
#include "lsp/configuration.h"
#include "lsp/server_capabilities.h"

namespace nianbao::lsp {

/// A flag that the client does not send, or sends as something else, is off.
struct ClientFlags {
  /// The first of the client's list that is known; UTF-16 without a list (LSP 3.17, "PositionEncodingKind").
  PositionEncoding encoding = PositionEncoding::utf16;

  bool diagnostic_versions = false;
  bool related_information = false;
  bool code_description = false;
  bool diagnostic_data = false;
  bool diagnostic_tags = false;
  bool pull_diagnostics = false;  ///< then nothing is pushed
  bool diagnostic_refresh = false;

  bool code_action_literals = false;  ///< else only commands may be sent
  bool code_action_preferred = false;
  bool code_action_disabled = false;
  bool code_action_data = false;
  bool code_action_resolve_edit = false;

  bool apply_edit = false;
  bool document_changes = false;
  bool markdown_hover = false;
  bool hierarchical_symbols = false;
  bool line_folding_only = false;
  bool folding_text = false;  ///< collapsedText is shown
  bool snippets = false;
  bool completion_resolve = false;  ///< documentation may be left for completionItem/resolve
  bool markdown_completion = false;
  bool label_offsets = false;        ///< of signature help
  bool no_active_parameter = false;  ///< of signature help: null says that none is
  bool definition_links = false;
  bool link_tooltips = false;  ///< of textDocument/documentLink
  bool prepare_rename = false;
  bool hint_tooltip_resolve = false;  ///< tooltips of inlay hints may be left for inlayHint/resolve
  bool code_lens_refresh = false;
  bool inlay_hint_refresh = false;
  bool semantic_tokens_refresh = false;
  bool semantic_tokens = false;

  bool work_done_progress = false;
  bool show_document = false;
  bool configuration = false;
  bool workspace_folders = false;
  bool text_document_content = false;
  bool register_configuration = false;
  bool register_watched_files = false;
};

struct InitializeParams {
  std::optional<std::int64_t> process_id;
  std::string client_name;
  std::string client_version;
  std::string locale;
  std::string trace;  ///< off, messages or verbose; empty: off
  RawJson initialization_options;
  std::vector<WorkspaceFolder> workspace_folders;  ///< with rootUri, or rootPath, where a client knows only that
  ClientFlags client;
};

/// Fails only if the parameters are no object: a client with an odd capability is still served.
bool read(const Value& value, InitializeParams& out);

struct InitializeResult {
  ServerCapabilities capabilities;
  std::string server_name;
  std::string server_version;
};

[[nodiscard]] Json json_of(const InitializeResult& result);

}  // namespace nianbao::lsp
