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

namespace nianbao::lsp {

enum class PositionEncoding : std::uint8_t { utf8, utf16, utf32 };

[[nodiscard]] std::string_view name_of(PositionEncoding encoding);

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
  bool snippets = false;

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
  RawJson initialization_options;
  std::vector<WorkspaceFolder> workspace_folders;  ///< with rootUri, or rootPath, where a client knows only that
  ClientFlags client;
};

/// Fails only if the parameters are no object: a client with an odd capability is still served.
bool read(const Value& value, InitializeParams& out);

struct ServerCapabilities {
  PositionEncoding encoding = PositionEncoding::utf16;
  bool hover = false;
  bool document_symbols = false;
  bool folding_ranges = false;
  bool selection_ranges = false;
  bool workspace_folders = false;
  std::vector<std::string> code_action_kinds;  ///< empty: no code actions
  bool code_action_resolve = false;
  std::vector<std::string> commands;
  bool pull_diagnostics = false;
  bool workspace_diagnostics = false;
  std::vector<std::string> content_schemes;  ///< of workspace/textDocumentContent
  RawJson more;                              ///< an object whose members are added
};

struct InitializeResult {
  ServerCapabilities capabilities;
  std::string server_name;
  std::string server_version;
};

[[nodiscard]] Json json_of(const ServerCapabilities& capabilities);
[[nodiscard]] Json json_of(const InitializeResult& result);

}  // namespace nianbao::lsp
