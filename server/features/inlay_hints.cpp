// Words that an editor shows between the text. Must not know LSP.
#include "features/inlay_hints.h"

#include <algorithm>
#include <map>
#include <utility>

#include "features/law_hints.h"
#include "features/sums.h"

namespace nianbao::features {
namespace {

bool touches(text::ByteRange range, text::Offset at) {
  return range.begin <= at && at <= range.end;
}

/// True where a finding points at the cell: another cell of the same sum may be the wrong one, and then a hint here
/// would accuse what is right.
bool is_accused(const View& view, text::ByteRange place) {
  if (view.snapshot.findings == nullptr) return false;
  return std::ranges::any_of(*view.snapshot.findings, [&](const rules::Finding& finding) {
    return finding.rule.starts_with("sum/") && finding.range.begin <= place.end && place.begin <= finding.range.end;
  });
}

/// Beside a total that does not agree with its parts: what they come to. Several sums of one total share one hint.
void add_sums(const View& view, const FormSums& sums, text::ByteRange range, std::vector<InlayHint>& hints) {
  const rules::Context context = view.context();
  std::map<standard::CellIndex, std::vector<report::Decimal>> results;
  for (const Sum& sum : sums.all()) {
    if (!sum.broken()) continue;
    if (sum.total) {
      std::vector<report::Decimal>& known = results[*sum.total];
      if (std::ranges::find(known, sum.result()) == known.end()) known.push_back(sum.result());
      continue;
    }
    // A balance has no total: it is told beside its last cell.
    const auto place = sum.parts.empty() ? std::nullopt : sums.place(sum.parts.back());
    if (!place || !touches(range, place->end) || !is_accused(view, *place)) continue;
    const std::string left = to_string(sum.instance.left);
    const std::string right = to_string(sum.instance.right);
    hints.push_back({InlayHint::Kind::sum,
                     place->end,
                     context.say("hint.balance", {{"left", left}, {"right", right}}),
                     context.say("hint.balance.tip", {{"left", left}, {"right", right}}),
                     {}});
  }
  for (const auto& [cell, values] : results) {
    const auto place = sums.place(cell);
    if (!place || !touches(range, place->end) || !is_accused(view, *place)) continue;
    std::string shown;
    for (const report::Decimal value : values) shown += (shown.empty() ? "" : " / ") + to_string(value);
    hints.push_back({InlayHint::Kind::sum,
                     place->end,
                     context.say("hint.sum", {{"value", shown}}),
                     context.say("hint.sum.tip", {{"value", shown}}),
                     {}});
  }
}

/// ✓ beside the first label of a table whose sums were all checked and hold.
void add_verdict(const View& view, const FormSums& sums, const report::Grid& grid, text::ByteRange range,
                 std::vector<InlayHint>& hints) {
  const Tally tally = sums.tally(grid.table);
  if (tally.holding == 0 || tally.broken > 0 || tally.unknown > 0) return;
  const text::Text& text = view.snapshot.text;
  text::Offset at = text.line(text.line_of(grid.range.begin)).end;
  if (!grid.labels.empty()) at = grid.labels.front().range.end;
  if (!touches(range, at)) return;
  const rules::Context context = view.context();
  hints.push_back({InlayHint::Kind::verdict,
                   at,
                   context.say("hint.balanced"),
                   context.say("hint.balanced.tip", {{"count", std::to_string(tally.holding)}}),
                   {}});
}

}  // namespace

std::vector<InlayHint> inlay_hints(const View& view, text::ByteRange range) {
  std::vector<InlayHint> hints;
  for (const standard::FormId id : rules::forms_of(view.report())) {
    const FormSums sums(view.standard.form(id), view.report());
    add_sums(view, sums, range, hints);
    for (const report::Grid& grid : view.report().grids) {
      if (grid.form == id) add_verdict(view, sums, grid, range, hints);
    }
  }
  for (InlayHint& hint : law_hints(view, range)) hints.push_back(std::move(hint));
  std::ranges::sort(hints, [](const InlayHint& a, const InlayHint& b) {
    return std::pair(a.at, std::string_view(a.label)) < std::pair(b.at, std::string_view(b.label));
  });
  return hints;
}

}  // namespace nianbao::features
