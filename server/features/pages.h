// Read-only pages that the server can show offline: a rule, an article in our words, a row or column of a form.
// Addressed by nianbao: URIs. Must not know LSP or any client.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "rules/rules.h"
#include "standard/standard.h"

namespace nianbao::features {

/// nianbao:/rules/sum/row-total.md
[[nodiscard]] std::string rule_page_uri(std::string_view rule_id);
/// nianbao:/law/711/36.md; nothing where the article is not in the data.
[[nodiscard]] std::optional<std::string> article_page_uri(const standard::Standard& standard,
                                                          const standard::LegalBasis& basis);
[[nodiscard]] std::string article_page_uri(const standard::Law& law, std::int32_t article);
/// nianbao:/entries/2021/t3_granted.md
[[nodiscard]] std::string entry_page_uri(const standard::Form& form, const standard::Entry& entry);

/// Target of a link that opens a page in clients that run the extension's commands.
[[nodiscard]] std::string page_command(std::string_view uri);

/// Markdown of the page; nothing for an address that is not ours. Accepts percent-escapes and nianbao:///….
[[nodiscard]] std::optional<std::string> page_text(std::string_view uri, const standard::Standard& standard,
                                                   const rules::Options& options);

}  // namespace nianbao::features
