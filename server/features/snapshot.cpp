// Everything derived from one version of one document. Must not know URIs, clients or an editor's units.
#include "features/snapshot.h"

#include <utility>

namespace nianbao::features {

Snapshot make_snapshot(const SnapshotInput& input, const standard::Standard& standard,
                       const rules::Options& options) {
  Snapshot snapshot;
  snapshot.version = input.version;
  snapshot.text = input.text;
  snapshot.report = std::make_shared<const report::Report>(
      input.web_page || input.tree == nullptr ? report::build_from_web_page(input.text, standard)
                                              : report::build(input.text, *input.tree, standard));
  return recheck(snapshot, standard, options);
}

Snapshot recheck(const Snapshot& snapshot, const standard::Standard& standard, const rules::Options& options) {
  Snapshot checked = snapshot;
  checked.findings =
      std::make_shared<const std::vector<rules::Finding>>(rules::check(*snapshot.report, standard, options));
  return checked;
}

}  // namespace nianbao::features
