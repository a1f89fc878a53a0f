// Where a user's own data and what can be made again are kept (XDG base directories; on Windows the local folder).
// Must not know what is kept there.
#pragma once

#include <string>
#include <string_view>

#include "cli/environment.h"

namespace nianbao::cli {

/// `variable` (XDG_DATA_HOME, XDG_CACHE_HOME) names the folder, or `in_home` below the home folder; empty where there
/// is neither.
[[nodiscard]] std::string user_folder(const Environment& environment, const std::string& variable,
                                      std::string_view in_home);

}  // namespace nianbao::cli
