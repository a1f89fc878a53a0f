// From a total to what it adds up, from a value to the totals that rest on it.
// Must not know LSP or files.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "features/view.h"
#include "text/byte_range.h"

namespace nianbao::features {

struct Places {
  text::ByteRange origin;                ///< what the answer is about
  std::vector<text::ByteRange> targets;  ///< by place, each once
  std::string page;                      ///< URI of one of our pages (pages.h) that holds the answer, or empty
  std::uint32_t page_line = 0;           ///< in that page
};

/// Of a total: its parts. Of a part: its totals. Nothing where the place has no definition.
[[nodiscard]] std::optional<Places> definition(const View& view, text::Offset offset);

/// Everything that names or uses what stands there; `itself` adds the place under the cursor.
[[nodiscard]] std::optional<Places> references(const View& view, text::Offset offset, bool itself);

}  // namespace nianbao::features
