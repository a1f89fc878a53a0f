// The facts of one passage, and what it hands on to the next.
// Must not know the rest of the report.
#pragma once

#include <cstddef>
#include <cstdint>

#include "report/facts.h"

namespace nianbao::report {

/// What one passage hands on to the next.
struct FactState {
  std::uint8_t topic = 0;
  bool after_heading = false;
  bool heading_disclosure = false;
  friend bool operator==(const FactState&, const FactState&) = default;
};

/// Ranges are in the passage's folded text, indices and numbers of sentences begin at 0.
struct PassageFacts {
  Facts facts;
  std::uint32_t sentences = 0;
  FactState after;
};

/// Where a passage begins, and how many of each stand before it.
struct PassageBegin {
  std::size_t paragraph = 0;
  FactState state;
  std::uint32_t sentences = 0;
  std::size_t counts = 0;
  std::size_t lists = 0;
  std::size_t percentages = 0;
};

}  // namespace nianbao::report
