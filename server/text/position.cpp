#include "text/position.h"

#include <algorithm>

#include "text/utf8.h"

namespace nianbao::text {
namespace {

std::uint32_t units_of(const Scalar& scalar, Encoding encoding) {
  if (encoding == Encoding::utf8) return scalar.length;
  return encoding == Encoding::utf16 && scalar.value > 0xFFFF ? 2 : 1;
}

std::uint32_t units_of(const Text::Checkpoint& checkpoint, Encoding encoding) {
  return encoding == Encoding::utf16 ? checkpoint.utf16_units : checkpoint.code_points;
}

struct Walk {
  Offset offset;
  std::uint32_t column;
};

/// The last checkpoint of the line for which `past` does not hold yet, or the begin of the line.
template <typename Past>
Walk nearest_checkpoint(const Text& text, ByteRange line, Encoding encoding, Past past) {
  const auto all = text.checkpoints();
  const auto by_offset = [](const Text::Checkpoint& checkpoint, Offset offset) { return checkpoint.offset < offset; };
  const auto first = std::lower_bound(all.begin(), all.end(), line.begin + 1, by_offset);
  const auto last = std::lower_bound(first, all.end(), line.end + 1, by_offset);
  const auto found = std::partition_point(first, last, [&](const Text::Checkpoint& point) { return !past(point); });
  if (found == first) return {line.begin, 0};
  const Text::Checkpoint& point = *(found - 1);
  return {point.offset, units_of(point, encoding)};
}

}  // namespace

Position position_at(const Text& text, Offset offset, Encoding encoding) {
  offset = std::min(offset, text.size());
  const std::uint32_t index = text.line_of(offset);
  const ByteRange line = text.line(index);
  const std::string_view bytes = text.bytes();
  // Between CR and LF, and before either, the editor's cursor stands at the end of the line.
  offset = std::min(offset, line.end);
  if (encoding == Encoding::utf8) {
    return {index, static_cast<Offset>(scalar_begin(bytes, offset)) - line.begin};
  }
  Walk walk = nearest_checkpoint(text, line, encoding, [offset](const auto& point) { return point.offset > offset; });
  while (walk.offset < offset) {
    const Scalar scalar = scalar_at(bytes, walk.offset);
    if (walk.offset + scalar.length > offset) break;
    walk.offset += scalar.length;
    walk.column += units_of(scalar, encoding);
  }
  return {index, walk.column};
}

Offset offset_at(const Text& text, Position position, Encoding encoding) {
  if (position.line >= text.line_count()) return text.size();
  const ByteRange line = text.line(position.line);
  const std::string_view bytes = text.bytes();
  if (encoding == Encoding::utf8) {
    if (position.column >= line.size()) return line.end;
    return static_cast<Offset>(scalar_begin(bytes, line.begin + position.column));
  }
  const std::uint32_t column = position.column;
  Walk walk =
      nearest_checkpoint(text, line, encoding, [&](const auto& point) { return units_of(point, encoding) > column; });
  while (walk.offset < line.end) {
    const Scalar scalar = scalar_at(bytes, walk.offset);
    const std::uint32_t units = units_of(scalar, encoding);
    if (walk.column + units > column) break;
    walk.offset += scalar.length;
    walk.column += units;
  }
  return walk.offset;
}

}  // namespace nianbao::text
