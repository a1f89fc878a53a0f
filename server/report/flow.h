// The running text of a report, made comparable: lines joined over line and page breaks, cells of tables set apart,
// simplified characters, half-width forms, no white space or emphasis. With the way back to the source.
// Must not know what is looked for in it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/physical.h"
#include "text/byte_range.h"
#include "text/text.h"

namespace nianbao::report {

class Flow {
 public:
  /// All of a report.
  Flow(const text::Text& text, const std::vector<PhysicalRow>& rows);
  /// One piece of running text.
  explicit Flow(const text::Text& text);

  /// A '\n' stands only between what cannot belong together: before headings, around cells.
  [[nodiscard]] const std::string& text() const { return text_; }
  /// Source range of text()[begin, end); bytes of a '\n' have none of their own.
  [[nodiscard]] text::ByteRange source(std::size_t begin, std::size_t end) const;
  /// True inside a table.
  [[nodiscard]] bool in_table(std::size_t at) const;
  /// True where [begin, end) is all that a line or cell holds.
  [[nodiscard]] bool fills_segment(std::size_t begin, std::size_t end) const;

 private:
  struct Segment {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool in_table = false;
  };
  /// Characters copied without a gap.
  struct Piece {
    std::size_t folded = 0;
    text::Offset source = 0;
    text::Offset source_size = 0;
    std::size_t folded_size = 0;
    bool uniform = true;  ///< each byte came from one byte
  };
  void add(const text::Text& text, text::ByteRange range, bool in_table, bool tags);
  void put(char32_t value, text::Offset at, std::uint32_t length);
  void stop();
  [[nodiscard]] const Segment* segment_of(std::size_t at) const;
  [[nodiscard]] const Piece& piece_of(std::size_t at) const;

  std::string text_;
  std::vector<Piece> pieces_;
  std::vector<Segment> segments_;
};

/// The same folding for a name: 《政府資訊公開條例》 loses its marks too.
[[nodiscard]] std::string folded_name(std::string_view name);

}  // namespace nianbao::report
