// The difference of two texts in the unified format that patch(1) reads.
// Must not know files.
#pragma once

#include <string>
#include <string_view>

namespace nianbao::cli {

/// Empty where the texts are equal. `path` stands in the two header lines.
[[nodiscard]] std::string unified_diff(std::string_view path, std::string_view before, std::string_view after);

}  // namespace nianbao::cli
