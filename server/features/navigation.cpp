// From a total to what it adds up, from a value to the totals that rest on it. Must not know LSP or files.
#include "features/navigation.h"

#include <algorithm>

#include "features/law_links.h"
#include "features/rename.h"
#include "features/sums.h"

namespace nianbao::features {
namespace {

void settle(std::vector<text::ByteRange>& ranges) {
  std::ranges::sort(ranges);
  const auto rest = std::ranges::unique(ranges);
  ranges.erase(rest.begin(), rest.end());
}

void add_place(const FormSums& sums, standard::CellIndex cell, std::vector<text::ByteRange>& out) {
  if (const auto place = sums.place(cell)) out.push_back(*place);
}

std::optional<Places> parts_or_totals(const View& view, const Target& target) {
  const FormSums sums(view.standard.form(target.grid->form), view.report());
  const standard::CellIndex cell = target.cell->cell;
  Places parts{target.range, {}, {}, 0};
  Places totals{target.range, {}, {}, 0};
  for (const Sum* sum : sums.of_cell(cell)) {
    if (sum->total == cell) {
      for (const standard::CellIndex part : sum->parts) add_place(sums, part, parts.targets);
    } else if (sum->total) {
      add_place(sums, *sum->total, totals.targets);
    }
  }
  Places& places = parts.targets.empty() ? totals : parts;
  settle(places.targets);
  if (places.targets.empty()) return std::nullopt;
  return places;
}

}  // namespace

std::optional<Places> definition(const View& view, text::Offset offset) {
  const Target target = locate(view.report(), view.form(), offset);
  if (target.kind == TargetKind::cell) return parts_or_totals(view, target);
  if (target.kind == TargetKind::none) return law_definition(view, offset);
  return std::nullopt;
}

std::optional<Places> references(const View& view, text::Offset offset, bool itself) {
  Places places;
  const Target target = locate(view.report(), view.form(), offset);
  if (target.kind == TargetKind::cell) {
    places.origin = target.range;
    const FormSums sums(view.standard.form(target.grid->form), view.report());
    for (const Sum* sum : sums.of_cell(target.cell->cell)) {
      if (sum->total) add_place(sums, *sum->total, places.targets);
      for (const standard::CellIndex part : sum->parts) add_place(sums, part, places.targets);
    }
  } else if (const auto name = renamable(view, offset)) {
    places.origin = name->range;
    places.targets = name->places;
  } else if (target.kind == TargetKind::none) {
    return law_references(view, offset, itself);
  }
  if (places.targets.empty()) return std::nullopt;
  settle(places.targets);
  if (!itself) std::erase(places.targets, places.origin);
  return places;
}

}  // namespace nianbao::features
