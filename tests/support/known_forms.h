// The forms that tests speak of, by name. Must not be used outside tests: which forms there are is data.
#pragma once

#include "standard/ids.h"

namespace nianbao::known {

/// In the order of Standard::forms; a test of the standard holds them to their names.
inline constexpr standard::FormId f2014{0};
inline constexpr standard::FormId f2019{1};
inline constexpr standard::FormId f2021{2};

}  // namespace nianbao::known
