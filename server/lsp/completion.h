// textDocument/completion with resolve, and textDocument/signatureHelp.
// Must not know what is proposed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "lsp/basic.h"

namespace nianbao::lsp {

struct CompletionParams {
  TextDocumentIdentifier text_document;
  Position position;
  std::string trigger_character;  ///< empty: asked for, or a letter was typed
};

/// The kinds that words of a text can use (LSP 3.17, "CompletionItemKind").
enum class CompletionItemKind : std::uint8_t {
  text = 1,
  field = 5,
  module = 9,
  value = 12,
  keyword = 14,
  snippet = 15,
  reference = 18,
  structure = 22,
};

struct CompletionItem {
  std::string label;
  CompletionItemKind kind = CompletionItemKind::text;
  std::string detail;
  std::optional<MarkupContent> documentation;
  bool preselect = false;
  std::string sort_text;
  std::string filter_text;
  bool is_snippet = false;  ///< `text_edit` holds $1 and ${2:…}
  TextEdit text_edit;
  std::vector<TextEdit> additional_text_edits;
  RawJson data;
};

struct CompletionList {
  bool is_incomplete = false;
  std::vector<CompletionItem> items;
};

/// UTF-16 units of the signature's label, whatever the position encoding.
struct LabelOffsets {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

struct ParameterInformation {
  std::string label;                    ///< a part of the signature's label
  std::optional<LabelOffsets> offsets;  ///< sent instead, to clients with ClientFlags::label_offsets
  std::string documentation;
};

struct SignatureInformation {
  std::string label;
  std::string documentation;
  std::vector<ParameterInformation> parameters;
};

struct SignatureHelp {
  std::vector<SignatureInformation> signatures;
  std::uint32_t active_signature = 0;
  std::optional<std::uint32_t> active_parameter;  ///< nothing: null is written, for ClientFlags::no_active_parameter
};

bool read(const Value& value, CompletionParams& out);

[[nodiscard]] Json json_of(const CompletionItem& item);
[[nodiscard]] Json json_of(const CompletionList& list);
[[nodiscard]] Json json_of(const SignatureHelp& help);

}  // namespace nianbao::lsp
