// Look-ups in a form: binary search over the numbers that build_index laid out.
#include "standard/form.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace nianbao::standard {

void Form::build_index() {
  index.entries.resize(entries.size());
  std::iota(index.entries.begin(), index.entries.end(), std::uint16_t{0});
  std::ranges::sort(index.entries, {}, [this](std::uint16_t i) { return std::string_view(entries[i].id); });

  index.cells.resize(cells.size());
  std::iota(index.cells.begin(), index.cells.end(), CellIndex{0});
  std::ranges::sort(index.cells, {}, [this](CellIndex i) {
    return std::make_tuple(std::string_view(cells[i].row), std::string_view(cells[i].column));
  });

  index.rows.assign(cells.size(), {});
  for (std::size_t t = 0; t < tables.size(); ++t) {
    for (std::size_t b = 0; b < tables[t].blocks.size(); ++b) {
      const auto& rows = tables[t].blocks[b].rows;
      for (std::size_t r = 0; r < rows.size(); ++r) {
        const FormIndex::Place place{static_cast<std::uint16_t>(t), static_cast<std::uint16_t>(b),
                                     static_cast<std::uint16_t>(r)};
        for (std::size_t c = 0; c < rows[r].cell_count; ++c) index.rows[rows[r].first_cell + c] = place;
      }
    }
  }
}

const Entry* Form::entry(std::string_view entry_id) const {
  const auto key = [this](std::uint16_t i) { return std::string_view(entries[i].id); };
  const auto found = std::ranges::lower_bound(index.entries, entry_id, {}, key);
  return found != index.entries.end() && key(*found) == entry_id ? &entries[*found] : nullptr;
}

const TableSpec* Form::table(TableId table_id) const {
  const auto found = std::ranges::find(tables, table_id, &TableSpec::id);
  return found == tables.end() ? nullptr : &*found;
}

std::optional<CellIndex> Form::cell(std::string_view row, std::string_view column) const {
  const auto key = [this](CellIndex i) {
    return std::make_tuple(std::string_view(cells[i].row), std::string_view(cells[i].column));
  };
  const auto wanted = std::make_tuple(row, column);
  const auto found = std::ranges::lower_bound(index.cells, wanted, {}, key);
  if (found == index.cells.end() || key(*found) != wanted) return std::nullopt;
  return *found;
}

const RowSpec* Form::row_of(CellIndex cell) const {
  if (cell >= index.rows.size()) return nullptr;
  const FormIndex::Place place = index.rows[cell];
  return &tables[place.table].blocks[place.block].rows[place.row];
}

std::string_view Form::short_label(std::string_view entry_id) const {
  const Entry* found = entry(entry_id);
  return found == nullptr ? std::string_view() : std::string_view(found->short_label);
}

}  // namespace nianbao::standard
