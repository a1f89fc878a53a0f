// Semantic tokens: whole, as a difference to what was sent before, or of a range.
#include <algorithm>
#include <utility>

#include <nlohmann/json.hpp>

#include "features/semantic_tokens.h"
#include "lsp/writer.h"
#include "text/uri.h"
#include "workspace/impl.h"
#include "workspace/token_data.h"

namespace nianbao::workspace {

void Server::Impl::add_token_routes() {
  report_request<lsp::SemanticTokensParams>("textDocument/semanticTokens/full",
                                            [this](const Opened& found, const auto&) { return tokens(found); });
  report_request<lsp::SemanticTokensRangeParams>(
      "textDocument/semanticTokens/range", [](const Opened& found, const auto& params) {
        const std::vector<features::Token> all = features::semantic_tokens(found.view);
        return lsp::SemanticTokens{
            {}, token_data(found.view.snapshot.text, all, found.convert.encoding(), found.convert.range(params.range))};
      });
  report_request<lsp::SemanticTokensDeltaParams>(
      "textDocument/semanticTokens/full/delta", [this](const Opened& found, const auto& params) {
        lsp::SemanticTokens before;
        const auto sent = sent_tokens_.find(text::uri_key(found.document->uri()));
        const bool known = sent != sent_tokens_.end() && sent->second.tokens.result_id == params.previous_result_id;
        if (known) before = sent->second.tokens;
        const lsp::SemanticTokens& after = tokens(found);
        lsp::SemanticTokensDelta delta;
        delta.result_id = after.result_id;
        if (known) {
          delta.edits = lsp::difference(before.data, after.data);
        } else {
          delta.data = after.data;
        }
        return delta;
      });
}

const lsp::SemanticTokens& Server::Impl::tokens(const Opened& opened) {
  SentTokens& sent = sent_tokens_[text::uri_key(opened.document->uri())];
  if (!sent.tokens.result_id.empty() && sent.version == opened.document->version()) return sent.tokens;
  const text::Text& text = opened.view.snapshot.text;
  sent.tokens.data =
      token_data(text, features::semantic_tokens(opened.view), opened.convert.encoding(), {0, text.size()});
  sent.tokens.result_id = std::to_string(++last_token_result_);
  sent.version = opened.document->version();
  return sent.tokens;
}

}  // namespace nianbao::workspace
