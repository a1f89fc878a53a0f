// Sentences of a report's parts, made comparable: to see what two reports have in common word by word.
// Must not know rules.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "report/report.h"
#include "text/byte_range.h"

namespace nianbao::rules {

struct Sentence {
  std::uint64_t fingerprint = 0;  ///< FNV-1a of `text`
  std::string text;               ///< without white space, as written otherwise
  text::ByteRange range;
};

/// Those of at least fifteen characters, behind the heading of the first part: what stands before is the same in every
/// report.
[[nodiscard]] std::vector<Sentence> sentences_of(const report::Report& report);

}  // namespace nianbao::rules
