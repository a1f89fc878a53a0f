// What each cell of a physical row may be: blank, number, unit, known label or other text.
// Must not know the state of the table around the row.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "report/number.h"
#include "report/physical.h"
#include "standard/label_index.h"

namespace nianbao::report {

enum class TokenKind : std::uint8_t { blank, number, unit, label, other };

struct Token {
  TokenKind kind = TokenKind::blank;
  NumberReading number;                              ///< for `number`
  standard::LabelKey key;                            ///< for `label` and `other`
  std::vector<standard::LabelCandidate> candidates;  ///< for `label`: entries of any form
};

struct TokenRow {
  std::vector<Token> tokens;  ///< one per physical cell
  std::uint32_t numbers = 0;
  std::uint32_t labels = 0;
  bool prose = false;          ///< a lone line that is a sentence, not a cell
  bool may_head = false;       ///< a lone line that may be a heading
  std::int8_t head_level = 0;  ///< HeadingLine::level
  /// Its title as labels are compared; empty where it is too long for one below the first level.
  std::string head_body;
};

/// Tokens of one row; `prose` lines are not looked at further.
[[nodiscard]] TokenRow tokens_of(const text::Text& text, const PhysicalRow& row, const standard::LabelIndex& index);

[[nodiscard]] bool has_number_before(const TokenRow& tokens, std::size_t cell);
[[nodiscard]] bool all_blank_behind(const TokenRow& tokens, std::size_t cell);
/// One cell of a logical row whose cells stand on lines of their own: label, unit and value each.
[[nodiscard]] bool continues(const PhysicalRow& row, const TokenRow& tokens);

}  // namespace nianbao::report
