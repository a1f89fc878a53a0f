// Our own pages as files, for editors that open nothing but files.
// Must not know what a page says.
#pragma once

#include <string>

#include "cli/environment.h"

namespace nianbao::cli {

/// XDG_CACHE_HOME, else the user's cache folder; nianbao/pages in it. Empty where there is no home.
[[nodiscard]] std::string page_folder(const Environment& environment);

/// Writes `name` (law/711.md) where it is not there as it should be; the file's URI, or nothing where that failed or
/// the name leads out of the folder.
[[nodiscard]] std::string keep_page(const std::string& folder, const std::string& name, const std::string& text);

}  // namespace nianbao::cli
