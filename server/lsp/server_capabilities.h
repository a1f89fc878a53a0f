// What the server says it can do (LSP 3.17, "ServerCapabilities"). Everything is off until it is set.
// Must not know what stands behind it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lsp/reader.h"
#include "lsp/semantic_tokens.h"

namespace nianbao::lsp {

enum class PositionEncoding : std::uint8_t { utf8, utf16, utf32 };

[[nodiscard]] std::string_view name_of(PositionEncoding encoding);

// In the order of the protocol; there is one of them.
struct ServerCapabilities {  // NOLINT(clang-analyzer-optin.performance.Padding)
  PositionEncoding encoding = PositionEncoding::utf16;
  bool hover = false;
  bool document_symbols = false;
  bool workspace_symbols = false;
  bool folding_ranges = false;
  bool selection_ranges = false;
  bool document_highlight = false;
  bool definition = false;
  bool references = false;
  bool document_links = false;
  bool inlay_hints = false;  ///< with resolve
  bool code_lens = false;    ///< with resolve
  bool formatting = false;
  bool range_formatting = false;
  bool rename = false;
  bool prepare_rename = false;              ///< only for clients that know it (ClientFlags::prepare_rename)
  std::vector<std::string> format_on_type;  ///< characters; empty: no formatting on type
  bool completion = false;
  std::vector<std::string> completion_triggers;
  bool completion_resolve = false;
  bool signature_help = false;
  std::vector<std::string> signature_triggers;
  SemanticTokensLegend token_legend;  ///< without types: no semantic tokens
  bool workspace_folders = false;
  std::vector<std::string> code_action_kinds;  ///< empty: no code actions
  bool code_action_literals = true;            ///< clients without them are told true only
  bool code_action_resolve = false;
  std::vector<std::string> commands;
  bool pull_diagnostics = false;
  bool workspace_diagnostics = false;
  std::vector<std::string> content_schemes;  ///< of workspace/textDocumentContent
  RawJson more;                              ///< an object whose members are added
};

[[nodiscard]] Json json_of(const ServerCapabilities& capabilities);

}  // namespace nianbao::lsp
