// What the rules on wording note of the prose: findings that stand by themselves, and what can only be judged when the
// whole text is known. Notes are in the order of the text, so that those of an edited passage can be exchanged.
// Must not know how they are made or judged.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "rules/finding.h"
#include "text/byte_range.h"

namespace nianbao::rules {

/// 今年, 目前.
struct TimeWord {
  std::uint32_t word = 0;  ///< the finder's index
  text::ByteRange range;
  std::string written;
};

/// Half-width marks of one stretch that should be full-width, by place; never empty.
struct HalfWidthMarks {
  std::vector<TextEdit> edits;
};

/// A paragraph that ends in ；.
struct OpenEnd {
  text::ByteRange mark;
  std::optional<text::Offset> next;  ///< where the prose goes on; none at the end of all
  bool labels = false;               ///< this paragraph and the next begin with a label: 存在问题：
};

/// 三是, 三要 at the beginning of a sentence or clause.
struct SeriesItem {
  text::ByteRange numeral;
  text::ByteRange whole;  ///< with 是
  std::int32_t value = 0;
};

/// A numeral that may number an item in another way: 二要, 第二，.
struct SeriesNumeral {
  text::ByteRange range;
  text::Offset behind = 0;  ///< begin of the next character
  std::int32_t value = 0;
};

struct SeriesNotes {
  std::vector<SeriesItem> items;
  std::vector<SeriesNumeral> numerals;
};

inline constexpr std::size_t local_rules = 9;

struct ProseNotes {
  std::array<std::vector<Finding>, local_rules> findings;  ///< by rule of one place
  std::vector<TimeWord> time_words;
  std::vector<HalfWidthMarks> half_width;
  std::vector<OpenEnd> open_ends;
  SeriesNotes series;
};

}  // namespace nianbao::rules
