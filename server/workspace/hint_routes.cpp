// Inlay hints and code lenses.
#include <algorithm>
#include <utility>

#include <nlohmann/json.hpp>

#include "features/code_lens.h"
#include "features/inlay_hints.h"
#include "lsp/writer.h"
#include "workspace/impl.h"

namespace nianbao::workspace {
namespace {

/// Run by our extension: [uri, [ranges]].
constexpr std::string_view show_relations = "nianbao.showRelations";

lsp::InlayHint convert_hint(const features::InlayHint& hint, const Opened& opened, bool leave_tooltip) {
  lsp::InlayHint out;
  out.position = opened.convert.position(hint.at);
  out.label = hint.label;
  out.padding_left = true;
  out.text_edits = opened.convert.edits(hint.edits);
  if (!leave_tooltip) out.tooltip = hint.tooltip;
  if (leave_tooltip && !hint.tooltip.empty()) {
    out.data = lsp::RawJson(lsp::ObjectWriter()
                                .put("uri", opened.document->uri())
                                .put("version", opened.document->version())
                                .put("at", hint.at)
                                .take());
  }
  return out;
}

lsp::CodeLens convert_lens(const features::CodeLens& lens, const Opened& opened, bool client_commands) {
  lsp::CodeLens out;
  out.range = opened.convert.range(lens.range);
  lsp::Command command;
  command.title = lens.title;
  // A lens without a command to run only tells: editors show it as plain text.
  if (client_commands) {
    command.command = show_relations;
    std::vector<lsp::Range> ranges;
    for (const text::ByteRange& place : lens.places) ranges.push_back(opened.convert.range(place));
    command.arguments.emplace_back(lsp::Json(opened.document->uri()));
    command.arguments.emplace_back(lsp::json_of(ranges));
  }
  out.command = std::move(command);
  return out;
}

const std::string* uri_in(const lsp::Json& item) {
  const lsp::Json* data = jsonrpc::member(item, "data");
  const lsp::Json* uri = data != nullptr ? jsonrpc::member(*data, "uri") : nullptr;
  return uri != nullptr ? jsonrpc::as_string(*uri) : nullptr;
}

/// A number of an item's `data`.
std::optional<std::int64_t> number_in(const lsp::Json& item, std::string_view key) {
  const lsp::Json* data = jsonrpc::member(item, "data");
  const lsp::Json* number = data != nullptr ? jsonrpc::member(*data, key) : nullptr;
  return number != nullptr ? jsonrpc::as_integer(*number) : std::nullopt;
}

}  // namespace

void Server::Impl::add_hint_routes() {
  const auto hints = [this](const Opened& found, const lsp::InlayHintParams& params) {
    std::vector<lsp::InlayHint> out;
    for (const features::InlayHint& hint : features::inlay_hints(found.view, found.convert.range(params.range)))
      out.push_back(convert_hint(hint, found, client_.hint_tooltip_resolve));
    return out;
  };
  report_request<lsp::InlayHintParams>("textDocument/inlayHint", hints, true);
  routes_.request<lsp::RawJson>("inlayHint/resolve", lsp::Scheduling::read,
                                [this](const lsp::RawJson& item) { return resolve_hint(item.get()); });
  report_request<lsp::CodeLensParams>("textDocument/codeLens", [this](const Opened& found, const auto&) {
    std::vector<lsp::CodeLens> out;
    for (const features::CodeLens& lens : features::code_lenses(found.view))
      out.push_back(convert_lens(lens, found, client_commands_));
    return out;
  });
  // Lenses are complete when they are sent; some clients ask all the same.
  routes_.request<lsp::RawJson>("codeLens/resolve", lsp::Scheduling::read,
                                [](const lsp::RawJson& item) { return item; });
}

/// The hint as it was sent, with its tooltip; a document that has changed since then leaves it as it is.
lsp::RawJson Server::Impl::resolve_hint(const lsp::Json& item) {
  lsp::Json out = item;
  const std::string* uri = uri_in(item);
  const auto at = number_in(item, "at");
  const auto found = uri != nullptr && at && *at >= 0 ? opened(*uri, true) : std::nullopt;
  if (!found || number_in(item, "version") != found->document->version()) return lsp::RawJson(std::move(out));
  const auto offset = static_cast<text::Offset>(std::min<std::int64_t>(*at, found->view.snapshot.text.size()));
  for (const features::InlayHint& hint : features::inlay_hints(found->view, {offset, offset})) {
    if (hint.at == offset) out["tooltip"] = hint.tooltip;
  }
  return lsp::RawJson(std::move(out));
}

}  // namespace nianbao::workspace
