// The texts of laws that a run of a command knows: the user's library, and the folders of its settings.
// Must not know what a command does with them.
#pragma once

#include <vector>

#include "cli/environment.h"
#include "cli/options.h"
#include "cli/pipeline.h"
#include "standard/law_text.h"
#include "standard/standard.h"

namespace nianbao::cli {

struct LawTexts {
  std::vector<standard::LawText> texts;
  std::vector<CheckedFile> faulty;  ///< texts of the settings' folders that could not be read in full, with findings
};

[[nodiscard]] LawTexts law_texts_for(const Environment& environment, const Options& options,
                                     const standard::Standard& standard);

}  // namespace nianbao::cli
