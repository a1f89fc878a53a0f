// A saved web page as plain text with its innermost tables kept, and the way back to the page's bytes.
// Must not know what a report is.
#pragma once

#include <string>
#include <vector>

#include "text/byte_range.h"
#include "text/text.h"

namespace nianbao::report {

class WebPage {
 public:
  explicit WebPage(const text::Text& source);

  /// Lines for blocks, tables as HTML, character references of the prose decoded.
  [[nodiscard]] const text::Text& text() const { return text_; }
  /// The source bytes that a range of text() came from; `contiguous` is cleared where tags or references lie inside.
  [[nodiscard]] text::ByteRange source(text::ByteRange range, bool* contiguous = nullptr) const;

 private:
  /// Bytes copied from one place; a decoded reference is a piece of its own.
  struct Piece {
    text::Offset derived = 0;
    text::Offset source = 0;
    text::Offset derived_size = 0;
    text::Offset source_size = 0;
  };
  [[nodiscard]] std::size_t piece_of(text::Offset derived) const;
  void copy(text::ByteRange range);
  void put(std::string_view text, text::ByteRange from);
  void line_break(text::Offset at);
  void prose(const text::Text& source, text::ByteRange range);

  std::string derived_;
  std::vector<Piece> pieces_;
  std::string_view bytes_;
  text::Text text_;
};

}  // namespace nianbao::report
