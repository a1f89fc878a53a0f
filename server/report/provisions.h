// 第三十六条第一款第（四）项 and its lists and ranges, read from a folded text (report/flow.h).
// Must not know laws.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace nianbao::report {

/// One provision; 0 = not named. `last…` is above the first number for a range (第十四至十六条), else equal to it.
struct ParsedProvision {
  std::size_t begin = 0;  ///< bytes of the folded text
  std::size_t end = 0;
  std::int32_t article = 0;
  std::int32_t last_article = 0;
  std::int32_t paragraph = 0;
  std::int32_t item = 0;
  std::int32_t last_item = 0;
};

struct ParsedProvisions {
  std::vector<ParsedProvision> list;  ///< empty: no article stands there
  std::size_t end = 0;
};

/// What begins with the 第 at `at`. 第十四、十五条 gives two, 第三十六条第一、二项 too.
[[nodiscard]] ParsedProvisions read_provisions(std::string_view text, std::size_t at);

/// Length of the list word or comma at `at` (、 和 至 …), or 0.
[[nodiscard]] std::size_t list_word_at(std::string_view text, std::size_t at);

}  // namespace nianbao::report
