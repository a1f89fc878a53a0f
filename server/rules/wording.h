// The prose of a report as characters: what the rules on words, marks and ordinals read. Tables are not in it.
// Must not know any word or rule; spaces and emphasis are left out, every character knows where it stands.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "report/report.h"
#include "text/byte_range.h"

namespace nianbao::rules {

struct Character {
  char32_t value = 0;   ///< as written
  char32_t folded = 0;  ///< simplified form; the same for everything that is no traditional ideograph
  text::Offset begin = 0;
  text::Offset end = 0;
  bool gap = false;                ///< white space, a line break or emphasis was left out before it
  bool literal = false;            ///< inside an address, a link's target or code: no punctuation of the sentence
  std::uint32_t marks_before = 0;  ///< how many of Wording::marks stand before it
};

/// A heading that fills its line, or a run of prose. `begin` and `end` are indexes of characters.
struct Unit {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool heading = false;     ///< a heading of its own, without text behind it on the line
  bool cut_before = false;  ///< the sentence began in the unit before: a page break lies between
};

/// A paragraph as its writer meant it: units that a page break cut are one stretch.
struct Stretch {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// What a paragraph came to.
struct ParagraphShape {
  bool empty = true;    ///< no character is left of it
  bool joined = false;  ///< its first sentence began in the paragraph before
};

class Wording {
 public:
  explicit Wording(const report::Report& report);
  /// Only these of the report's paragraphs; the first of them counts as the beginning of a sentence.
  Wording(const report::Report& report, std::size_t first_paragraph, std::size_t behind_last);

  [[nodiscard]] const std::vector<Character>& characters() const { return characters_; }
  [[nodiscard]] const std::vector<Unit>& units() const { return units_; }
  [[nodiscard]] const std::vector<Stretch>& stretches() const { return stretches_; }
  /// One for each paragraph that was read.
  [[nodiscard]] const std::vector<ParagraphShape>& shapes() const { return shapes_; }

  /// Indexes of the characters in [begin, end) that are no plain ideographs: marks, digits, letters, numerals (一).
  /// Most rules look at nothing else.
  [[nodiscard]] std::span<const std::size_t> marks(std::size_t begin, std::size_t end) const;

  /// 0 outside of [0, size).
  [[nodiscard]] char32_t value(std::size_t at) const { return at < characters_.size() ? characters_[at].value : 0; }
  /// Source range of characters [begin, end); empty at a unit's place where it holds none.
  [[nodiscard]] text::ByteRange range(std::size_t begin, std::size_t end) const;
  /// Nothing was left out between the characters, so that an edit may replace them together.
  [[nodiscard]] bool contiguous(std::size_t begin, std::size_t end) const;
  /// The characters as written, in UTF-8.
  [[nodiscard]] std::string text(std::size_t begin, std::size_t end) const;
  /// Index of the first character at or behind the offset.
  [[nodiscard]] std::size_t index_of(text::Offset offset) const;

 private:
  void read_paragraph(const report::Report& report, text::ByteRange range, bool web_page);
  void add_units(const report::Report& report, std::size_t begin, std::size_t& next_heading);
  void mark_literals(std::size_t begin);
  void join_units(const report::Report& report);

  std::vector<Character> characters_;
  std::vector<std::size_t> marks_;
  std::vector<Unit> units_;
  std::vector<Stretch> stretches_;
  std::vector<ParagraphShape> shapes_;
};

/// Ideographs, extensions included.
[[nodiscard]] constexpr bool is_han(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || c == U'〇' || (c >= 0x20000 && c <= 0x3FFFF);
}
[[nodiscard]] constexpr bool is_ascii_digit(char32_t c) {
  return c >= '0' && c <= '9';
}
[[nodiscard]] constexpr bool is_ascii_letter(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
/// 一 … 十: what ordinals are written with.
[[nodiscard]] constexpr bool is_han_numeral(char32_t c) {
  switch (c) {
    case U'一':
    case U'二':
    case U'三':
    case U'四':
    case U'五':
    case U'六':
    case U'七':
    case U'八':
    case U'九':
    case U'十':
      return true;
    default:
      return false;
  }
}
/// 。！？ and their half-width forms where they end a sentence.
[[nodiscard]] constexpr bool ends_sentence(char32_t c) {
  return c == U'。' || c == U'！' || c == U'？' || c == '!' || c == '?';
}

[[nodiscard]] std::u32string code_points(std::string_view utf8);
[[nodiscard]] std::string utf8_of(std::u32string_view text);

}  // namespace nianbao::rules
