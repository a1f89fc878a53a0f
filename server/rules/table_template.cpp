// The official tables as GFM pipe tables, made from the form's data: blank (all 0) or with values carried over.
// Must not know any table, row or column by name.
#include "rules/table_template.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

namespace nianbao::rules {
namespace {

using Line = std::vector<std::string>;
using Lines = std::vector<Line>;

constexpr std::size_t deepest_label = 8;  // bounds the climb through parents of broken data

std::string label_of(const standard::Form& form, std::string_view id) {
  const standard::Entry* entry = form.entry(id);
  return entry != nullptr ? entry->label : std::string();
}

/// Groups of the given kind that hold the entry, outermost first.
std::vector<const standard::Entry*> groups_of(const standard::Form& form, std::string_view id,
                                              standard::EntryKind kind) {
  std::vector<const standard::Entry*> groups;
  const standard::Entry* entry = form.entry(id);
  while (entry != nullptr && groups.size() < deepest_label) {
    entry = entry->parent.empty() ? nullptr : form.entry(entry->parent);
    if (entry != nullptr && entry->kind == kind) groups.push_back(entry);
  }
  std::reverse(groups.begin(), groups.end());
  return groups;
}

struct Shape {
  std::size_t label_columns = 1;
  std::size_t value_columns = 0;
  bool units = false;  ///< 统计指标 | 单位 | 统计数
};

Shape shape_of(const standard::Form& form, const standard::TableSpec& table) {
  Shape shape;
  for (const standard::BlockSpec& block : table.blocks) {
    shape.value_columns = std::max(shape.value_columns, block.columns.size());
    shape.units = shape.units || (block.columns.size() == 1 && block.columns.front().empty());
    for (const standard::RowSpec& row : block.rows) {
      if (row.id.empty()) shape.label_columns = 0;
      if (shape.units) continue;
      const std::size_t depth = groups_of(form, row.id, standard::EntryKind::row_group).size() + 1;
      if (shape.label_columns > 0) shape.label_columns = std::max(shape.label_columns, depth);
    }
  }
  return shape;
}

Line empty_line(const Shape& shape) {
  return Line(shape.label_columns + (shape.units ? 1 : 0) + shape.value_columns);
}

void add_header(const standard::Form& form, const standard::TableSpec& table, const standard::BlockSpec& block,
                const Shape& shape, Lines& lines) {
  if (!block.caption.empty()) {
    Line caption = empty_line(shape);
    caption.front() = label_of(form, block.caption);
    lines.push_back(std::move(caption));
  }
  if (shape.units) {
    lines.push_back({"统计指标", "单位", "统计数"});
    return;
  }
  std::size_t depth = 0;
  std::vector<std::vector<const standard::Entry*>> groups;
  for (const std::string& column : block.columns) {
    groups.push_back(groups_of(form, column, standard::EntryKind::column_group));
    depth = std::max(depth, groups.back().size());
  }
  for (std::size_t level = 0; shape.label_columns == 0 && level < depth; ++level) {
    Line line = empty_line(shape);
    for (std::size_t i = 0; i < groups.size(); ++i) {
      if (level >= groups[i].size()) continue;
      const bool repeats = i > 0 && level < groups[i - 1].size() && groups[i - 1][level] == groups[i][level];
      if (!repeats) line[i] = groups[i][level]->label;
    }
    lines.push_back(std::move(line));
  }
  Line line = empty_line(shape);
  if (shape.label_columns > 0 && !table.header.empty()) line.front() = label_of(form, table.header.front());
  for (std::size_t i = 0; i < block.columns.size(); ++i)
    line[shape.label_columns + i] = label_of(form, block.columns[i]);
  lines.push_back(std::move(line));
}

void add_rows(const standard::Form& form, const standard::BlockSpec& block, const Shape& shape, const CellText& value,
              Lines& lines) {
  std::vector<const standard::Entry*> open;
  for (const standard::RowSpec& row : block.rows) {
    Line line = empty_line(shape);
    if (shape.label_columns > 0) {
      const auto groups =
          shape.units ? std::vector<const standard::Entry*>{} : groups_of(form, row.id, standard::EntryKind::row_group);
      for (std::size_t i = 0; i < groups.size(); ++i) {
        if (i >= open.size() || open[i] != groups[i]) line[i] = groups[i]->label;
      }
      line[groups.size()] = label_of(form, row.id);
      open = groups;
    }
    for (std::uint16_t i = 0; i < row.cell_count; ++i) {
      const standard::CellSpec& cell = form.cells[static_cast<std::size_t>(row.first_cell) + i];
      const bool group = cell.type == standard::ValueType::none;
      if (shape.units) line[1] = group ? "——" : cell.unit;
      if (!group) line[shape.label_columns + (shape.units ? 1 : 0) + i] = value(cell);
    }
    lines.push_back(std::move(line));
  }
}

std::string in_pipes(const Lines& lines) {
  std::string text;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    text += '|';
    for (const std::string& cell : lines[i]) text += cell.empty() ? "  |" : " " + cell + " |";
    text += '\n';
    if (i > 0) continue;
    text += '|';
    for (std::size_t column = 0; column < lines[i].size(); ++column) text += " --- |";
    text += '\n';
  }
  return text;
}

}  // namespace

std::string table_in_markdown(const standard::Form& form, standard::TableId id, const CellText& value) {
  const standard::TableSpec* table = form.table(id);
  if (table == nullptr) return {};
  const Shape shape = shape_of(form, *table);
  Lines lines;
  for (const standard::BlockSpec& block : table->blocks) {
    add_header(form, *table, block, shape, lines);
    add_rows(form, block, shape, value, lines);
  }
  return in_pipes(lines);
}

std::string blank_table(const standard::Form& form, standard::TableId id) {
  return table_in_markdown(form, id, [](const standard::CellSpec&) { return std::string("0"); });
}

}  // namespace nianbao::rules
