#include "lsp/navigation.h"

#include "lsp/writer.h"

namespace nianbao::lsp {

bool read(const Value& value, ReferenceParams& out) {
  if (!required(value, "textDocument", out.text_document) || !required(value, "position", out.position)) return false;
  const auto context = value.member("context");
  return !context || optional(*context, "includeDeclaration", out.include_declaration);
}

bool read(const Value& value, DocumentLinkParams& out) {
  return required(value, "textDocument", out.text_document);
}

Json json_of(const DocumentHighlight& highlight) {
  return ObjectWriter().put("range", highlight.range).put("kind", static_cast<std::uint32_t>(highlight.kind)).take();
}

Json json_of(const LocationLink& link) {
  return ObjectWriter()
      .maybe("originSelectionRange", link.origin_selection_range)
      .put("targetUri", link.target_uri)
      .put("targetRange", link.target_range)
      .put("targetSelectionRange", link.target_selection_range)
      .take();
}

Json json_of(const DocumentLink& link) {
  return ObjectWriter().put("range", link.range).maybe("target", link.target).maybe("tooltip", link.tooltip).take();
}

}  // namespace nianbao::lsp
