// What a report's running text says in numbers: counts with unit, subject and scope, their parts, percentages.
// Must not know rules; numbers are facts here, true or not.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "report/number.h"
#include "text/byte_range.h"

namespace nianbao::report {

/// How exactly a number is meant: 85, 约85, 85余 (and 85以上), 85以内.
enum class Precision : std::uint8_t { exact, about, at_least, at_most };

/// Whose number it is: `wide` where the sentence speaks of 全区, 全系统, 所属单位.
enum class Scope : std::uint8_t { own, wide };

/// When: the report's year (also where nothing else is said), a part of it, another year or several.
enum class Span : std::uint8_t { year, part, other };

struct Count {
  text::ByteRange range;   ///< number and unit
  text::ByteRange digits;  ///< the number alone; for 未收到…: the words that deny
  std::string text;        ///< the number as written, or the clause that denies
  Decimal value;           ///< money in 元
  std::string unit;        ///< normalised to simplified characters
  bool money = false;
  Precision precision = Precision::exact;
  std::optional<std::uint16_t> subject;  ///< index into FactWords::subjects; only where every word was understood
  Scope scope = Scope::own;
  Span span = Span::year;
  bool limited = false;     ///< 涉及…, 比上年…: not all of the subject
  bool comparison = false;  ///< the number is a difference: 增加12件
  bool channel = false;     ///< the subject is published through a channel, where items may be counted twice
  bool negated = false;     ///< 未收到, 无: no number is written
  bool rest = false;        ///< 其他: closes a list
  std::uint32_t sentence = 0;
  std::uint32_t passage = 0;
};

/// 共N件，其中a件、b件: indices into Facts::counts.
struct PartList {
  std::size_t total = 0;
  std::vector<std::size_t> parts;
  bool complete = false;  ///< said to be all: 分别为, or the last is 其他; false says nothing
  bool open = false;      ///< 等
  bool doubtful = false;  ///< lists inside one another without brackets
  bool overlap = false;   ///< the sentence says that items are counted more than once
};

enum class PercentKind : std::uint8_t { share, rate, other };

struct Percentage {
  text::ByteRange range;
  text::ByteRange digits;
  std::string text;  ///< the number as written
  Decimal value;
  std::int32_t decimals = 0;  ///< as written
  PercentKind kind = PercentKind::other;
  std::optional<std::size_t> count;  ///< the count right before it in the sentence
  std::uint32_t sentence = 0;
  std::uint32_t passage = 0;
};

struct Facts {
  std::vector<Count> counts;  ///< in source order
  std::vector<PartList> lists;
  std::vector<Percentage> percentages;
};

}  // namespace nianbao::report
