// What can be written next: headings, labels of a table, values, common sentences, whole tables and reports.
// Must not know LSP; the texts are data (standard/data/snippets.json) or the form's own labels.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "features/view.h"
#include "standard/snippets.h"
#include "text/byte_range.h"

namespace nianbao::features {

struct Completion {
  enum class Kind : std::uint8_t { heading, label, value, sentence, snippet, law };
  Kind kind = Kind::sentence;
  std::string label;
  std::string detail;
  text::ByteRange range;  ///< what is replaced: touches the cursor, inside its line
  std::string text;       ///< with `snippet`: $1 and ${2:…}, everything else escaped
  bool snippet = false;
  std::string filter;         ///< what typed letters are compared with; empty: the label
  std::string documentation;  ///< Markdown; may be left for `completion_documentation`
  std::string key;            ///< names the item for `completion_documentation`; empty: it has no more to say
};

struct CompletionOptions {
  bool snippets = true;                       ///< else placeholders are left out, their texts stay
  const standard::Snippets* texts = nullptr;  ///< null: only what the form itself says is proposed
};

/// Best first.
[[nodiscard]] std::vector<Completion> completions(const View& view, text::Offset offset,
                                                  const CompletionOptions& completion_options);

/// Markdown for an item that was proposed; empty for an unknown key.
[[nodiscard]] std::string completion_documentation(const standard::Standard& standard, const rules::Options& options,
                                                   std::string_view key);

}  // namespace nianbao::features
