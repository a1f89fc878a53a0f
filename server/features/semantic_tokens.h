// Colours by meaning: headings, labels, numbers, totals, dates, citations.
// Must not know LSP's numbers or an editor's columns.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "features/view.h"
#include "text/byte_range.h"

namespace nianbao::features {

/// Names are the standard ones where a theme has a colour for them (LSP 3.17, "SemanticTokenTypes").
enum class TokenType : std::uint8_t {
  heading,    ///< namespace: titles and headings
  label,      ///< property: rows and columns of the form
  number,     ///< number: a value
  total,      ///< enumMember: a value that is computed from others
  citation,   ///< macro: an article of a law, a document number
  law,        ///< class: 《…》
  date,       ///< string: dates and periods
  mark,       ///< keyword: ordinals and heading numbers
  structure,  ///< operator: pipes and rules of a table, tags
  comment,    ///< comment
};
inline constexpr std::size_t token_type_count = 10;
[[nodiscard]] std::string_view name_of(TokenType type);

enum class TokenModifier : std::uint8_t { declaration, readonly, deprecated };
inline constexpr std::size_t token_modifier_count = 3;
[[nodiscard]] std::string_view name_of(TokenModifier modifier);
/// As bits of Token::modifiers.
[[nodiscard]] constexpr std::uint32_t bit_of(TokenModifier modifier) {
  return 1U << static_cast<std::uint32_t>(modifier);
}

struct Token {
  text::ByteRange range;  ///< inside one line, never empty
  TokenType type = TokenType::label;
  std::uint32_t modifiers = 0;
  friend bool operator==(const Token&, const Token&) = default;
};

/// By place, without overlaps. Linear in the size of the text.
[[nodiscard]] std::vector<Token> semantic_tokens(const View& view);

}  // namespace nianbao::features
