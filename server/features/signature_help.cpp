// Which column of a table's row the cursor stands in, and which are beside it. Must not know LSP.
#include "features/signature_help.h"

#include <utility>

#include "features/open_cell.h"

namespace nianbao::features {
namespace {

struct Place {
  const report::Grid* grid = nullptr;
  const report::RowReading* row = nullptr;
};

std::optional<Place> row_at(const report::Report& report, const text::Text& text, text::Offset offset) {
  const text::ByteRange line = text.line(text.line_of(offset));
  for (const report::Grid& grid : report.grids) {
    if (!grid.range.touches(offset)) continue;
    for (const report::RowReading& row : grid.rows) {
      if (!row.present || !row.line.touches(offset)) continue;
      // The row above ends where this line begins.
      if (row.line.end == offset && line.begin == offset && row.line.begin < line.begin) continue;
      return Place{&grid, &row};
    }
  }
  return std::nullopt;
}

/// Between two cells the pipe or tab parts them; without one, what stands first keeps the cursor.
bool is_past(const text::Text& text, text::ByteRange cell, text::Offset next_begin, text::Offset offset) {
  if (offset <= cell.end) return false;
  const std::string_view between = text.slice({cell.end, next_begin});
  const std::size_t parting = between.find_first_of("|\t");
  return parting == std::string_view::npos ? offset >= next_begin : offset > cell.end + parting;
}

std::optional<std::uint32_t> active_column(const text::Text& text, const Place& place, text::Offset offset) {
  text::ByteRange before = place.row->label;
  std::optional<std::uint32_t> active;
  for (std::uint16_t i = 0; i < place.row->cell_count; ++i) {
    const report::CellReading* cell = place.grid->cell(static_cast<standard::CellIndex>(place.row->first_cell + i));
    if (cell == nullptr) break;
    if (cell->state == report::CellState::absent) {
      return is_open_cell(text, *place.grid, *cell, offset) ? i : active;
    }
    const bool first_without_label = i == 0 && before.empty();
    if (!first_without_label && !is_past(text, before, cell->range.begin, offset)) break;
    active = i;
    before = cell->range;
  }
  return active;
}

std::string column_name(const rules::Context& context, const standard::Form& form, const standard::CellSpec& cell) {
  const standard::Entry* column = form.entry(cell.column);
  if (column == nullptr) return context.say("signature.value");
  std::string name(form.short_label(cell.column));
  // Without rows the same column comes once per group.
  if (cell.row.empty() && !column->parent.empty()) {
    name =
        context.say("signature.in-group", {{"group", std::string(form.short_label(column->parent))}, {"column", name}});
  }
  return name;
}

}  // namespace

std::optional<SignatureHelp> signature_help(const View& view, text::Offset offset) {
  const auto place = row_at(view.report(), view.snapshot.text, offset);
  if (!place || place->row->cell_count == 0) return std::nullopt;
  const standard::Form& form = view.standard.form(place->grid->form);
  const rules::Context context = view.context();
  const bool english = view.options.locale == rules::Locale::en;
  SignatureHelp help;
  if (!place->row->row.empty()) {
    help.label = context.say("signature.row", {{"row", std::string(form.short_label(place->row->row))}});
    if (const standard::Entry* entry = form.entry(place->row->row)) {
      help.documentation = english && !entry->definition_en.empty() ? entry->definition_en : entry->definition;
    }
  }
  help.first_column = help.label.size();
  for (std::uint16_t i = 0; i < place->row->cell_count; ++i) {
    const std::size_t index = std::size_t{place->row->first_cell} + i;
    if (index >= form.cells.size()) return std::nullopt;
    const standard::CellSpec& cell = form.cells[index];
    if (i > 0) help.label += context.say("signature.join");
    help.columns.push_back(column_name(context, form, cell));
    help.label += help.columns.back();
    const standard::Entry* column = form.entry(cell.column);
    const bool told = english && column != nullptr && !column->definition_en.empty();
    help.notes.push_back(column == nullptr ? std::string() : told ? column->definition_en : column->definition);
  }
  help.active = active_column(view.snapshot.text, *place, offset);
  return help;
}

}  // namespace nianbao::features
