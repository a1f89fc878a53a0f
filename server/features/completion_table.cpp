// Proposals inside of tables: values that the sums ask for, rows that are missing. Must not know LSP.
#include <algorithm>
#include <optional>
#include <utility>

#include "features/completion_sources.h"
#include "features/open_cell.h"
#include "features/outline.h"
#include "features/sums.h"

namespace nianbao::features {
namespace {

constexpr std::size_t most_values = 4;

/// What the cell must hold for the sum to hold, where everything else is known and filled in. In `row`, which is being
/// typed, numbers count though cells are missing behind them.
std::optional<report::Decimal> solved(const FormSums& sums, const Sum& sum, standard::CellIndex cell,
                                      const report::RowReading* row) {
  const standard::Condition& then = sum.instance.relation->then;
  if (then.left.fold != standard::Fold::sum || then.right.fold != standard::Fold::sum) return std::nullopt;
  std::int64_t rest = (then.left.constant - then.right.constant) * report::Decimal::scale;
  std::int64_t factor = 0;
  const auto add = [&](const standard::Term& term, std::int64_t sign) {
    if (term.cell == cell) {
      factor += sign * term.factor;
      return true;
    }
    auto value = sums.cells().value(term.cell);
    const bool typed = row != nullptr && term.cell >= row->first_cell && term.cell - row->first_cell < row->cell_count;
    if (typed && !value) value = sums.cells().reading(term.cell)->value();
    if (!value || sums.cells().blank(term.cell)) return false;
    rest += sign * term.factor * value->scaled;
    return true;
  };
  for (const standard::Term& term : then.left.terms) {
    if (!add(term, 1)) return std::nullopt;
  }
  for (const standard::Term& term : then.right.terms) {
    if (!add(term, -1)) return std::nullopt;
  }
  if (factor != 1 && factor != -1) return std::nullopt;
  const report::Decimal value{-rest / factor};
  if (value.scaled < 0 || !value.integral()) return std::nullopt;
  return value;
}

/// The blank or numeric cell that the cursor touches, the blank one between whose pipes it stands, or the next one of
/// a row that is being typed.
const report::CellReading* cell_at(const View& view, const Place& place, const report::Grid*& found) {
  const report::CellReading* blank = nullptr;
  const text::Text& text = view.snapshot.text;
  for (const report::Grid& grid : view.report().grids) {
    if (!grid.range.touches(place.offset)) continue;
    found = &grid;
    for (const report::CellReading& cell : grid.cells) {
      if (is_open_cell(text, grid, cell, place.offset)) return &cell;
      if (cell.state == report::CellState::absent) continue;
      if (!cell.range.empty() && cell.range.touches(place.offset)) return &cell;
      if (cell.state != report::CellState::blank || !place.line.covers(cell.range)) continue;
      const text::Offset begin = std::min(cell.range.begin, place.offset);
      const text::Offset end = std::max(cell.range.end, place.offset);
      if (text.slice({begin, end}).find_first_not_of(' ') == std::string_view::npos) blank = &cell;
    }
    if (blank != nullptr) return blank;
  }
  return nullptr;
}

Completion value_of(const report::CellReading& cell, const Place& place, std::string text, std::string detail) {
  Completion item;
  item.kind = Completion::Kind::value;
  item.label = text;
  item.detail = std::move(detail);
  item.range = cell.range.empty() ? text::ByteRange{place.offset, place.offset} : cell.range;
  // What is typed already is a number of its own: every proposal stays in the list.
  item.text = std::move(text);
  return item;
}

}  // namespace

void propose_values(const View& view, const Place& place, std::vector<Completion>& out) {
  const report::Grid* grid = nullptr;
  const report::CellReading* cell = cell_at(view, place, grid);
  if (cell == nullptr || !cell->editable) return;
  const FormSums sums(view.standard.form(grid->form), view.report());
  if (cell->cell >= sums.form().cells.size() || sums.form().cells[cell->cell].type == standard::ValueType::none) return;
  const report::RowReading* open_row = cell->state == report::CellState::absent ? row_of(*grid, *cell) : nullptr;
  const rules::Context context = view.context();
  std::vector<report::Decimal> values;
  const auto total_here = [&](const Sum* sum) { return sum->total == cell->cell; };
  std::vector<const Sum*> asked = sums.of_cell(cell->cell);
  // What a total adds up says more than what other totals need of it.
  std::ranges::sort(
      asked, [&](const Sum* a, const Sum* b) { return std::pair(!total_here(a), a) < std::pair(!total_here(b), b); });
  for (const Sum* sum : asked) {
    const auto value = solved(sums, *sum, cell->cell, open_row);
    if (!value || std::ranges::find(values, *value) != values.end() || values.size() == most_values) continue;
    values.push_back(*value);
    const bool total = total_here(sum);
    out.push_back(
        value_of(*cell, place, to_string(*value), context.say(total ? "complete.parts-sum" : "complete.by-sums")));
  }
  if (std::ranges::find(values, report::Decimal{}) == values.end())
    out.push_back(value_of(*cell, place, "0", context.say("complete.zero")));
}

void propose_rows(const View& view, const Place& place, std::vector<Completion>& out) {
  if (!out.empty()) return;
  const std::size_t pipe = place.before.rfind('|');
  if (pipe == std::string_view::npos) return;
  std::string_view typed = place.before.substr(pipe + 1);
  while (typed.starts_with(' ')) typed.remove_prefix(1);
  for (const report::Grid& grid : view.report().grids) {
    const text::Text& text = view.snapshot.text;
    // A new last row is not read as part of the table yet.
    const bool near = grid.range.touches(place.offset) ||
                      (grid.range.end <= place.line.begin &&
                       text.line_of(place.line.begin) <= text.line_of(without_tail(text, grid.range).end) + 1);
    if (!near || grid.layout != report::Layout::pipe) continue;
    const standard::Form& form = view.standard.form(grid.form);
    for (const report::RowReading& row : grid.rows) {
      const standard::Entry* entry = row.present ? nullptr : form.entry(row.row);
      if (entry == nullptr) continue;
      Completion item;
      item.kind = Completion::Kind::label;
      item.label = entry->label;
      item.range = {place.offset - static_cast<text::Offset>(typed.size()), place.offset};
      item.text = entry->label;
      item.key = "entry:" + form.name + ":" + entry->id;
      out.push_back(std::move(item));
    }
  }
}

}  // namespace nianbao::features
