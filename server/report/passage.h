// Running text as a reader takes it in: paragraphs joined over page breaks, spaces and decoration left out, script,
// digits and punctuation folded, and the way back to the source.
// Must not know what is looked for in it.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "report/folded_text.h"
#include "report/report.h"

namespace nianbao::report {

/// One or more paragraphs. Simplified characters, ASCII digits, full-width punctuation (but , between digits).
class Passage {
 public:
  [[nodiscard]] const std::string& text() const { return folded_.text(); }
  /// Source range of text()[begin, end). Both must be character boundaries.
  [[nodiscard]] text::ByteRange source(std::size_t begin, std::size_t end) const { return folded_.source(begin, end); }
  [[nodiscard]] bool empty() const { return text().empty(); }
  /// Opens with the number of a heading, or is one.
  [[nodiscard]] bool heading() const { return heading_; }

  void append(const text::Text& source, text::ByteRange range);
  void mark_heading() { heading_ = true; }

 private:
  FoldedText folded_;
  bool heading_ = false;
};

/// The passage that begins with the paragraph `at`, joined where a page break or blank line cuts a sentence; `at`
/// becomes the paragraph that begins the next one. Ranges are in `report.text`.
[[nodiscard]] Passage read_passage(const Report& report, std::size_t& at);

/// Where paragraphs stand.
[[nodiscard]] std::vector<text::ByteRange> ranges_of(const std::vector<Paragraph>& paragraphs);

}  // namespace nianbao::report
