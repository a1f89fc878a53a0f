#include "workspace/token_data.h"

#include <algorithm>

#include "text/forward_lines.h"
#include "text/plain_run.h"
#include "text/utf8.h"

namespace nianbao::workspace {
namespace {

constexpr text::Offset bytes_of_ideograph = 3;  // of text::plain_run_end

/// Columns of growing offsets, without going back to the begin of the line for each.
class Columns {
 public:
  Columns(const text::Text& text, text::Encoding encoding) : text_(text), encoding_(encoding) {}

  /// Offsets must not shrink from call to call.
  text::Position at(text::Offset offset) {
    if (const std::uint32_t line = lines_.line_of(offset); line != line_) {
      line_ = line;
      at_ = text_.line(line).begin;
      column_ = 0;
    }
    const std::string_view bytes = text_.bytes();
    while (at_ < offset) {
      const auto run = std::min(static_cast<text::Offset>(text::plain_run_end(bytes, at_)), offset);
      column_ += encoding_ == text::Encoding::utf8 ? run - at_ : (run - at_) / bytes_of_ideograph;
      at_ = run;
      if (at_ >= offset) break;
      const text::Scalar scalar = text::scalar_at(bytes, at_);
      column_ += units(scalar);
      at_ += scalar.length;
    }
    return {line_, column_};
  }

 private:
  [[nodiscard]] std::uint32_t units(const text::Scalar& scalar) const {
    if (encoding_ == text::Encoding::utf8) return scalar.length;
    return encoding_ == text::Encoding::utf16 && scalar.value > 0xFFFF ? 2 : 1;
  }

  const text::Text& text_;
  text::Encoding encoding_;
  text::ForwardLines lines_{text_};
  text::Offset at_ = 0;
  std::uint32_t line_ = 0;
  std::uint32_t column_ = 0;
};

}  // namespace

std::vector<std::uint32_t> token_data(const text::Text& text, const std::vector<features::Token>& tokens,
                                      text::Encoding encoding, text::ByteRange range) {
  std::vector<std::uint32_t> data;
  data.reserve(tokens.size() * 5);
  Columns columns(text, encoding);
  text::Position before;
  for (const features::Token& token : tokens) {
    if (token.range.end < range.begin || token.range.begin > range.end) continue;
    const text::Position begin = columns.at(token.range.begin);
    const text::Position end = columns.at(token.range.end);
    if (end.line != begin.line || end.column <= begin.column) continue;
    const std::uint32_t down = begin.line - before.line;
    data.push_back(down);
    data.push_back(down == 0 ? begin.column - before.column : begin.column);
    data.push_back(end.column - begin.column);
    data.push_back(static_cast<std::uint32_t>(token.type));
    data.push_back(token.modifiers);
    before = begin;
  }
  return data;
}

lsp::SemanticTokensLegend token_legend() {
  lsp::SemanticTokensLegend legend;
  for (std::size_t i = 0; i < features::token_type_count; ++i)
    legend.token_types.emplace_back(features::name_of(static_cast<features::TokenType>(i)));
  for (std::size_t i = 0; i < features::token_modifier_count; ++i)
    legend.token_modifiers.emplace_back(features::name_of(static_cast<features::TokenModifier>(i)));
  return legend;
}

}  // namespace nianbao::workspace
