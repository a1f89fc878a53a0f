// textDocument/inlayHint and textDocument/codeLens with their resolve requests: words between and above the text.
// Must not know what they say.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "lsp/basic.h"

namespace nianbao::lsp {

struct InlayHintParams {
  TextDocumentIdentifier text_document;
  Range range;
};

enum class InlayHintKind : std::uint8_t { none = 0, type = 1, parameter = 2 };

struct InlayHint {
  Position position;
  std::string label;
  InlayHintKind kind = InlayHintKind::none;
  std::string tooltip;  ///< plain text; empty: none, or left for resolve
  std::vector<TextEdit> text_edits;
  bool padding_left = false;
  bool padding_right = false;
  RawJson data;
};

struct CodeLensParams {
  TextDocumentIdentifier text_document;
};

struct CodeLens {
  Range range;
  std::optional<Command> command;  ///< absent: to be resolved
  RawJson data;
};

bool read(const Value& value, InlayHintParams& out);
bool read(const Value& value, CodeLensParams& out);

[[nodiscard]] Json json_of(const InlayHint& hint);
[[nodiscard]] Json json_of(const CodeLens& lens);

}  // namespace nianbao::lsp
