// Which column of a table's row the cursor stands in, and which are beside it.
// Must not know LSP.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "features/view.h"
#include "text/byte_range.h"

namespace nianbao::features {

struct SignatureHelp {
  std::string label;                 ///< 予以公开：自然人 | 商业企业 | …
  std::size_t first_column = 0;      ///< where the columns begin in `label`
  std::vector<std::string> columns;  ///< each a part of `label`, in order
  std::vector<std::string> notes;    ///< by column: its definition; may be empty
  std::optional<std::uint32_t> active;
  std::string documentation;
};

/// Nothing outside of a table's rows.
[[nodiscard]] std::optional<SignatureHelp> signature_help(const View& view, text::Offset offset);

}  // namespace nianbao::features
