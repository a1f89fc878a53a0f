// What belongs to the place under the cursor. Must not know LSP.
#include "features/highlights.h"

#include <algorithm>

#include "features/law_links.h"
#include "features/rename.h"
#include "features/sums.h"

namespace nianbao::features {
namespace {

using Kind = Highlight::Kind;

void add_sums(const View& view, const Target& target, std::vector<Highlight>& found) {
  const FormSums sums(view.standard.form(target.grid->form), view.report());
  const standard::CellIndex cell = target.cell->cell;
  const auto add = [&](standard::CellIndex other, Kind kind) {
    if (const auto place = sums.place(other); place && !place->empty()) found.push_back({*place, kind});
  };
  for (const Sum* sum : sums.of_cell(cell)) {
    if (sum->total) add(*sum->total, Kind::total);
    for (const standard::CellIndex part : sum->parts) add(part, Kind::part);
  }
  add(cell, Kind::text);
}

/// The cells of a row or column, on its label.
void add_cells_of_label(const View& view, const Target& target, std::vector<Highlight>& found) {
  const standard::Form& form = view.standard.form(target.grid->form);
  for (const report::CellReading& cell : target.grid->cells) {
    if (cell.state == report::CellState::absent || cell.range.empty() || cell.cell >= form.cells.size()) continue;
    const standard::CellSpec& spec = form.cells[cell.cell];
    const bool belongs = target.kind == TargetKind::row_label ? spec.row == target.entry : spec.column == target.entry;
    if (belongs) found.push_back({cell.range, spec.is_total ? Kind::total : Kind::part});
  }
  if (!found.empty()) found.push_back({target.range, Kind::text});
}

void add_names(const View& view, text::Offset offset, std::vector<Highlight>& found) {
  const auto name = renamable(view, offset);
  if (!name) return;
  for (const text::ByteRange& place : name->places) found.push_back({place, Kind::text});
}

}  // namespace

std::vector<Highlight> highlights(const View& view, text::Offset offset) {
  std::vector<Highlight> found;
  const Target target = locate(view.report(), view.form(), offset);
  if (target.kind == TargetKind::cell) add_sums(view, target, found);
  if (target.kind == TargetKind::row_label || target.kind == TargetKind::label) {
    add_cells_of_label(view, target, found);
  }
  if (found.empty()) add_names(view, offset, found);
  if (found.empty() && target.kind == TargetKind::none) found = law_highlights(view, offset);
  // The sums' own totals win over their being part of another sum.
  std::ranges::sort(found, [](const Highlight& a, const Highlight& b) {
    return std::pair(a.range, b.kind) < std::pair(b.range, a.kind);
  });
  const auto same = [](const Highlight& a, const Highlight& b) { return a.range == b.range; };
  found.erase(std::unique(found.begin(), found.end(), same), found.end());
  return found;
}

}  // namespace nianbao::features
