#include "lsp/hints.h"

#include "lsp/writer.h"

namespace nianbao::lsp {

bool read(const Value& value, InlayHintParams& out) {
  return required(value, "textDocument", out.text_document) && required(value, "range", out.range);
}

bool read(const Value& value, CodeLensParams& out) {
  return required(value, "textDocument", out.text_document);
}

Json json_of(const InlayHint& hint) {
  ObjectWriter out;
  out.put("position", hint.position).put("label", hint.label);
  if (hint.kind != InlayHintKind::none) out.put("kind", static_cast<std::uint32_t>(hint.kind));
  return out.maybe("textEdits", hint.text_edits)
      .maybe("tooltip", hint.tooltip)
      .maybe("paddingLeft", hint.padding_left)
      .maybe("paddingRight", hint.padding_right)
      .maybe("data", hint.data)
      .take();
}

Json json_of(const CodeLens& lens) {
  return ObjectWriter().put("range", lens.range).maybe("command", lens.command).maybe("data", lens.data).take();
}

}  // namespace nianbao::lsp
