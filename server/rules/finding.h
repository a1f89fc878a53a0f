// What a rule says: one finding per root cause, with its place, its cells and its fixes.
// Must not know positions in an editor's units; the wording comes from the message tables.
#pragma once

#include <string>
#include <vector>

#include "standard/ids.h"
#include "text/byte_range.h"
#include "text/place.h"

namespace nianbao::rules {

struct TextEdit {
  text::ByteRange range;
  std::string new_text;
  friend bool operator==(const TextEdit&, const TextEdit&) = default;
};

/// preferred: only totals are set and every relation of the table holds afterwards (design §5).
/// inferred: an input cell is set; stands first, ends in （请对照台账）, never preferred.
struct Fix {
  std::string title;
  std::vector<TextEdit> edits;  ///< sorted, not overlapping
  bool preferred = false;
  bool inferred = false;
  bool asks = false;  ///< only meant for a person to choose (title ends in …); `fix --all` leaves it
};

struct Related {
  text::ByteRange range;  ///< in the finding's own document
  std::string message;
  /// Digest::document of another report; then `place` counts, and `range` does not.
  // NOLINTBEGIN(readability-redundant-member-init): what may be left out of an initializer list says so
  std::string document = {};
  text::Place place = {};
  // NOLINTEND(readability-redundant-member-init)
};

struct Finding {
  std::string rule;
  /// `off` while a family fills it in: the catalogue's. Anything else is what the family says (a rule that is E / W).
  /// Never `off` in what `check` returns.
  standard::Severity severity = standard::Severity::off;
  std::string message;
  text::ByteRange range;
  std::vector<std::string> cells;  ///< row/column ids
  std::vector<Related> related;
  std::vector<Fix> fixes;  ///< surest first
};

}  // namespace nianbao::rules
