// What stands under the cursor. Must not know what is said about it.
#include "features/locate.h"

#include <utility>

namespace nianbao::features {
namespace {

/// Keeps the best candidate: containing beats touching, shorter beats longer.
class Choice {
 public:
  explicit Choice(text::Offset offset) : offset_(offset) {}

  void offer(text::ByteRange range, Target target) {
    if (!range.touches(offset_)) return;
    const bool contains = range.contains(offset_);
    if (best_.kind != TargetKind::none) {
      if (contains_ && !contains) return;
      if (contains_ == contains && best_.range.size() <= range.size()) return;
    }
    contains_ = contains;
    target.range = range;
    best_ = std::move(target);
  }
  [[nodiscard]] Target take() { return std::move(best_); }

 private:
  text::Offset offset_;
  Target best_;
  bool contains_ = false;
};

std::string entry_of_cell(const standard::Form& form, standard::CellIndex index) {
  if (index >= form.cells.size()) return {};
  const standard::CellSpec& cell = form.cells[index];
  return cell.row.empty() ? cell.column : cell.row;
}

void offer_grid(const report::Grid& grid, const standard::Form& form, Choice& choice) {
  for (const report::CellReading& cell : grid.cells) {
    if (cell.state == report::CellState::absent) continue;
    choice.offer(cell.range, {.kind = TargetKind::cell,
                              .range = {},
                              .entry = entry_of_cell(form, cell.cell),
                              .grid = &grid,
                              .row = nullptr,
                              .cell = &cell});
  }
  for (const report::RowReading& row : grid.rows) {
    if (!row.present || row.label.empty() || row.row.empty()) continue;
    choice.offer(
        row.label,
        {.kind = TargetKind::row_label, .range = {}, .entry = row.row, .grid = &grid, .row = &row, .cell = nullptr});
  }
  for (const report::LabelReading& label : grid.labels) {
    if (label.entry.empty()) continue;
    choice.offer(
        label.range,
        {.kind = TargetKind::label, .range = {}, .entry = label.entry, .grid = &grid, .row = nullptr, .cell = nullptr});
  }
}

}  // namespace

Target locate(const report::Report& report, const standard::Form& form, text::Offset offset) {
  Choice choice(offset);
  for (const report::Grid& grid : report.grids) {
    if (grid.form == form.id && grid.range.touches(offset)) offer_grid(grid, form, choice);
  }
  for (const report::Heading& heading : report.headings) {
    if (heading.section.empty()) continue;
    const text::ByteRange marked =
        heading.marker.empty() ? heading.title : text::ByteRange{heading.marker.begin, heading.title.end};
    choice.offer(marked, {.kind = TargetKind::heading,
                          .range = {},
                          .entry = heading.section,
                          .grid = nullptr,
                          .row = nullptr,
                          .cell = nullptr});
  }
  return choice.take();
}

const standard::Form& form_of(const report::Report& report, const standard::Standard& standard) {
  if (report.form) return standard.form(*report.form);
  if (report.year) return standard.form_for_year(*report.year);
  return standard.forms.back();
}

}  // namespace nianbao::features
