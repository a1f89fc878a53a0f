#include "lsp/formatting.h"

namespace nianbao::lsp {

bool read(const Value& value, DocumentFormattingParams& out) {
  return required(value, "textDocument", out.text_document);
}

bool read(const Value& value, DocumentRangeFormattingParams& out) {
  return required(value, "textDocument", out.text_document) && required(value, "range", out.range);
}

bool read(const Value& value, DocumentRangesFormattingParams& out) {
  return required(value, "textDocument", out.text_document) && required(value, "ranges", out.ranges);
}

bool read(const Value& value, DocumentOnTypeFormattingParams& out) {
  return required(value, "textDocument", out.text_document) && required(value, "position", out.position) &&
         required(value, "ch", out.character);
}

}  // namespace nianbao::lsp
