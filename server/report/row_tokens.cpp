#include "report/row_tokens.h"

#include <algorithm>
#include <array>

#include "report/heading_line.h"

namespace nianbao::report {
namespace {

/// No official label is longer (the longest has 45 characters).
constexpr std::size_t longest_label_bytes = 240;
/// Nor is a part's title, which may stand behind a marker of a lower level.
constexpr std::size_t longest_part_title_bytes = 90;

bool is_unit(std::string_view text) {
  constexpr std::array<std::string_view, 15> units{"条",   "條",   "件",   "次", "篇", "个", "個", "人",
                                                   "人次", "万元", "萬元", "元", "——", "—",  "--"};
  return std::find(units.begin(), units.end(), text) != units.end();
}

Token token_of(const PhysicalCell& cell, const standard::LabelIndex& index) {
  Token token;
  if (cell.text.empty()) return token;
  token.number = read_number(cell.text);
  if (token.number.form != NumberForm::text && token.number.form != NumberForm::placeholder &&
      token.number.form != NumberForm::approximate) {
    token.kind = TokenKind::number;
    return token;
  }
  if (is_unit(cell.text)) {
    token.kind = TokenKind::unit;
    return token;
  }
  if (token.number.form == NumberForm::placeholder) {
    token.kind = TokenKind::number;
    return token;
  }
  token.kind = TokenKind::other;
  if (cell.text.size() > longest_label_bytes) return token;
  token.key = index.key(cell.text);
  const auto found = index.find(token.key.body);
  token.candidates.assign(found.begin(), found.end());
  if (!token.candidates.empty()) token.kind = TokenKind::label;
  return token;
}

void read_head(const text::Text& text, const PhysicalRow& row, const standard::LabelIndex& index, TokenRow& tokens) {
  const HeadingLine line = read_heading_line(text, row.line);
  tokens.may_head = may_be_heading(line);
  tokens.head_level = static_cast<std::int8_t>(line.level);
  if (tokens.may_head && (line.level <= 1 || line.title.size() <= longest_part_title_bytes))
    tokens.head_body = index.body(text.slice(line.title));
}

}  // namespace

TokenRow tokens_of(const text::Text& text, const PhysicalRow& row, const standard::LabelIndex& index) {
  TokenRow result;
  if (row.kind != RowKind::cells) {
    if (row.kind == RowKind::heading || row.kind == RowKind::line) read_head(text, row, index, result);
    const std::string_view words = row.cells.empty() ? std::string_view() : row.cells.front().text;
    result.prose = words.size() > longest_label_bytes || words.find("。") != std::string_view::npos;
    if (result.prose) return result;
  }
  result.tokens.reserve(row.cells.size());
  for (const PhysicalCell& cell : row.cells) {
    result.tokens.push_back(token_of(cell, index));
    if (result.tokens.back().kind == TokenKind::number && !cell.covered) ++result.numbers;
    if (result.tokens.back().kind == TokenKind::label) ++result.labels;
  }
  return result;
}

bool has_number_before(const TokenRow& tokens, std::size_t cell) {
  return std::any_of(tokens.tokens.begin(), tokens.tokens.begin() + static_cast<std::ptrdiff_t>(cell),
                     [](const Token& token) { return token.kind == TokenKind::number; });
}

bool all_blank_behind(const TokenRow& tokens, std::size_t cell) {
  return std::all_of(tokens.tokens.begin() + static_cast<std::ptrdiff_t>(cell) + 1, tokens.tokens.end(),
                     [](const Token& token) { return token.kind == TokenKind::blank; });
}

bool continues(const PhysicalRow& row, const TokenRow& tokens) {
  std::size_t filled = 0;
  for (const Token& token : tokens.tokens) {
    if (token.kind == TokenKind::other || token.kind == TokenKind::label) return false;
    if (token.kind != TokenKind::blank) ++filled;
  }
  return filled <= 1 && row.cells.size() <= 3;
}

}  // namespace nianbao::report
