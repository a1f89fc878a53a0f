// Formatting of a document, of ranges, and while typing.
#include <algorithm>
#include <utility>

#include <nlohmann/json.hpp>

#include "features/formatting.h"
#include "lsp/writer.h"
#include "workspace/impl.h"

namespace nianbao::workspace {
namespace {

std::vector<lsp::TextEdit> format_ranges(const Opened& opened, const std::vector<lsp::Range>& ranges) {
  std::vector<rules::TextEdit> edits;
  for (const lsp::Range& range : ranges) {
    for (rules::TextEdit& edit : features::format(opened.view, opened.convert.range(range))) {
      if (std::ranges::find(edits, edit) == edits.end()) edits.push_back(std::move(edit));
    }
  }
  return opened.convert.edits(edits);
}

/// A pipe typed in the middle of a row begins a cell that is not written yet.
bool ends_line(const Opened& opened, const lsp::Position& at) {
  const text::Text& text = opened.view.snapshot.text;
  const text::Offset offset = opened.convert.offset(at);
  const std::string_view rest = text.slice({offset, text.line(text.line_of(offset)).end});
  return rest.find_first_not_of(" \t") == std::string_view::npos;
}

/// The row that was just finished: the cursor stands behind its last pipe, or on the line below it.
std::vector<lsp::TextEdit> format_typed(const Opened& opened, lsp::Position at, const std::string& typed) {
  if (typed == "\n" && at.line > 0) at = {at.line - 1, 0};
  if (typed == "|" && !ends_line(opened, at)) return {};
  return format_ranges(opened, {{at, at}});
}

}  // namespace

void Server::Impl::add_formatting_routes() {
  report_request<lsp::DocumentFormattingParams>("textDocument/formatting", [](const Opened& found, const auto&) {
    return found.convert.edits(features::format(found.view));
  });
  report_request<lsp::DocumentRangeFormattingParams>(
      "textDocument/rangeFormatting",
      [](const Opened& found, const auto& params) { return format_ranges(found, {params.range}); });
  report_request<lsp::DocumentRangesFormattingParams>(
      "textDocument/rangesFormatting",
      [](const Opened& found, const auto& params) { return format_ranges(found, params.ranges); });
  report_request<lsp::DocumentOnTypeFormattingParams>(
      "textDocument/onTypeFormatting",
      [](const Opened& found, const auto& params) { return format_typed(found, params.position, params.character); });
}

}  // namespace nianbao::workspace
