// Reads counts, lists and percentages of a report's running text, and keeps those of passages that an edit leaves
// alone. Must not know any word: what words do is data (standard/facts.h). Facts are the same with and without what was
// kept.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "report/facts.h"
#include "report/passage_facts.h"
#include "report/report.h"
#include "report/row_memory.h"
#include "standard/facts.h"
#include "text/byte_range.h"

namespace nianbao::report {

struct PassageShift;
class PassageReading;

class FactMemory {
 public:
  /// One pass over the paragraphs. Title, organ, year and paragraphs of the report must stand; ranges are in
  /// `report.text`. `change` is what became of the version read before. Valid until the next call.
  const Facts& read(const Report& report, const standard::FactWords& words, const RowChange& change);

 private:
  /// What was read gives way in place of passages [first, last).
  void exchange_passages(std::size_t first, std::size_t last, PassageReading& reading, const PassageShift& shift);

  std::string organ_;
  std::optional<std::int32_t> year_;
  std::vector<text::ByteRange> paragraphs_;
  std::vector<PassageBegin> passages_;
  PassageBegin end_;  ///< behind the last passage
  Facts facts_;
};

}  // namespace nianbao::report
