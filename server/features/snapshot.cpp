// Everything derived from one version of one document. Must not know URIs, clients or an editor's units.
#include "features/snapshot.h"

#include <utility>

namespace nianbao::features {

Snapshot read_snapshot(std::int32_t version, text::Text text, std::shared_ptr<const syntax::Tree> tree,
                       const standard::Standard& standard, report::Memory* memory, const syntax::Tree* edited) {
  Snapshot snapshot;
  snapshot.version = version;
  snapshot.report =
      std::make_shared<const report::Report>(tree != nullptr ? report::build(text, *tree, standard, memory, edited)
                                                             : report::build_from_web_page(text, standard));
  snapshot.text = std::move(text);
  snapshot.tree = std::move(tree);
  return snapshot;
}

Snapshot checked(Snapshot snapshot, const standard::Standard& standard, const rules::Options& options) {
  snapshot.findings =
      std::make_shared<const std::vector<rules::Finding>>(rules::check(*snapshot.report, standard, options));
  return snapshot;
}

}  // namespace nianbao::features
