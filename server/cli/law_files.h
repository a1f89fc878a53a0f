// The user's law library on disk: one text per file, in a folder of the user and in the folders of the settings.
// Must not know what a text says.
#pragma once

#include <string>
#include <vector>

#include "cli/environment.h"
#include "workspace/law_library.h"

namespace nianbao::cli {

/// Where `nianbao law add` puts texts: XDG_DATA_HOME, else the user's data folder. Empty where there is no home.
[[nodiscard]] std::string law_folder(const Environment& environment);

/// The .md and .txt files of the library and of the folders, by name; what cannot be read is left out.
[[nodiscard]] std::vector<workspace::LawFile> read_law_files(const std::string& library,
                                                             const std::vector<std::string>& folders);

}  // namespace nianbao::cli
