// What a number cell says: an exact decimal, and the way it is written.
// Must not know rows, columns or relations.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace nianbao::report {

/// Exact decimal with six places (万元 down to 分), so that sums are compared without rounding.
struct Decimal {
  static constexpr std::int64_t scale = 1'000'000;
  std::int64_t scaled = 0;

  [[nodiscard]] static constexpr Decimal of(std::int64_t whole) { return {whole * scale}; }
  [[nodiscard]] constexpr bool integral() const { return scaled % scale == 0; }
  /// Whole part; exact where `integral`.
  [[nodiscard]] constexpr std::int64_t whole() const { return scaled / scale; }
  friend constexpr auto operator<=>(const Decimal&, const Decimal&) = default;
};

/// Shortest plain form: 12, -4, 160.5964.
[[nodiscard]] std::string to_string(Decimal value);

/// How a number is written. Everything but `plain` may be worth a word; `text` is no number at all.
enum class NumberForm : std::uint8_t {
  plain,        ///< 12, -4, 3.5 in ASCII digits
  plus_sign,    ///< +3
  padded,       ///< 5.0, 007: plain but not shortest
  full_width,   ///< １２
  thousands,    ///< 1,234
  chinese,      ///< 十二, 〇
  with_unit,    ///< 251000元, 12件
  in_words,     ///< 增3, 减4
  approximate,  ///< 约5, 5余
  placeholder,  ///< / - — —— 无 N/A
  text          ///< 见附件
};

struct NumberReading {
  NumberForm form = NumberForm::text;
  std::optional<Decimal> value;  ///< set where the text converts with certainty; approximate: the number inside
  std::string unit;              ///< 元, 万元, 件 … for with_unit
};

/// `text` is trimmed and not empty. Overflow (more than 12 whole digits) reads as `text`.
[[nodiscard]] NumberReading read_number(std::string_view text);

}  // namespace nianbao::report
