// A text with spaces and decoration left out and script and digits folded, and the way back to where each byte stood.
// Must not know what is looked for in it.
#pragma once

#include <string>
#include <vector>

#include "text/byte_range.h"
#include "text/text.h"

namespace nianbao::report {

/// Simplified characters, ASCII digits, no white space, no Markdown `#` and `*`.
class Compact {
 public:
  Compact(const text::Text& text, text::ByteRange range);

  [[nodiscard]] const std::string& text() const { return text_; }
  /// Source range of text()[begin, end).
  [[nodiscard]] text::ByteRange source(std::size_t begin, std::size_t end) const;

 private:
  std::string text_;
  std::vector<text::Offset> begins_;  ///< by byte of text_: where its character begins in the source
  std::vector<text::Offset> ends_;
  text::Offset fallback_ = 0;
};

}  // namespace nianbao::report
