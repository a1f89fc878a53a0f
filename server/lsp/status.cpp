#include "lsp/status.h"

#include "lsp/writer.h"

namespace nianbao::lsp {

Json json_of(const StatusParams& params) {
  return ObjectWriter()
      .put("uri", params.uri)
      .maybe("form", params.form)
      .put("cells", params.cells)
      .put("relations", params.relations)
      .put("holding", params.holding)
      .put("unfilled", params.unfilled)
      .maybe("due", params.due)
      .put("recognised", params.recognised)
      .take();
}

}  // namespace nianbao::lsp
