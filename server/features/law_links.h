// Where citations lead: into our law documents, to the same provision elsewhere in the report, to the official text.
// Must not know LSP or files.
#pragma once

#include <optional>
#include <vector>

#include "features/document_links.h"
#include "features/highlights.h"
#include "features/navigation.h"

namespace nianbao::features {

/// The heading of the article in the document of its law; of a name or number the document itself.
[[nodiscard]] std::optional<Places> law_definition(const View& view, text::Offset offset);

/// All citations of the same law, document or article. Nothing outside of citations.
[[nodiscard]] std::optional<Places> law_references(const View& view, text::Offset offset, bool itself);

/// The same as marks in the text.
[[nodiscard]] std::vector<Highlight> law_highlights(const View& view, text::Offset offset);

/// Names and numbers that are in the data: to the official page where we know it, else to our document.
[[nodiscard]] std::vector<DocumentLink> law_document_links(const View& view);

}  // namespace nianbao::features
