// A passage as known words, numbers and marks.
// Must not know what they say together.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "report/facts.h"
#include "standard/facts.h"
#include "text/character_set.h"

namespace nianbao::report {

enum class FactTokenKind : std::uint8_t {
  word,
  unknown,  ///< text that no word explains; neighbours are one token
  name,     ///< “…” or 《…》
  count,    ///< a number with a unit that counts, or money
  percent,
  year,    ///< 2021年; value
  edge,    ///< 1月1日 and 12月31日: whole years begin and end there
  moment,  ///< any other date or month
  number,  ///< any other number
  comma,
  pause,  ///< 、
  semicolon,
  colon,
  open,
  close,
  mark,  ///< （一） and the like
  stop
};

struct FactToken {
  FactTokenKind kind = FactTokenKind::unknown;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t digits_end = 0;  ///< count, percent: the number is [begin, digits_end)
  const standard::FactWord* word = nullptr;
  const standard::FactUnit* unit = nullptr;
  Decimal value;
  std::int32_t decimals = 0;
  Precision precision = Precision::exact;
};

/// Words of the standard, and the names of one organ besides: its whole name and what is left without the places
/// before.
class FactLexer {
 public:
  FactLexer(const standard::FactWords& words, std::string_view organ);

  [[nodiscard]] std::vector<FactToken> read(std::string_view text) const;

 private:
  [[nodiscard]] FactToken next(std::string_view text, std::size_t at) const;
  [[nodiscard]] FactToken number_at(std::string_view text, std::size_t at) const;
  [[nodiscard]] FactToken finish_number(std::string_view text, FactToken token) const;
  void finish_date(std::string_view text, FactToken& token) const;
  [[nodiscard]] std::size_t organ_at(std::string_view text) const;
  [[nodiscard]] Precision precision_before(std::string_view text, std::size_t at) const;

  const standard::FactWords& words_;
  standard::FactWord own_;
  std::vector<std::string> organ_;  ///< longest first
  text::CharacterSet organ_heads_;
};

}  // namespace nianbao::report
