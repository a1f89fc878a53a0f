// Byte offsets to and from LSP positions. The only header that includes both text/position.h and LSP's types.
// Must not know documents or JSON.
#pragma once

#include <vector>

#include "lsp/basic.h"
#include "lsp/initialize.h"
#include "rules/finding.h"
#include "text/byte_range.h"
#include "text/position.h"
#include "text/text.h"

namespace nianbao::workspace {

[[nodiscard]] inline text::Encoding encoding_of(lsp::PositionEncoding encoding) {
  switch (encoding) {
    case lsp::PositionEncoding::utf8:
      return text::Encoding::utf8;
    case lsp::PositionEncoding::utf32:
      return text::Encoding::utf32;
    case lsp::PositionEncoding::utf16:
      break;
  }
  return text::Encoding::utf16;
}

[[nodiscard]] inline text::Position position_of(const lsp::Position& position) {
  return {position.line, position.character};
}

/// Converts for one text in the negotiated encoding. The text must outlive it.
class Converter {
 public:
  Converter(const text::Text& text, text::Encoding encoding) : text_(&text), encoding_(encoding) {}

  [[nodiscard]] lsp::Position position(text::Offset offset) const {
    const text::Position at = text::position_at(*text_, offset, encoding_);
    return {at.line, at.column};
  }
  [[nodiscard]] lsp::Range range(text::ByteRange range) const { return {position(range.begin), position(range.end)}; }
  [[nodiscard]] text::Offset offset(const lsp::Position& position) const {
    return text::offset_at(*text_, position_of(position), encoding_);
  }
  /// An end before its begin gives an empty range.
  [[nodiscard]] text::ByteRange range(const lsp::Range& range) const {
    const text::Offset begin = offset(range.start);
    const text::Offset end = offset(range.end);
    return {begin, end < begin ? begin : end};
  }
  [[nodiscard]] std::vector<lsp::TextEdit> edits(const std::vector<rules::TextEdit>& edits) const {
    std::vector<lsp::TextEdit> out;
    out.reserve(edits.size());
    for (const rules::TextEdit& edit : edits) out.push_back({range(edit.range), edit.new_text});
    return out;
  }
  [[nodiscard]] text::Encoding encoding() const { return encoding_; }

 private:
  const text::Text* text_;
  text::Encoding encoding_;
};

}  // namespace nianbao::workspace
