#include "report/grid_builders.h"

#include <algorithm>
#include <utility>

namespace nianbao::report {

using standard::TableId;

/// A table that the chosen form does not have (表二 under a title of 2018): the newest form that has it.
const standard::Form& GridBuilders::form_of(TableId table) const {
  const standard::Form& chosen = standard_.form(choice_.of(table, fallback_));
  if (chosen.table(table) != nullptr) return chosen;
  const auto has_table = [&](const standard::Form& form) { return form.table(table) != nullptr; };
  const auto newest = std::find_if(standard_.forms.rbegin(), standard_.forms.rend(), has_table);
  return newest == standard_.forms.rend() ? chosen : *newest;
}

GridBuilder& GridBuilders::of(TableId table) {
  auto& builder = builders_[static_cast<std::size_t>(table)];
  if (!builder) {
    const standard::Form& form = form_of(table);
    builder = std::make_unique<GridBuilder>(form, *form.table(table));
  }
  return *builder;
}

const standard::LabelCandidate* GridBuilders::candidate(const Token& token, TableId table, bool rows) {
  const GridBuilder& target = of(table);
  const auto is_read = [&](const standard::LabelCandidate& each) {
    const auto row = target.row_of_entry(target.form().entries[each.entry].id);
    return row && target.has_row(*row);
  };
  const standard::LabelCandidate* found = nullptr;
  for (const standard::LabelCandidate& each : token.candidates) {
    if (each.table != table || each.form != target.form().id) continue;
    const bool better = found == nullptr || (each.is_row == rows && found->is_row != rows) ||
                        (each.is_row && found->is_row && is_read(*found) && !is_read(each));
    if (better) found = &each;
  }
  return found;
}

GridBuilder* GridBuilders::table_of(const TokenRow& tokens, GridBuilder* active) {
  std::array<std::uint32_t, standard::table_count> exclusive{};
  std::array<std::uint32_t, standard::table_count> shared{};
  for (const Token& token : tokens.tokens) {
    if (token.kind != TokenKind::label) continue;
    std::array<bool, standard::table_count> seen{};
    for (const standard::LabelCandidate& each : token.candidates) seen[static_cast<std::size_t>(each.table)] = true;
    const auto count = std::count(seen.begin(), seen.end(), true);
    for (std::size_t t = 0; t < seen.size(); ++t) {
      if (seen[t]) ++(count == 1 ? exclusive[t] : shared[t]);
    }
  }
  const auto best = std::max_element(exclusive.begin(), exclusive.end());
  if (*best > 0) return &of(static_cast<TableId>(best - exclusive.begin()));
  if (active != nullptr && shared[static_cast<std::size_t>(active->id())] > 0) return active;
  return nullptr;
}

std::vector<Grid> GridBuilders::finish() {
  std::vector<Grid> grids;
  for (auto& builder : builders_) {
    if (builder && builder->started()) grids.push_back(std::move(*builder).finish());
  }
  std::sort(grids.begin(), grids.end(), [](const Grid& a, const Grid& b) { return a.range < b.range; });
  return grids;
}

}  // namespace nianbao::report
