// The lines of growing offsets, each found by going on from the one before.
// Must not know what the offsets are of.
#pragma once

#include <cstdint>

#include "text/text.h"

namespace nianbao::text {

class ForwardLines {
 public:
  /// `text` must outlive this.
  explicit ForwardLines(const Text& text) : text_(text) {}

  /// As Text::line_of; offsets must not shrink from call to call.
  std::uint32_t line_of(Offset offset) {
    while (line_ + 1 < text_.line_count() && text_.full_line(line_).end <= offset) ++line_;
    return line_;
  }

 private:
  const Text& text_;
  std::uint32_t line_ = 0;
};

}  // namespace nianbao::text
