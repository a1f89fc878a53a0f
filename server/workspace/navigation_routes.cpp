// Highlights, definition, references, links, rename.
#include <utility>

#include <nlohmann/json.hpp>

#include "features/document_links.h"
#include "features/highlights.h"
#include "features/navigation.h"
#include "features/page_file.h"
#include "features/pages.h"
#include "features/rename.h"
#include "lsp/writer.h"
#include "workspace/impl.h"

namespace nianbao::workspace {
namespace {

lsp::DocumentHighlightKind kind_of(features::Highlight::Kind kind) {
  switch (kind) {
    case features::Highlight::Kind::part:
      return lsp::DocumentHighlightKind::read;
    case features::Highlight::Kind::total:
      return lsp::DocumentHighlightKind::write;
    case features::Highlight::Kind::text:
      break;
  }
  return lsp::DocumentHighlightKind::text;
}

std::vector<lsp::Location> locations_of(const features::Places& places, const Opened& opened) {
  std::vector<lsp::Location> out;
  out.reserve(places.targets.size());
  for (const text::ByteRange& range : places.targets)
    out.push_back({opened.document->uri(), opened.convert.range(range)});
  return out;
}

/// A place in one of our own pages, where the client opens it: the heading of an article.
lsp::RawJson page_place(const features::Places& places, const std::string& page, const Opened& opened, bool links) {
  const lsp::Range range{{places.page_line, 0}, {places.page_line, 0}};
  if (!links) return lsp::RawJson(lsp::json_of(std::vector<lsp::Location>{{page, range}}));
  const std::vector<lsp::LocationLink> out = {{opened.convert.range(places.origin), page, range, range}};
  return lsp::RawJson(lsp::json_of(out));
}

lsp::RawJson definition_of(const features::Places& places, const Opened& opened, bool links) {
  if (!links) return lsp::RawJson(lsp::json_of(locations_of(places, opened)));
  std::vector<lsp::LocationLink> out;
  for (const text::ByteRange& target : places.targets) {
    const lsp::Range range = opened.convert.range(target);
    out.push_back({opened.convert.range(places.origin), opened.document->uri(), range, range});
  }
  return lsp::RawJson(lsp::json_of(out));
}

}  // namespace

void Server::Impl::add_navigation_routes() {
  report_request<lsp::TextDocumentPositionParams>(
      "textDocument/documentHighlight", [](const Opened& found, const auto& params) {
        std::vector<lsp::DocumentHighlight> out;
        for (const features::Highlight& one : features::highlights(found.view, found.convert.offset(params.position)))
          out.push_back({found.convert.range(one.range), kind_of(one.kind)});
        return out;
      });
  report_request<lsp::TextDocumentPositionParams>(
      "textDocument/definition", [this](const Opened& found, const auto& params) {
        const auto places = features::definition(found.view, found.convert.offset(params.position));
        if (!places) return lsp::RawJson();
        if (places->page.empty()) return definition_of(*places, found, client_.definition_links);
        return page_place(*places, page_for_client(places->page), found, client_.definition_links);
      });
  report_request<lsp::ReferenceParams>("textDocument/references", [](const Opened& found, const auto& params) {
    const auto places =
        features::references(found.view, found.convert.offset(params.position), params.include_declaration);
    return places ? locations_of(*places, found) : std::vector<lsp::Location>();
  });
  report_request<lsp::DocumentLinkParams>("textDocument/documentLink", [this](const Opened& found, const auto&) {
    std::vector<lsp::DocumentLink> out;
    for (features::DocumentLink& link : features::document_links(found.view)) {
      if (!client_.link_tooltips) link.tooltip.clear();
      out.push_back({found.convert.range(link.range), page_for_client(link.target), std::move(link.tooltip)});
    }
    return out;
  });
  report_request<lsp::TextDocumentPositionParams>(
      "textDocument/prepareRename", [](const Opened& found, const auto& params) {
        std::optional<lsp::PrepareRenameResult> out;
        const auto what = features::renamable(found.view, found.convert.offset(params.position));
        if (what) out = lsp::PrepareRenameResult{found.convert.range(what->range), what->name};
        return out;
      });
  routes_.request<lsp::RenameParams>("textDocument/rename", lsp::Scheduling::read_invalidated_by_edit,
                                     [this](const lsp::RenameParams& params) { return rename(params); });
}

std::string Server::Impl::page_for_client(const std::string& uri) {
  constexpr std::string_view scheme = "nianbao:/";
  const bool serves = client_.text_document_content || client_commands_;
  if (serves || !options_.keep_page || !uri.starts_with(scheme)) return uri;
  const std::string file = keep_page(uri);
  return file.empty() ? uri : file;
}

std::string Server::Impl::keep_page(const std::string& uri) {
  const auto text = features::page_text(uri, *standard(), rule_options_);
  if (!text) return {};
  const features::PageFile page = features::page_file(uri, *text);
  kept_pages_.insert(uri);
  // One slice of work for each page that it leads to, each once.
  for (const std::string& linked : page.linked) {
    if (kept_pages_.insert(linked).second) dispatcher_.post([this, linked] { (void)keep_page(linked); });
  }
  return options_.keep_page(page.name, page.text);
}

Result<lsp::WorkspaceEdit> Server::Impl::rename(const lsp::RenameParams& params) {
  const auto refuse = [this](std::string_view why) {
    return tl::unexpected(jsonrpc::Error{jsonrpc::ErrorCode::request_failed, context_message(why, {})});
  };
  const auto found = opened(params.text_document.uri);
  if (!found) return refuse("rename.no-report");
  const auto what = features::renamable(found->view, found->convert.offset(params.position));
  if (!what) return refuse("rename.nothing");
  const auto edits = features::rename(*what, params.new_name);
  if (!edits) return refuse("rename.bad-name");
  return edit_of(*found->document, *edits);
}

}  // namespace nianbao::workspace
