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
  std::shared_ptr<const syntax::Tree> tree;  ///< null for web pages
  std::shared_ptr<const report::Report> report;
  std::shared_ptr<const std::vector<rules::Finding>> findings;  ///< null until checked
};

/// Reads the report. `tree` is the tree of `text`, or null for a web page; `memory` and `edited` as for report::build.
[[nodiscard]] Snapshot read_snapshot(std::int32_t version, text::Text text, std::shared_ptr<const syntax::Tree> tree,
                                     const standard::Standard& standard, report::Memory* memory = nullptr,
                                     const syntax::Tree* edited = nullptr);

/// The same with findings. Pure: equal input gives equal output.
[[nodiscard]] Snapshot checked(Snapshot snapshot, const standard::Standard& standard, const rules::Options& options);

}  // namespace nianbao::features
