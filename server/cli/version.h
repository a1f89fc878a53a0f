// The version that is said to users. Must not know anything else.
#pragma once

namespace nianbao::cli {

/// As the build names it (CMakeLists.txt): 0.1.0
[[nodiscard]] const char* version();

}  // namespace nianbao::cli
