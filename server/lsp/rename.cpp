#include "lsp/rename.h"

#include "lsp/writer.h"

namespace nianbao::lsp {

bool read(const Value& value, RenameParams& out) {
  return required(value, "textDocument", out.text_document) && required(value, "position", out.position) &&
         required(value, "newName", out.new_name);
}

Json json_of(const PrepareRenameResult& result) {
  return ObjectWriter().put("range", result.range).put("placeholder", result.placeholder).take();
}

}  // namespace nianbao::lsp
