// One line taken apart as a heading: decoration, marker, numeral, title.
// Must not know which headings a form prescribes.
#pragma once

#include <optional>
#include <string>

#include "text/byte_range.h"
#include "text/text.h"

namespace nianbao::report {

struct HeadingLine {
  std::int32_t level = 0;  ///< 1 一、 or 第一部分 2 （一） 3 1. 4 （1）; 0 without a marker
  text::ByteRange marker;  ///< with its punctuation
  std::string numeral;     ///< 一, 12 …
  text::ByteRange title;   ///< up to the first 。 or the end of the line, without decoration
  bool run_in = false;     ///< text follows the title on the line
};

/// Every line can be read so; without a marker the level is 0 and the title is the line.
[[nodiscard]] HeadingLine read_heading_line(const text::Text& text, text::ByteRange line);

/// False for lines that are too long to be anything but prose.
[[nodiscard]] bool may_be_heading(const HeadingLine& line);

}  // namespace nianbao::report
