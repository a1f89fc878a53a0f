// Keeps the citations of a text from one version to the next: where those around an edit are what they were, so are all
// others. Must not know laws; citations are the same with and without it.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "report/citation.h"
#include "report/citation_lexicon.h"
#include "report/row_memory.h"

namespace nianbao::report {

class CitationMemory {
 public:
  /// The citations of this version of the text.
  const std::vector<Citation>& read(const text::Text& text, std::span<const PhysicalRow> rows, const RowChange& change,
                                    const standard::Standard& standard, std::optional<std::int32_t> report_year);

 private:
  bool read_around_edit(const text::Text& text, std::span<const PhysicalRow> rows, const RowChange& change);

  std::shared_ptr<const CitationLexicon> lexicon_;  ///< for `year_`; null at first
  std::optional<std::int32_t> year_;
  std::vector<Citation> citations_;
};

}  // namespace nianbao::report
