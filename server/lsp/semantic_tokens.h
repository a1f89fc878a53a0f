// textDocument/semanticTokens: full, delta and range, in the relative encoding of LSP 3.17 ("Semantic Tokens").
// Must not know what the types mean.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "lsp/basic.h"

namespace nianbao::lsp {

struct SemanticTokensParams {
  TextDocumentIdentifier text_document;
};

struct SemanticTokensDeltaParams {
  TextDocumentIdentifier text_document;
  std::string previous_result_id;
};

struct SemanticTokensRangeParams {
  TextDocumentIdentifier text_document;
  Range range;
};

/// Five numbers per token: lines and columns since the one before, length, type, modifiers.
struct SemanticTokens {
  std::string result_id;  ///< empty: none
  std::vector<std::uint32_t> data;
};

/// Replaces `delete_count` numbers from `start` on.
struct SemanticTokensEdit {
  std::uint32_t start = 0;
  std::uint32_t delete_count = 0;
  std::vector<std::uint32_t> data;
};

/// One of the two is set: edits of the result that the client named, or everything.
struct SemanticTokensDelta {
  std::string result_id;
  std::optional<std::vector<SemanticTokensEdit>> edits;
  std::vector<std::uint32_t> data;
};

/// The one edit that turns `before` into `after`: what stands between their common begin and end. No edit for equals.
[[nodiscard]] std::vector<SemanticTokensEdit> difference(const std::vector<std::uint32_t>& before,
                                                         const std::vector<std::uint32_t>& after);

struct SemanticTokensLegend {
  std::vector<std::string> token_types;
  std::vector<std::string> token_modifiers;
};

bool read(const Value& value, SemanticTokensParams& out);
bool read(const Value& value, SemanticTokensDeltaParams& out);
bool read(const Value& value, SemanticTokensRangeParams& out);

[[nodiscard]] Json json_of(const SemanticTokens& tokens);
[[nodiscard]] Json json_of(const SemanticTokensDelta& delta);
[[nodiscard]] Json json_of(const SemanticTokensLegend& legend);

}  // namespace nianbao::lsp
