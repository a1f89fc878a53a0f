// Text with characters folded or left out, and the way back to the source.
// Must not know which characters are folded, or why.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/byte_range.h"

namespace nianbao::report {

/// For one reader at a time.
class FoldedText {
 public:
  [[nodiscard]] const std::string& text() const { return text_; }
  void reserve(std::size_t bytes) { text_.reserve(bytes); }

  /// Characters that stay as they are; `at` is their place in the source.
  void copy(std::string_view raw, text::Offset at);
  /// One character of the source, `length` bytes at `at`, written in another way.
  void put(char32_t value, text::Offset at, std::uint32_t length);
  /// A character that the source does not have.
  void insert(char c) { text_ += c; }

  /// Source range of text()[begin, end), which are character boundaries; empty at its place where nothing is between.
  [[nodiscard]] text::ByteRange source(std::size_t begin, std::size_t end) const;
  /// Where the source's byte stands here, or what follows it where it was left out. 0 for all that stands before.
  [[nodiscard]] std::size_t place_of(text::Offset source) const;

 private:
  /// Neighbours in the source that are neighbours here.
  struct Piece {
    std::size_t folded = 0;
    std::size_t folded_size = 0;
    text::Offset source = 0;
    text::Offset source_size = 0;
    bool uniform = true;  ///< each byte came from one byte
  };
  void cover(std::size_t begin, text::Offset at, text::Offset length);
  [[nodiscard]] const Piece& piece_of(std::size_t at) const;

  std::string text_;
  std::vector<Piece> pieces_;
  mutable std::size_t last_ = 0;  ///< piece found last: readers go forwards
};

}  // namespace nianbao::report
