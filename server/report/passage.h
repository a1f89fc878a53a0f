// Running text as a reader takes it in: paragraphs joined over page breaks, spaces and decoration left out, script,
// digits and punctuation folded, and the way back to the source.
// Must not know what is looked for in it.
#pragma once

#include <string>
#include <vector>

#include "report/report.h"

namespace nianbao::report {

/// One or more paragraphs. Simplified characters, ASCII digits, full-width punctuation (but , between digits).
class Passage {
 public:
  [[nodiscard]] const std::string& text() const { return text_; }
  /// Source range of text()[begin, end). Both must be character boundaries.
  [[nodiscard]] text::ByteRange source(std::size_t begin, std::size_t end) const;
  [[nodiscard]] bool empty() const { return text_.empty(); }
  /// Opens with the number of a heading, or is one.
  [[nodiscard]] bool heading() const { return heading_; }

  void append(const text::Text& source, text::ByteRange range);
  void mark_heading() { heading_ = true; }

 private:
  std::string text_;
  std::vector<text::Offset> places_;  ///< by byte of text_: where its character begins in the source
  std::vector<std::uint8_t> sizes_;   ///< by byte of text_: bytes of its character in the source
  bool heading_ = false;
};

/// The report's paragraphs, joined where a page break or blank line cuts a sentence. Ranges are in `report.text`.
[[nodiscard]] std::vector<Passage> read_passages(const Report& report);

}  // namespace nianbao::report
