// Findings as diagnostics: what a client is sent, and how it is told apart from what it was sent before.
// Must not know when something is sent.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "features/snapshot.h"
#include "lsp/diagnostic.h"
#include "lsp/initialize.h"
#include "workspace/convert.h"

namespace nianbao::workspace {

/// A name for each finding that stays while text moves: rule, message and which of several like it.
/// It travels to the client and back as `data`.
[[nodiscard]] std::vector<std::string> names_of(const std::vector<rules::Finding>& findings);

/// The name in a diagnostic that a client sends back; empty where it is not ours.
[[nodiscard]] std::string name_in(const lsp::Diagnostic& diagnostic);

/// One diagnostic per finding, in the same order. Parts that the client does not know are left out.
[[nodiscard]] std::vector<lsp::Diagnostic> diagnostics_of(const features::Snapshot& snapshot, const std::string& uri,
                                                          const Converter& convert, const lsp::ClientFlags& client);

/// More than this no editor shows of one document (VS Code's limit); a hundred thousand would choke it.
inline constexpr std::size_t most_diagnostics = 1000;

/// The most severe ones, in their order, where there are more than that.
void keep_most_severe(std::vector<lsp::Diagnostic>& diagnostics);

/// The same for equal diagnostics; used as resultId and to send only what has changed.
[[nodiscard]] std::string digest_of(const std::vector<lsp::Diagnostic>& diagnostics);

}  // namespace nianbao::workspace
