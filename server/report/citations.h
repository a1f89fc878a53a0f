// Finds every citation of a report and says which law, article, 款 and 项 it means.
// Must not know rules; what the law says is none of its business, only whether the place exists.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "report/citation.h"
#include "report/citation_lexicon.h"
#include "report/flow.h"
#include "standard/standard.h"

namespace nianbao::report {

/// What is read of a text. `before` are the citations of the text before the stretch, in order, where it begins behind
/// the end of a sentence; citations that begin before its end are found.
struct Stretch {
  std::size_t begin = 0;
  std::size_t end = std::string::npos;
  std::span<const Citation> before;
};

/// Citations in the order of the text; `Citation::name` counts from the first one of `before`.
[[nodiscard]] std::vector<Citation> find_citations(const Flow& flow, const CitationLexicon& lexicon,
                                                   const Stretch& stretch = {});

/// All citations in the order of the text. Laws are taken as in force for the report's year.
[[nodiscard]] std::vector<Citation> find_citations(const Flow& flow, const standard::Standard& standard,
                                                   std::optional<std::int32_t> report_year);

/// Whether a place exists in a law. `last` values as in Citation.
[[nodiscard]] Resolution resolve(const standard::Law& law, const Citation& citation);

}  // namespace nianbao::report
