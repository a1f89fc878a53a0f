// A citation under the cursor, and what belongs to the same provision.
// Must not know what is said about it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "features/view.h"
#include "report/citation.h"

namespace nianbao::features {

/// The shortest citation at the offset; null where none is.
[[nodiscard]] const report::Citation* citation_at(const report::Report& report, text::Offset offset);

/// Citations of the same law or document, or of the same article; a range touches all of its articles.
[[nodiscard]] bool same_provision(const report::Citation& one, const report::Citation& other);

/// The pieces of a range that lie inside one line each, without the white space around them.
[[nodiscard]] std::vector<text::ByteRange> lines_of(const text::Text& text, text::ByteRange range);

/// The article that a citation means: the first of a range. Null where it is not in the data.
[[nodiscard]] const standard::Article* article_of(const standard::Standard& standard, const report::Citation& citation);

/// 2021-09-29 → 2021年9月29日
[[nodiscard]] std::string date_in_words(const rules::Context& context, std::string_view iso);

}  // namespace nianbao::features
