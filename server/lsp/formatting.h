// textDocument/formatting, rangeFormatting, rangesFormatting and onTypeFormatting.
// Must not know what is formatted; the client's tab size does not matter to a report.
#pragma once

#include <string>
#include <vector>

#include "lsp/basic.h"

namespace nianbao::lsp {

struct DocumentFormattingParams {
  TextDocumentIdentifier text_document;
};

struct DocumentRangeFormattingParams {
  TextDocumentIdentifier text_document;
  Range range;
};

struct DocumentRangesFormattingParams {
  TextDocumentIdentifier text_document;
  std::vector<Range> ranges;
};

struct DocumentOnTypeFormattingParams {
  TextDocumentIdentifier text_document;
  Position position;
  std::string character;  ///< what was typed before `position`
};

bool read(const Value& value, DocumentFormattingParams& out);
bool read(const Value& value, DocumentRangeFormattingParams& out);
bool read(const Value& value, DocumentRangesFormattingParams& out);
bool read(const Value& value, DocumentOnTypeFormattingParams& out);

}  // namespace nianbao::lsp
