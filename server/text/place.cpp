// A range as line and column in every encoding. Must not know documents.
#include "text/place.h"

#include <algorithm>

namespace nianbao::text {
namespace {

constexpr std::array<Encoding, 3> encodings = {Encoding::utf8, Encoding::utf16, Encoding::utf32};

/// One byte, one code unit, one character; and no line end.
bool is_plain(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

}  // namespace

Place::Place(const Text& text, ByteRange range) {
  for (const Encoding encoding : encodings) {
    const Position at = position_at(text, range.begin, encoding);
    begin_line_ = at.line;
    begin_columns_[index_of(encoding)] = at.column;
  }
  if (is_plain(text.slice(range))) {
    end_line_ = begin_line_;
    for (const Encoding encoding : encodings)
      end_columns_[index_of(encoding)] = begin_columns_[index_of(encoding)] + range.size();
    return;
  }
  for (const Encoding encoding : encodings) {
    const Position at = position_at(text, range.end, encoding);
    end_line_ = at.line;
    end_columns_[index_of(encoding)] = at.column;
  }
}

}  // namespace nianbao::text
