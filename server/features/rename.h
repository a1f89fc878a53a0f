// Renaming what a report names itself: its organ, and the short names that it defines (以下简称“…”).
// Must not know LSP.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "features/view.h"
#include "rules/finding.h"
#include "text/byte_range.h"

namespace nianbao::features {

struct Renamable {
  text::ByteRange range;  ///< under the cursor
  std::string name;
  std::vector<text::ByteRange> places;  ///< all of them, by place; `range` among them
};

[[nodiscard]] std::optional<Renamable> renamable(const View& view, text::Offset offset);

/// Nothing where the name cannot stand there: empty, with line ends, or with a table's pipes.
[[nodiscard]] std::optional<std::vector<rules::TextEdit>> rename(const Renamable& what, std::string_view new_name);

}  // namespace nianbao::features
