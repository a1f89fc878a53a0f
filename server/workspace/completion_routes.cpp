// Completion with resolve, and signature help in the rows of a table.
#include <utility>

#include <nlohmann/json.hpp>

#include "features/completion.h"
#include "features/signature_help.h"
#include "lsp/writer.h"
#include "text/utf16.h"
#include "workspace/impl.h"

namespace nianbao::workspace {
namespace {

lsp::CompletionItemKind kind_of(features::Completion::Kind kind) {
  switch (kind) {
    case features::Completion::Kind::heading:
      return lsp::CompletionItemKind::module;
    case features::Completion::Kind::label:
      return lsp::CompletionItemKind::field;
    case features::Completion::Kind::value:
      return lsp::CompletionItemKind::value;
    case features::Completion::Kind::sentence:
      return lsp::CompletionItemKind::text;
    case features::Completion::Kind::snippet:
      return lsp::CompletionItemKind::snippet;
    case features::Completion::Kind::law:
      return lsp::CompletionItemKind::reference;
  }
  return lsp::CompletionItemKind::text;
}

/// Sorts as the server ordered the items: 0000, 0001, …
std::string sort_text(std::size_t index) {
  std::string digits = std::to_string(index);
  return std::string(digits.size() < 4 ? 4 - digits.size() : 0, '0') + digits;
}

lsp::MarkupContent documentation(const std::string& markdown, const lsp::ClientFlags& client) {
  return {client.markdown_completion, markdown};
}

lsp::CompletionItem convert_item(const features::Completion& item, std::size_t index, const Converter& convert,
                                 const lsp::ClientFlags& client) {
  lsp::CompletionItem out;
  out.label = item.label;
  out.kind = kind_of(item.kind);
  out.detail = item.detail;
  out.sort_text = sort_text(index);
  out.filter_text = item.filter;
  out.is_snippet = item.snippet;
  out.text_edit = {convert.range(item.range), item.text};
  if (!item.documentation.empty()) out.documentation = documentation(item.documentation, client);
  if (!item.key.empty()) out.data = lsp::RawJson(lsp::ObjectWriter().put("key", item.key).take());
  return out;
}

std::uint32_t utf16_length(std::string_view text) {
  return static_cast<std::uint32_t>(text::utf16_of(text).size());
}

/// Columns stand in the label one behind the other, so each is looked for behind the one before.
std::optional<lsp::SignatureHelp> signature(const Opened& opened, const lsp::Position& at,
                                            const lsp::ClientFlags& client) {
  const auto help = features::signature_help(opened.view, opened.convert.offset(at));
  if (!help) return std::nullopt;
  lsp::SignatureInformation signature;
  signature.label = help->label;
  signature.documentation = help->documentation;
  std::size_t behind = help->first_column;
  for (std::size_t i = 0; i < help->columns.size(); ++i) {
    lsp::ParameterInformation parameter;
    parameter.label = help->columns[i];
    parameter.documentation = help->notes[i];
    const std::size_t begin = help->label.find(parameter.label, behind);
    behind = begin + parameter.label.size();
    if (client.label_offsets) {
      const std::uint32_t units = utf16_length(std::string_view(help->label).substr(0, begin));
      parameter.offsets = lsp::LabelOffsets{units, units + utf16_length(parameter.label)};
    }
    signature.parameters.push_back(std::move(parameter));
  }
  lsp::SignatureHelp out;
  // What is left out would be the first one; what is out of range is none, for most clients.
  out.active_parameter = help->active;
  if (!help->active && !client.no_active_parameter)
    out.active_parameter = static_cast<std::uint32_t>(help->columns.size());
  out.signatures.push_back(std::move(signature));
  return out;
}

}  // namespace

void Server::Impl::add_completion_routes() {
  report_request<lsp::CompletionParams>("textDocument/completion", [this](const Opened& found, const auto& params) {
    lsp::CompletionList list;
    features::CompletionOptions options;
    options.snippets = client_.snippets;
    options.texts = snippets();
    for (const features::Completion& item :
         features::completions(found.view, found.convert.offset(params.position), options))
      list.items.push_back(convert_item(item, list.items.size(), found.convert, client_));
    return list;
  });
  routes_.request<lsp::RawJson>("completionItem/resolve", lsp::Scheduling::read, [this](const lsp::RawJson& item) {
    lsp::Json out = item.get();
    const lsp::Json* data = jsonrpc::member(out, "data");
    const lsp::Json* key = data != nullptr ? jsonrpc::member(*data, "key") : nullptr;
    const std::string* name = key != nullptr ? jsonrpc::as_string(*key) : nullptr;
    const standard::Standard* loaded = standard();
    if (name == nullptr || loaded == nullptr) return lsp::RawJson(std::move(out));
    const std::string text = features::completion_documentation(*loaded, rule_options_, *name);
    if (!text.empty()) out["documentation"] = json_of(documentation(text, client_));
    return lsp::RawJson(std::move(out));
  });
  report_request<lsp::TextDocumentPositionParams>(
      "textDocument/signatureHelp",
      [this](const Opened& found, const auto& params) { return signature(found, params.position, client_); });
}

/// Loads them on first use; null if they are broken, which is said once.
const standard::Snippets* Server::Impl::snippets() {
  if (!snippets_ && standard() != nullptr) {
    auto loaded = standard::load_snippets(standard::embedded_files(), *standard());
    if (!loaded) {
      const standard::LoadError& error = loaded.error();
      log_once("nianbao: " + error.file + " " + error.where + ": " + error.what);
      return nullptr;
    }
    snippets_ = std::move(*loaded);
  }
  return snippets_ ? &*snippets_ : nullptr;
}

}  // namespace nianbao::workspace
