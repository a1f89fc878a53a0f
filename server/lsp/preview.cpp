#include "lsp/preview.h"

#include "lsp/writer.h"

namespace nianbao::lsp {

bool read(const Value& value, PreviewParams& out) {
  return required(value, "textDocument", out.text_document) && optional(value, "marks", out.marks);
}

Json json_of(const Preview& preview) {
  return ObjectWriter()
      .put("title", preview.title)
      .put("html", preview.html)
      .put("css", preview.css)
      .put("version", preview.version)
      .take();
}

}  // namespace nianbao::lsp
