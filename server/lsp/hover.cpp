#include "lsp/hover.h"

#include "lsp/writer.h"

namespace nianbao::lsp {

Json json_of(const Hover& hover) {
  return ObjectWriter().put("contents", hover.contents).maybe("range", hover.range).take();
}

}  // namespace nianbao::lsp
