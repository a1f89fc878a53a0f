// Places that belong together: highlights, definitions, references, links (LSP 3.17, "Language Features").
// Must not know what refers to what.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "lsp/basic.h"

namespace nianbao::lsp {

enum class DocumentHighlightKind : std::uint8_t { text = 1, read = 2, write = 3 };

struct DocumentHighlight {
  Range range;
  DocumentHighlightKind kind = DocumentHighlightKind::text;
};

/// For clients with ClientFlags::definition_links: also what is underlined at the origin.
struct LocationLink {
  std::optional<Range> origin_selection_range;
  std::string target_uri;
  Range target_range;            ///< what is shown
  Range target_selection_range;  ///< what is selected; inside `target_range`
};

struct ReferenceParams {
  TextDocumentIdentifier text_document;
  Position position;
  bool include_declaration = true;
};

struct DocumentLinkParams {
  TextDocumentIdentifier text_document;
};

struct DocumentLink {
  Range range;
  std::string target;
  std::string tooltip;
};

bool read(const Value& value, ReferenceParams& out);
bool read(const Value& value, DocumentLinkParams& out);

[[nodiscard]] Json json_of(const DocumentHighlight& highlight);
[[nodiscard]] Json json_of(const LocationLink& link);
[[nodiscard]] Json json_of(const DocumentLink& link);

}  // namespace nianbao::lsp
