// Counts, lists and percentages of a report's running text.
// Must not know any word: what words do is data (standard/facts.h).
#pragma once

#include "report/facts.h"
#include "report/report.h"
#include "standard/facts.h"

namespace nianbao::report {

/// One pass over the paragraphs. Title, organ, year and paragraphs of the report must stand; ranges are in
/// `report.text`.
[[nodiscard]] Facts read_facts(const Report& report, const standard::FactWords& words);

}  // namespace nianbao::report
