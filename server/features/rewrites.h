// Rewrites of a table that a person asks for: into a Markdown table, blanks into 0; and ordinals put in order.
// Must not know LSP. No rewrite changes a value that is written.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "features/view.h"
#include "rules/finding.h"
#include "text/byte_range.h"

namespace nianbao::features {

struct Rewrite {
  enum class Kind : std::uint8_t { convert_table, fill_blanks, organize_ordinals };
  Kind kind = Kind::convert_table;
  std::string title;
  std::string key;       ///< names it for `rewrite_edits`
  std::string obstacle;  ///< why it cannot be done; empty: it can
};

/// Rewrites of the tables that touch the range, and of the ordinals of the whole report. Those that would change
/// nothing are left out. Ordinals need a checked snapshot.
[[nodiscard]] std::vector<Rewrite> rewrites(const View& view, text::ByteRange range);

/// The edits of a rewrite, sorted, without overlaps; none for an unknown key or where something is in the way.
[[nodiscard]] std::vector<rules::TextEdit> rewrite_edits(const View& view, std::string_view key);

}  // namespace nianbao::features
