#include "lsp/completion.h"

#include "lsp/writer.h"

namespace nianbao::lsp {
namespace {

constexpr std::uint32_t snippet_format = 2;

}  // namespace

bool read(const Value& value, CompletionParams& out) {
  if (!required(value, "textDocument", out.text_document) || !required(value, "position", out.position)) return false;
  const auto context = value.member("context");
  return !context || optional(*context, "triggerCharacter", out.trigger_character);
}

Json json_of(const CompletionItem& item) {
  ObjectWriter out;
  out.put("label", item.label)
      .put("kind", static_cast<std::uint32_t>(item.kind))
      .maybe("detail", item.detail)
      .maybe("documentation", item.documentation)
      .maybe("preselect", item.preselect)
      .maybe("sortText", item.sort_text)
      .maybe("filterText", item.filter_text);
  if (item.is_snippet) out.put("insertTextFormat", snippet_format);
  return out.put("textEdit", item.text_edit)
      .maybe("additionalTextEdits", item.additional_text_edits)
      .maybe("data", item.data)
      .take();
}

Json json_of(const CompletionList& list) {
  return ObjectWriter().put("isIncomplete", list.is_incomplete).put("items", list.items).take();
}

static Json json_of(const ParameterInformation& parameter) {
  ObjectWriter out;
  if (parameter.offsets) {
    out.put("label", std::vector<std::uint32_t>{parameter.offsets->begin, parameter.offsets->end});
  } else {
    out.put("label", parameter.label);
  }
  return out.maybe("documentation", parameter.documentation).take();
}

static Json json_of(const SignatureInformation& signature) {
  Json parameters = Json::array();
  for (const ParameterInformation& parameter : signature.parameters) parameters.push_back(json_of(parameter));
  return ObjectWriter()
      .put("label", signature.label)
      .maybe("documentation", signature.documentation)
      .put("parameters", RawJson(std::move(parameters)))
      .take();
}

Json json_of(const SignatureHelp& help) {
  Json signatures = Json::array();
  for (const SignatureInformation& signature : help.signatures) signatures.push_back(json_of(signature));
  return ObjectWriter()
      .put("signatures", RawJson(std::move(signatures)))
      .put("activeSignature", help.active_signature)
      .put("activeParameter", help.active_parameter)
      .take();
}

}  // namespace nianbao::lsp
