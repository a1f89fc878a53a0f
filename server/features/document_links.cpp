// Words of a report that lead somewhere. Must not know LSP.
#include "features/document_links.h"

#include <algorithm>

#include "features/law_links.h"
#include "syntax/cursor.h"

namespace nianbao::features {
namespace {

/// A sentence's own marks behind an address do not belong to it.
text::ByteRange address_in(const text::Text& text, text::ByteRange range) {
  const std::string_view bytes = text.bytes();
  const auto is_mark = [](char byte) {
    return std::string_view(".,;:!?)]}>'\"*").find(byte) != std::string_view::npos;
  };
  while (range.end > range.begin && is_mark(bytes[range.end - 1])) --range.end;
  return range;
}

void add_addresses(const View& view, std::vector<DocumentLink>& links) {
  if (view.snapshot.tree == nullptr) return;
  for (syntax::Cursor cursor(*view.snapshot.tree); cursor.next();) {
    if (cursor.node().kind != syntax::NodeKind::url) continue;
    const text::ByteRange range = address_in(view.snapshot.text, cursor.node().range);
    std::string target(view.snapshot.text.slice(range));
    if (target.starts_with("www.")) target.insert(0, "http://");
    if (target.starts_with("http://") || target.starts_with("https://")) links.push_back({range, target, {}});
  }
}

}  // namespace

std::vector<DocumentLink> document_links(const View& view) {
  std::vector<DocumentLink> links;
  add_addresses(view, links);
  for (DocumentLink& link : law_document_links(view)) links.push_back(std::move(link));
  std::ranges::sort(links, {}, [](const DocumentLink& link) { return link.range.begin; });
  return links;
}

}  // namespace nianbao::features
