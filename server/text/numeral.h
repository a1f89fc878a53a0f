// Chinese and Arabic whole numbers inside a text: 三十六, 〇, 120, １５.
// Must not know what is counted.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace nianbao::text {

struct Numeral {
  std::int32_t value = 0;
  std::size_t length = 0;  ///< bytes; 0: there is none
};

/// The number at the begin of `text`, in ASCII, full-width or Chinese digits; one above 9999 counts as none.
[[nodiscard]] Numeral read_numeral(std::string_view text);

/// 1 → 一, 36 → 三十六, 120 → 一百二十. Numbers outside 1…999 come out in digits.
[[nodiscard]] std::string chinese_numeral(std::int32_t number);

}  // namespace nianbao::text
