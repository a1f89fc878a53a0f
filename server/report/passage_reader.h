// Counts, lists and percentages of one passage of running text.
// Must not know any word: what words do is data (standard/facts.h). Must not know the passages around it.
#pragma once

#include <memory>

#include "report/passage.h"
#include "report/passage_facts.h"
#include "report/report.h"
#include "standard/facts.h"

namespace nianbao::report {

class PassageReader {
 public:
  /// Organ and year of the report must stand; both arguments must outlive this.
  PassageReader(const Report& report, const standard::FactWords& words);
  PassageReader(const PassageReader&) = delete;
  PassageReader& operator=(const PassageReader&) = delete;
  ~PassageReader();

  /// `before`: what the passage before left.
  [[nodiscard]] PassageFacts read(const Passage& passage, FactState before);

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace nianbao::report
