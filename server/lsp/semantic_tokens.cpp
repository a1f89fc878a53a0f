#include "lsp/semantic_tokens.h"

#include <algorithm>

#include "lsp/writer.h"

namespace nianbao::lsp {

bool read(const Value& value, SemanticTokensParams& out) {
  return required(value, "textDocument", out.text_document);
}

bool read(const Value& value, SemanticTokensDeltaParams& out) {
  return required(value, "textDocument", out.text_document) &&
         required(value, "previousResultId", out.previous_result_id);
}

bool read(const Value& value, SemanticTokensRangeParams& out) {
  return required(value, "textDocument", out.text_document) && required(value, "range", out.range);
}

std::vector<SemanticTokensEdit> difference(const std::vector<std::uint32_t>& before,
                                           const std::vector<std::uint32_t>& after) {
  const auto [front, _] = std::mismatch(before.begin(), before.end(), after.begin(), after.end());
  const auto begin = static_cast<std::size_t>(front - before.begin());
  if (begin == before.size() && begin == after.size()) return {};
  std::size_t tail = 0;
  const std::size_t most = std::min(before.size(), after.size()) - begin;
  while (tail < most && before[before.size() - 1 - tail] == after[after.size() - 1 - tail]) ++tail;
  SemanticTokensEdit edit;
  edit.start = static_cast<std::uint32_t>(begin);
  edit.delete_count = static_cast<std::uint32_t>(before.size() - tail - begin);
  edit.data.assign(after.begin() + static_cast<std::ptrdiff_t>(begin), after.end() - static_cast<std::ptrdiff_t>(tail));
  return {std::move(edit)};
}

static Json json_of(const SemanticTokensEdit& edit) {
  return ObjectWriter().put("start", edit.start).put("deleteCount", edit.delete_count).maybe("data", edit.data).take();
}

Json json_of(const SemanticTokens& tokens) {
  return ObjectWriter().maybe("resultId", tokens.result_id).put("data", tokens.data).take();
}

Json json_of(const SemanticTokensDelta& delta) {
  ObjectWriter out;
  out.maybe("resultId", delta.result_id);
  if (!delta.edits) return out.put("data", delta.data).take();
  Json edits = Json::array();
  for (const SemanticTokensEdit& edit : *delta.edits) edits.push_back(json_of(edit));
  return out.put("edits", RawJson(std::move(edits))).take();
}

Json json_of(const SemanticTokensLegend& legend) {
  return ObjectWriter().put("tokenTypes", legend.token_types).put("tokenModifiers", legend.token_modifiers).take();
}

}  // namespace nianbao::lsp
