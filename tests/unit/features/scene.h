// The sample report with slips, as a snapshot: what the tests of features start from.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "features/snapshot.h"
#include "standard/standard.h"

namespace nianbao::test {

/// The standard, loaded once for all tests of the executable.
[[nodiscard]] const standard::Standard& the_standard();

/// The correct report that the protocol tests use, too.
[[nodiscard]] const std::string& sample_report();

/// `text` with its only occurrence of `old` replaced; fails the test where there is none or more than one.
[[nodiscard]] std::string replaced(std::string text, std::string_view old, std::string_view with);

[[nodiscard]] features::Snapshot snapshot_of(const std::string& text, const rules::Options& options = {});

/// Offset of the first byte of `word`, which must occur.
[[nodiscard]] text::Offset offset_of(const std::string& text, std::string_view word);

/// The row （一）予以公开 of the sample.
inline constexpr std::string_view granted_row =
    "| 三、本年度办理结果 | （一）予以公开 |  | 21 | 4 | 0 | 1 | 2 | 0 | 28 |";
/// The same with the total 29.
[[nodiscard]] std::string wrong_total();

}  // namespace nianbao::test
