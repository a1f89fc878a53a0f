// An immutable UTF-8 text with its line table: what every later stage reads.
// Must not know positions in an editor's code units (text/position.h) or where the bytes came from.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/byte_range.h"

namespace nianbao::text {

/// Lines end with LF, CRLF or a lone CR (LSP 3.17 "Text Documents"). A copy shares its storage.
/// Bytes that are not valid UTF-8 are kept as they are; readers treat each as U+FFFD.
class Text {
 public:
  Text();
  explicit Text(std::string bytes);

  [[nodiscard]] std::string_view bytes() const { return state_->bytes; }
  [[nodiscard]] Offset size() const { return static_cast<Offset>(state_->bytes.size()); }
  /// Clamped to the text.
  [[nodiscard]] std::string_view slice(ByteRange range) const;

  [[nodiscard]] std::uint32_t line_count() const { return static_cast<std::uint32_t>(state_->line_begins.size()); }
  /// Zero-based line that holds the offset; offsets past the end belong to the last line.
  [[nodiscard]] std::uint32_t line_of(Offset offset) const;
  /// Range of a line without its terminator. Past the last line: an empty range at the end.
  [[nodiscard]] ByteRange line(std::uint32_t index) const;
  /// As `line`, with the terminator.
  [[nodiscard]] ByteRange full_line(std::uint32_t index) const;

  /// A character boundary inside a long line with the code units of the line before it; makes columns cheap there.
  struct Checkpoint {
    Offset offset = 0;
    std::uint32_t utf16_units = 0;
    std::uint32_t code_points = 0;
  };
  /// Ordered by offset. Lines of less than 1 KiB have none.
  [[nodiscard]] std::span<const Checkpoint> checkpoints() const { return state_->checkpoints; }

 private:
  struct State {
    std::string bytes;
    std::vector<Offset> line_begins;
    std::vector<Checkpoint> checkpoints;
  };
  static State make_state(std::string bytes);

  std::shared_ptr<const State> state_;
};

}  // namespace nianbao::text
