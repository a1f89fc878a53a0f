// Where a text defines a short name for what it has just named: （以下简称《条例》）, read from a folded text.
// Must not know laws.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "standard/standard.h"

namespace nianbao::report {

/// Half-open range of the folded text.
struct FoldedRange {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// The short name that is defined behind a name that ends at `at`, in brackets or behind a comma; a remark with the
/// number may stand between.
[[nodiscard]] std::optional<FoldedRange> defined_name(std::string_view text, std::size_t at,
                                                      const standard::CitationWords& words);

}  // namespace nianbao::report
