// nianbao/preview: the report as published, with places in the client's units.
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "features/render_html.h"
#include "lsp/preview.h"
#include "lsp/writer.h"
#include "workspace/impl.h"

namespace nianbao::workspace {

void Server::Impl::add_preview_routes() {
  routes_.request<lsp::PreviewParams>("nianbao/preview", lsp::Scheduling::read_invalidated_by_edit,
                                      [this](const lsp::PreviewParams& params) { return preview(params); });
}

std::optional<lsp::Preview> Server::Impl::preview(const lsp::PreviewParams& params) {
  Document* document = documents_.find(params.text_document.uri);
  if (document == nullptr) return std::nullopt;
  const features::Snapshot* current = snapshot(*document, params.marks);
  if (current == nullptr) return std::nullopt;
  const Converter convert = converter(*document);
  features::RenderOptions options;
  options.anchors = true;
  options.marks = params.marks;
  options.more_anchors = [&](text::ByteRange range) {
    const lsp::Range place = convert.range(range);
    return fmt::format(" data-column=\"{}\" data-end-line=\"{}\" data-end-column=\"{}\"", place.start.character + 1,
                       place.end.line + 1, place.end.character + 1);
  };
  features::RenderedReport rendered = features::render_html(*current, *standard(), options);
  return lsp::Preview{std::move(rendered.title), std::move(rendered.body), standard()->report_style,
                      document->version()};
}

}  // namespace nianbao::workspace
