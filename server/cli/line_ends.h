// Text that is inserted into a document gets the line ends of that document.
// Must not know who inserts it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rules/finding.h"

namespace nianbao::cli {

void adopt_line_ends(std::string_view source, std::vector<rules::TextEdit>& edits);

}  // namespace nianbao::cli
