// What every feature is asked about: one version of a document, the standard, and how the reader wants it said.
// Must not know LSP or documents.
#pragma once

#include "features/locate.h"
#include "features/snapshot.h"
#include "rules/rule.h"
#include "standard/standard.h"

namespace nianbao::features {

/// References only: lives as long as one question.
struct View {
  const Snapshot& snapshot;
  const standard::Standard& standard;
  const rules::Options& options;

  [[nodiscard]] const report::Report& report() const { return *snapshot.report; }
  [[nodiscard]] const standard::Form& form() const { return form_of(report(), standard); }
  [[nodiscard]] rules::Context context() const { return {report(), standard, options, &form()}; }
};

}  // namespace nianbao::features
