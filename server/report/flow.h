// The running text of a report, made comparable: lines joined over line and page breaks, cells of tables set apart,
// simplified characters, half-width forms, no white space or emphasis. With the way back to the source.
// Must not know what is looked for in it.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "report/folded_text.h"
#include "report/physical.h"
#include "text/byte_range.h"
#include "text/text.h"

namespace nianbao::report {

/// For one reader at a time.
class Flow {
 public:
  /// All of a report, or some rows of it.
  Flow(const text::Text& text, std::span<const PhysicalRow> rows);
  /// One piece of running text.
  explicit Flow(const text::Text& text);

  /// A '\n' stands only between what cannot belong together: before headings, around cells.
  [[nodiscard]] const std::string& text() const { return folded_.text(); }
  /// Source range of text()[begin, end); bytes of a '\n' have none of their own.
  [[nodiscard]] text::ByteRange source(std::size_t begin, std::size_t end) const { return folded_.source(begin, end); }
  /// Where the source's byte stands in the text; 0 before it, its size behind it.
  [[nodiscard]] std::size_t place_of(text::Offset source) const { return folded_.place_of(source); }
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
  void add(const text::Text& text, text::ByteRange range, bool in_table, bool tags);
  void stop();
  [[nodiscard]] const Segment* segment_of(std::size_t at) const;

  FoldedText folded_;
  std::vector<Segment> segments_;
  mutable std::size_t last_ = 0;  ///< segment found last: readers go forwards
};

/// The same folding for a name: 《政府資訊公開條例》 loses its marks too.
[[nodiscard]] std::string folded_name(std::string_view name);

}  // namespace nianbao::report
