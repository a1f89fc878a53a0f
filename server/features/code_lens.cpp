// One line above each table: how many of its sums hold. Must not know LSP or commands.
#include "features/code_lens.h"

#include <algorithm>

#include "features/sums.h"

namespace nianbao::features {
namespace {

std::string title_of(const rules::Context& context, const Tally& tally) {
  const std::string holding = std::to_string(tally.holding);
  const std::string broken = std::to_string(tally.broken);
  const std::string unknown = std::to_string(tally.unknown);
  std::string title = tally.broken > 0 ? context.say("lens.broken", {{"holding", holding}, {"broken", broken}})
                                       : context.say("lens.holding", {{"holding", holding}});
  if (tally.unknown > 0) title += context.say("lens.unknown", {{"unknown", unknown}});
  return title;
}

}  // namespace

std::vector<CodeLens> code_lenses(const View& view) {
  std::vector<CodeLens> lenses;
  const rules::Context context = view.context();
  for (const standard::FormId id : rules::forms_of(view.report())) {
    const FormSums sums(view.standard.form(id), view.report());
    for (const report::Grid& grid : view.report().grids) {
      if (grid.form != id) continue;
      const Tally tally = sums.tally(grid.table);
      if (tally.holding + tally.broken == 0) continue;
      CodeLens lens;
      const text::Text& text = view.snapshot.text;
      lens.range = text.line(text.line_of(grid.range.begin));
      lens.table = grid.table;
      lens.holding = tally.holding;
      lens.broken = tally.broken;
      lens.title = title_of(context, tally);
      for (const Sum& sum : sums.all()) {
        const bool shown = tally.broken > 0 ? sum.broken() : sum.holds();
        if (!shown || sum.instance.relation->table != grid.table) continue;
        const standard::CellIndex cell = sum.total ? *sum.total : sum.parts.back();
        if (const auto place = sums.place(cell)) lens.places.push_back(*place);
      }
      std::ranges::sort(lens.places);
      const auto rest = std::ranges::unique(lens.places);
      lens.places.erase(rest.begin(), rest.end());
      lenses.push_back(std::move(lens));
    }
  }
  std::ranges::sort(lenses, {}, [](const CodeLens& lens) { return lens.range.begin; });
  return lenses;
}

}  // namespace nianbao::features
