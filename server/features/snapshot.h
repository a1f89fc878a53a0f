// Everything derived from one version of one document. A value: parts are shared and never change.
// Must not know URIs, clients or positions in an editor's units.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "report/report.h"
#include "rules/finding.h"
#include "rules/rules.h"
#include "standard/standard.h"
#include "syntax/tree.h"
#include "text/text.h"

namespace nianbao::features {

struct Snapshot {
  std::int32_t version = 0;  ///< the client's number for this text
  text::Text text;
  std::shared_ptr<const report::Report> report;
  std::shared_ptr<const std::vector<rules::Finding>> findings;
};

struct SnapshotInput {
  std::int32_t version = 0;
  text::Text text;
  const syntax::Tree* tree = nullptr;  ///< of this text; not used for web pages
  bool web_page = false;
};

/// Builds the report and checks it. Pure: equal input gives equal output.
[[nodiscard]] Snapshot make_snapshot(const SnapshotInput& input, const standard::Standard& standard,
                                     const rules::Options& options);

/// The same text checked with other settings.
[[nodiscard]] Snapshot recheck(const Snapshot& snapshot, const standard::Standard& standard,
                               const rules::Options& options);

}  // namespace nianbao::features
