// The outline, folding, growing selections, and names across the open reports.
#include <algorithm>
#include <utility>

#include <nlohmann/json.hpp>

#include "features/folding.h"
#include "features/selection.h"
#include "features/symbols.h"
#include "lsp/writer.h"
#include "rules/organ_name.h"
#include "workspace/impl.h"

namespace nianbao::workspace {
namespace {

/// A report has a handful of names; a client shows some dozens.
constexpr std::size_t most_workspace_symbols = 500;

lsp::SymbolKind kind_of(features::SymbolKind kind) {
  switch (kind) {
    case features::SymbolKind::report:
      return lsp::SymbolKind::file;
    case features::SymbolKind::part:
      return lsp::SymbolKind::module;
    case features::SymbolKind::heading:
      return lsp::SymbolKind::string;
    case features::SymbolKind::table:
      return lsp::SymbolKind::structure;
    case features::SymbolKind::group:
      return lsp::SymbolKind::object;
    case features::SymbolKind::row:
      return lsp::SymbolKind::array;
    case features::SymbolKind::column:
      return lsp::SymbolKind::field;
  }
  return lsp::SymbolKind::string;
}

/// Symbols nest as deep as headings do: five levels, then groups and rows.
lsp::DocumentSymbol convert_symbol(const features::Symbol& symbol, const Converter& convert) {
  lsp::DocumentSymbol out;
  out.name = symbol.name;
  out.detail = symbol.detail;
  out.kind = kind_of(symbol.kind);
  out.range = convert.range(symbol.range);
  out.selection_range = convert.range(symbol.selection);
  for (const features::Symbol& child : symbol.children) out.children.push_back(convert_symbol(child, convert));
  return out;
}

void flatten(const features::Symbol& symbol, const std::string& container, const std::string& uri,
             const Converter& convert, std::vector<lsp::SymbolInformation>& out) {
  out.push_back({symbol.name, kind_of(symbol.kind), {uri, convert.range(symbol.range)}, container});
  for (const features::Symbol& child : symbol.children) flatten(child, symbol.name, uri, convert, out);
}

lsp::RawJson outline(const Opened& opened, const lsp::ClientFlags& client) {
  const std::vector<features::Symbol> symbols = features::document_symbols(opened.view);
  if (client.hierarchical_symbols) {
    std::vector<lsp::DocumentSymbol> converted;
    converted.reserve(symbols.size());
    for (const features::Symbol& symbol : symbols) converted.push_back(convert_symbol(symbol, opened.convert));
    return lsp::RawJson(lsp::json_of(converted));
  }
  std::vector<lsp::SymbolInformation> flat;
  for (const features::Symbol& symbol : symbols) flatten(symbol, {}, opened.document->uri(), opened.convert, flat);
  return lsp::RawJson(lsp::json_of(flat));
}

std::vector<lsp::FoldingRange> folding(const Opened& opened, const lsp::ClientFlags& client) {
  std::vector<lsp::FoldingRange> out;
  for (const features::Fold& fold : features::folds(opened.view)) {
    lsp::FoldingRange range;
    const text::Text& text = opened.view.snapshot.text;
    range.start_line = text.line_of(fold.range.begin);
    range.end_line = text.line_of(fold.range.end);
    if (range.end_line <= range.start_line) continue;
    range.kind = fold.kind == features::Fold::Kind::comment ? "comment" : "region";
    if (client.folding_text) range.collapsed_text = fold.summary;
    out.push_back(std::move(range));
  }
  return out;
}

std::vector<lsp::SelectionRange> selections(const Opened& opened, const std::vector<lsp::Position>& positions) {
  std::vector<lsp::SelectionRange> out;
  for (const lsp::Position& position : positions) {
    lsp::SelectionRange selection;
    for (const text::ByteRange& range : features::selection_ranges(opened.view, opened.convert.offset(position)))
      selection.ranges.push_back(opened.convert.range(range));
    out.push_back(std::move(selection));
  }
  return out;
}

}  // namespace

void Server::Impl::add_symbol_routes() {
  report_request<lsp::DocumentSymbolParams>(
      "textDocument/documentSymbol", [this](const Opened& found, const auto&) { return outline(found, client_); });
  report_request<lsp::FoldingRangeParams>("textDocument/foldingRange",
                                          [this](const Opened& found, const auto&) { return folding(found, client_); });
  report_request<lsp::SelectionRangeParams>("textDocument/selectionRange", [](const Opened& found, const auto& params) {
    return selections(found, params.positions);
  });
  routes_.request<lsp::WorkspaceSymbolParams>(
      "workspace/symbol", lsp::Scheduling::read,
      [this](const lsp::WorkspaceSymbolParams& params) { return workspace_symbols(params); });
}

std::vector<lsp::SymbolInformation> Server::Impl::workspace_symbols(const lsp::WorkspaceSymbolParams& params) {
  std::vector<lsp::SymbolInformation> all;
  for (const auto& [key, document] : documents_.all()) {
    const auto found = opened(document.uri());
    if (!found) continue;
    for (const features::Symbol& symbol : features::document_symbols(found->view))
      flatten(symbol, document.name(), document.uri(), found->convert, all);
  }
  std::erase_if(all, [&](const lsp::SymbolInformation& symbol) {
    return symbol.kind == lsp::SymbolKind::array || symbol.kind == lsp::SymbolKind::field ||
           symbol.name.find(params.query) == std::string::npos;
  });
  // Of reports that are not open, only whose they are.
  index_.each([&](const rules::Digest& report) {
    if (documents_.find(report.document) != nullptr || report.title_text.empty()) return;
    const std::string year = report.year ? std::to_string(*report.year) : std::string();
    const bool asked =
        (report.organ + year).find(params.query) != std::string::npos ||
        report.title_text.find(params.query) != std::string::npos ||
        (!params.query.empty() && report.organ_key.find(rules::comparable_organ(params.query)) != std::string::npos);
    if (!asked) return;
    const text::Encoding encoding = encoding_of(client_.encoding);
    const text::Position begin = report.title.begin(encoding);
    const text::Position end = report.title.end(encoding);
    all.push_back({report.title_text,
                   lsp::SymbolKind::file,
                   {report.document, {{begin.line, begin.column}, {end.line, end.column}}},
                   report.organ});
  });
  if (all.size() > most_workspace_symbols) all.resize(most_workspace_symbols);
  return all;
}

}  // namespace nianbao::workspace
