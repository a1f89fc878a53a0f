// Places in a new report that wait for words: 〔请填写：…〕. Written by new_report, counted for whoever shows what is
// left. Must not know reports.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace nianbao::features {

/// 〔请填写：主动公开的数量〕
[[nodiscard]] std::string gap(std::string_view prompt);

/// 〔请填写：数量〕: where nothing says of what.
[[nodiscard]] std::string number_gap();

/// How many are left in a text.
[[nodiscard]] std::uint32_t count_gaps(std::string_view text);

}  // namespace nianbao::features
