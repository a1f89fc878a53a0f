// textDocument/prepareRename and textDocument/rename.
// Must not know what can be renamed.
#pragma once

#include <string>

#include "lsp/basic.h"

namespace nianbao::lsp {

struct PrepareRenameResult {
  Range range;
  std::string placeholder;
};

struct RenameParams {
  TextDocumentIdentifier text_document;
  Position position;
  std::string new_name;
};

bool read(const Value& value, RenameParams& out);

[[nodiscard]] Json json_of(const PrepareRenameResult& result);

}  // namespace nianbao::lsp
