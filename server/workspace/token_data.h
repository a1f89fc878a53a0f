// Tokens as LSP's five numbers each: lines and columns relative to the token before (LSP 3.17, "Semantic Tokens").
// Must not know what a type means.
#pragma once

#include <cstdint>
#include <vector>

#include "features/semantic_tokens.h"
#include "lsp/semantic_tokens.h"
#include "text/position.h"
#include "text/text.h"

namespace nianbao::workspace {

/// Tokens are sorted and lie inside lines; those that do not touch the range are left out. One walk over the text.
[[nodiscard]] std::vector<std::uint32_t> token_data(const text::Text& text, const std::vector<features::Token>& tokens,
                                                    text::Encoding encoding, text::ByteRange range);

/// The names of all types and modifiers, in the order of their numbers.
[[nodiscard]] lsp::SemanticTokensLegend token_legend();

}  // namespace nianbao::workspace
