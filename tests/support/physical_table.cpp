#include "support/physical_table.h"

#include <algorithm>
#include <utility>

namespace nianbao::test {
namespace {

using standard::BlockSpec;
using standard::Entry;
using standard::EntryKind;
using standard::Form;
using standard::RowSpec;
using standard::TableSpec;
using standard::ValueType;

/// Groups above an entry, outermost first, then the entry itself.
std::vector<const Entry*> path_of(const Form& form, std::string_view id, EntryKind group) {
  std::vector<const Entry*> path;
  const Entry* entry = form.entry(id);
  while (entry != nullptr && path.size() < 8) {
    path.insert(path.begin(), entry);
    const Entry* parent = entry->parent.empty() ? nullptr : form.entry(entry->parent);
    entry = parent != nullptr &&
                    (parent->kind == group || (group == EntryKind::row_group && parent->kind == EntryKind::row))
                ? parent
                : nullptr;
  }
  return path;
}

class Builder {
 public:
  Builder(const Form& form, const TableSpec& table, const PhysicalOptions& options)
      : form_(form), table_(table), options_(options) {
    for (const auto& block : table.blocks) {
      data_columns_ = std::max(data_columns_, block.columns.size());
      for (const auto& row : block.rows) {
        deepest_ = std::max(deepest_, path_of(form, row.id, EntryKind::row_group).size());
      }
    }
    label_columns_ = is_indicator_table(table) ? 1 : std::min(options.label_columns, deepest_);
    result_.label_columns = label_columns_;
    result_.columns = is_indicator_table(table) ? 3 : label_columns_ + data_columns_;
  }

  PhysicalTable build() {
    std::size_t ordinal = 0;
    for (const auto& block : table_.blocks) {
      add_caption(block);
      add_header(block);
      for (std::size_t index = 0; index < block.rows.size(); ++index, ++ordinal) {
        const bool cut = options_.cut == ordinal;
        if (cut) start_new_piece(block);
        is_indicator_table(table_) ? add_indicator(block.rows[index]) : add_data(block, index, ordinal);
      }
    }
    return std::move(result_);
  }

 private:
  PhysicalRow& new_row() {
    result_.rows.emplace_back();
    result_.rows.back().cut_before = std::exchange(cut_pending_, false);
    return result_.rows.back();
  }

  void start_new_piece(const BlockSpec& block) {
    cut_pending_ = true;
    first_behind_cut_ = true;
    if (options_.repeated_headers) add_header(block);
  }

  void add_caption(const BlockSpec& block) {
    const Entry* caption = form_.entry(block.caption);
    if (caption == nullptr) return;
    new_row().cells.push_back({PartOfTable::caption, options_.label_of(*caption), 0, result_.columns, 1, 0});
  }

  [[nodiscard]] std::string corner() const {
    for (const auto& id : table_.header) {
      const Entry* entry = form_.entry(id);
      if (entry != nullptr && (entry->kind == EntryKind::header_note || entry->kind == EntryKind::column)) {
        return options_.label_of(*entry);
      }
    }
    return {};
  }

  void add_header(const BlockSpec& block) {
    if (is_indicator_table(table_)) {
      PhysicalRow& row = new_row();
      row.is_header = true;
      row.cells = {{PartOfTable::header, "统计指标", 0, 1, 1, 0},
                   {PartOfTable::header, "单位", 1, 1, 1, 0},
                   {PartOfTable::header, "统计数", 2, 1, 1, 0}};
      return;
    }
    std::vector<std::vector<const Entry*>> paths;
    std::size_t height = 1;
    for (const auto& column : block.columns) {
      paths.push_back(path_of(form_, column, EntryKind::column_group));
      if (options_.flat_header) paths.back().erase(paths.back().begin(), paths.back().end() - 1);
      height = std::max(height, paths.back().size());
    }
    for (std::size_t level = 0; level < height; ++level) add_header_row(paths, level, height);
  }

  void add_header_row(const std::vector<std::vector<const Entry*>>& paths, std::size_t level, std::size_t height) {
    PhysicalRow row;
    row.is_header = true;
    if (level == 0 && label_columns_ > 0) {
      row.cells.push_back({PartOfTable::header, corner(), 0, label_columns_, height, 0});
    }
    for (std::size_t column = 0; column < paths.size();) {
      std::size_t end = column + 1;
      if (level < paths[column].size()) {
        const bool leaf = level + 1 == paths[column].size();
        while (!leaf && end < paths.size() && level + 1 < paths[end].size() &&
               paths[end][level] == paths[column][level]) {
          ++end;
        }
        row.cells.push_back({PartOfTable::header, options_.label_of(*paths[column][level]), label_columns_ + column,
                             span_up_to(end, paths.size(), column), leaf ? height - level : 1, 0});
      }
      column = end;
    }
    PhysicalRow& added = new_row();
    added.cells = std::move(row.cells);
    added.is_header = true;
  }

  /// The last column of a block with fewer columns than the table spans the rest.
  [[nodiscard]] std::size_t span_up_to(std::size_t end, std::size_t count, std::size_t column) const {
    return (end == count ? data_columns_ : end) - column;
  }

  [[nodiscard]] std::vector<const Entry*> visible(std::vector<const Entry*> path) const {
    if (path.size() + label_columns_ <= deepest_) return {path.back()};
    const std::size_t hidden = deepest_ - label_columns_;
    path.erase(path.begin(), path.begin() + static_cast<std::ptrdiff_t>(std::min(hidden, path.size() - 1)));
    return path;
  }

  void add_data(const BlockSpec& block, std::size_t index, std::size_t ordinal) {
    const RowSpec& spec = block.rows[index];
    const auto full = path_of(form_, spec.id, EntryKind::row_group);
    add_group_rows(full);
    PhysicalRow row;
    if (label_columns_ > 0) add_labels(block, index, ordinal, visible(full), full.size() - 1, row);
    for (std::size_t column = 0; column < spec.cell_count; ++column) {
      const auto cell = static_cast<standard::CellIndex>(spec.first_cell + column);
      row.cells.push_back({PartOfTable::value, options_.value_of(cell), label_columns_ + column,
                           span_up_to(column + 1, spec.cell_count, column), 1, 0});
    }
    new_row().cells = std::move(row.cells);
    previous_path_ = full;
    first_behind_cut_ = false;
  }

  /// Groups that have no label column of their own get a row with nothing but the label.
  void add_group_rows(const std::vector<const Entry*>& path) {
    if (label_columns_ == 0 || path.size() < 2) return;
    const std::size_t hidden = deepest_ - label_columns_;
    for (std::size_t level = 0; level + 1 < path.size() && level < hidden; ++level) {
      if (level < previous_path_.size() && previous_path_[level] == path[level]) continue;
      PhysicalRow& row = new_row();
      row.cells.push_back({PartOfTable::label, options_.label_of(*path[level]), 0, label_columns_, 1, level});
      for (std::size_t column = 0; column < data_columns_; ++column) {
        row.cells.push_back({PartOfTable::value, {}, label_columns_ + column, 1, 1, 0});
      }
    }
  }

  void add_labels(const BlockSpec& block, std::size_t index, std::size_t ordinal, const std::vector<const Entry*>& path,
                  std::size_t depth, PhysicalRow& row) {
    const auto before = index == 0 || first_behind_cut_ ? std::vector<const Entry*>{} : visible(previous_path_);
    bool same_so_far = true;
    for (std::size_t level = 0; level + 1 < path.size(); ++level) {
      same_so_far = same_so_far && level + 1 < before.size() && before[level] == path[level];
      if (same_so_far) continue;
      row.cells.push_back({PartOfTable::label, options_.label_of(*path[level]), level, 1,
                           rows_below(block, index, ordinal, path, level), level});
    }
    const std::size_t last = path.size() - 1;
    row.cells.push_back({PartOfTable::label, options_.label_of(*path[last]), last, label_columns_ - last, 1, depth});
  }

  /// Data rows from `index` on that share the path down to `level`, up to a cut.
  std::size_t rows_below(const BlockSpec& block, std::size_t index, std::size_t ordinal,
                         const std::vector<const Entry*>& path, std::size_t level) const {
    std::size_t count = 1;
    for (; index + count < block.rows.size(); ++count) {
      if (options_.cut == ordinal + count) break;
      const auto next = visible(path_of(form_, block.rows[index + count].id, EntryKind::row_group));
      if (next.size() <= level + 1 ||
          !std::equal(path.begin(), path.begin() + static_cast<std::ptrdiff_t>(level) + 1, next.begin())) {
        break;
      }
    }
    return count;
  }

  void add_indicator(const RowSpec& spec) {
    const Entry* entry = form_.entry(spec.id);
    if (entry == nullptr) return;
    const auto& cell = form_.cells[spec.first_cell];
    const std::size_t depth = path_of(form_, spec.id, EntryKind::row_group).size() - 1;
    PhysicalRow& row = new_row();
    row.cells.push_back({PartOfTable::label, options_.label_of(*entry), 0, 1, 1, depth});
    row.cells.push_back({PartOfTable::unit, cell.type == ValueType::none ? "——" : cell.unit, 1, 1, 1, 0});
    row.cells.push_back({PartOfTable::value, options_.value_of(spec.first_cell), 2, 1, 1, 0});
  }

  const Form& form_;
  const TableSpec& table_;
  const PhysicalOptions& options_;
  PhysicalTable result_;
  std::vector<const Entry*> previous_path_;
  std::size_t data_columns_ = 0;
  std::size_t label_columns_ = 0;
  std::size_t deepest_ = 0;
  bool cut_pending_ = false;
  bool first_behind_cut_ = false;  ///< groups with a column of their own are named again behind a cut
};

}  // namespace

std::size_t data_rows(const TableSpec& table) {
  std::size_t count = 0;
  for (const auto& block : table.blocks) count += block.rows.size();
  return count;
}

bool is_indicator_table(const TableSpec& table) {
  return table.blocks.size() == 1 && table.blocks.front().columns.size() == 1 &&
         table.blocks.front().columns.front().empty();
}

PhysicalTable build_physical_table(const Form& form, const TableSpec& table, const PhysicalOptions& options) {
  return Builder(form, table, options).build();
}

std::vector<std::vector<std::string>> flattened(const PhysicalTable& table, bool repeat) {
  std::vector<std::vector<std::string>> rows(table.rows.size(), std::vector<std::string>(table.columns));
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    for (const auto& cell : table.rows[row].cells) {
      const bool repeats = repeat && (cell.part == PartOfTable::label || cell.part == PartOfTable::header);
      for (std::size_t down = 0; down < cell.row_span && row + down < rows.size(); ++down) {
        for (std::size_t right = 0; right < cell.column_span; ++right) {
          if ((down == 0 && right == 0) || repeats) rows[row + down][cell.column + right] = cell.text;
        }
      }
    }
  }
  return rows;
}

}  // namespace nianbao::test
