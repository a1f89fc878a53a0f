// How a report is nested. Must not know what is shown of it.
#include "features/outline.h"

#include <algorithm>
#include <map>
#include <utility>

namespace nianbao::features {
namespace {

using Kind = OutlineNode::Kind;

void widen(text::ByteRange& range, text::ByteRange by) {
  if (range.empty()) range = by;
  range.begin = std::min(range.begin, by.begin);
  range.end = std::max(range.end, by.end);
}

/// Groups of one table, made when their first row comes.
class TableTree {
 public:
  TableTree(const View& view, const report::Grid& grid)
      : view_(view), form_(view.standard.form(grid.form)), grid_(grid) {}

  OutlineNode make() {
    OutlineNode table;
    table.kind = Kind::table;
    table.grid = &grid_;
    table.range = without_tail(view_.snapshot.text, grid_.range);
    table.name = view_.snapshot.text.line(view_.snapshot.text.line_of(grid_.range.begin));
    table.name.begin = std::max(table.name.begin, table.range.begin);
    table.name.end = std::min(table.name.end, table.range.end);
    for (const report::RowReading& row : grid_.rows) {
      if (!row.present) continue;
      if (row.row.empty()) {
        add_columns(row, table);
      } else if (!row.label.empty()) {
        add_row(row, table);
      }
    }
    settle(table);
    return table;
  }

 private:
  void add_row(const report::RowReading& row, OutlineNode& table) {
    OutlineNode node;
    node.kind = Kind::row;
    node.grid = &grid_;
    node.row = &row;
    node.entry = row.row;
    node.range = without_tail(view_.snapshot.text, row.line);
    widen(node.range, row.label);
    node.name = row.label;
    OutlineNode& parent = parent_of(row, node.range, table);
    parent.children.push_back(std::move(node));
  }

  /// A row without a label (table 四): its groups of columns.
  void add_columns(const report::RowReading& row, OutlineNode& table) {
    std::map<std::string, std::size_t, std::less<>> groups;
    for (std::uint16_t i = 0; i < row.cell_count; ++i) {
      const report::CellReading* cell = grid_.cell(static_cast<standard::CellIndex>(row.first_cell + i));
      if (cell == nullptr || cell->state == report::CellState::absent || cell->cell >= form_.cells.size()) continue;
      const standard::Entry* column = form_.entry(form_.cells[cell->cell].column);
      if (column == nullptr || column->parent.empty()) continue;
      const auto [place, fresh] = groups.emplace(column->parent, table.children.size());
      if (fresh) {
        OutlineNode node;
        node.kind = Kind::columns;
        node.grid = &grid_;
        node.entry = column->parent;
        node.range = cell->range;
        table.children.push_back(std::move(node));
      }
      OutlineNode& group = table.children[place->second];
      group.range.end = std::max(group.range.end, cell->range.end);
      group.name = group.range;
    }
  }

  /// The node of the row's group, or of the row that it is a part of, below those around it. Parents nest three deep
  /// in the forms; the bound only guards against a loop in the data.
  OutlineNode& parent_of(const report::RowReading& row, text::ByteRange range, OutlineNode& table) {
    std::vector<const standard::Entry*> above;
    const standard::Entry* entry = form_.entry(row.row);
    while (entry != nullptr && !entry->parent.empty() && above.size() < 3) {
      entry = form_.entry(entry->parent);
      if (entry != nullptr) above.push_back(entry);
    }
    OutlineNode* parent = &table;
    for (auto at = above.rbegin(); at != above.rend(); ++at) {
      const bool is_group = (*at)->kind == standard::EntryKind::row_group;
      const bool open = !parent->children.empty() && parent->children.back().entry == (*at)->id &&
                        (is_group || follows(range, parent->children.back()));
      // A row that is missing, or stands elsewhere, holds no others.
      if (!open && !is_group) continue;
      if (!open) {
        OutlineNode group;
        group.kind = Kind::group;
        group.grid = &grid_;
        group.entry = (*at)->id;
        group.name = label_of((*at)->id);
        group.range = group.name;
        parent->children.push_back(std::move(group));
      }
      parent = &parent->children.back();
    }
    return *parent;
  }

  /// True where no other row stands between the node, with all it holds, and the range.
  [[nodiscard]] bool follows(text::ByteRange range, const OutlineNode& node) const {
    text::Offset end = node.range.end;
    for (const OutlineNode* last = &node; !last->children.empty(); end = std::max(end, last->range.end))
      last = &last->children.back();
    return end <= range.begin && std::ranges::none_of(grid_.rows, [&](const report::RowReading& row) {
             return row.present && !row.label.empty() && row.label.begin >= end && row.label.begin < range.begin;
           });
  }

  [[nodiscard]] text::ByteRange label_of(const std::string& entry) const {
    for (const report::LabelReading& label : grid_.labels) {
      if (label.entry == entry) return label.range;
    }
    return {};
  }

  /// Ranges from the leaves up, children in the order of the text, names inside. Nests as deep as groups do.
  void settle(OutlineNode& node) {
    for (OutlineNode& child : node.children) {
      settle(child);
      widen(node.range, child.range);
    }
    std::ranges::sort(node.children, {}, [](const OutlineNode& child) { return child.range.begin; });
    if (node.name.empty() || !node.range.covers(node.name)) {
      node.name = node.children.empty() ? node.range : node.children.front().name;
    }
  }

  const View& view_;
  const standard::Form& form_;
  const report::Grid& grid_;
};

/// Sections and tables in source order, put into each other by where they end.
class Builder {
 public:
  explicit Builder(const View& view) : view_(view), text_(view.snapshot.text) {}

  std::vector<OutlineNode> run() {
    const report::Report& report = view_.report();
    std::vector<OutlineNode> flat = sections();
    for (const report::Grid& grid : report.grids) flat.push_back(TableTree(view_, grid).make());
    std::ranges::sort(flat, [](const OutlineNode& a, const OutlineNode& b) {
      return std::pair(a.range.begin, b.range.end) < std::pair(b.range.begin, a.range.end);
    });
    for (OutlineNode& node : flat) {
      while (!open_.empty() && open_.back().range.end <= node.range.begin) close();
      open_.push_back(std::move(node));
    }
    while (!open_.empty()) close();
    return std::move(top_);
  }

 private:
  /// Each heading up to the next one of its level or above.
  std::vector<OutlineNode> sections() {
    const std::vector<report::Heading>& headings = view_.report().headings;
    std::vector<OutlineNode> out(headings.size());
    std::vector<std::size_t> open;
    const auto end_at = [&](std::size_t index, text::Offset end) {
      out[index].range = without_tail(text_, {headings[index].line.begin, end});
    };
    for (std::size_t i = 0; i < headings.size(); ++i) {
      while (!open.empty() && headings[open.back()].level >= headings[i].level) {
        end_at(open.back(), headings[i].line.begin);
        open.pop_back();
      }
      out[i].heading = i;
      out[i].name = {headings[i].marker.empty() ? headings[i].title.begin : headings[i].marker.begin,
                     headings[i].title.end};
      open.push_back(i);
    }
    for (const std::size_t index : open) end_at(index, text_.size());
    return out;
  }

  void close() {
    OutlineNode node = std::move(open_.back());
    open_.pop_back();
    if (!open_.empty()) {
      // A table that runs over the next heading, as some do after a page break, keeps its parent open.
      widen(open_.back().range, node.range);
    }
    if (!node.range.covers(node.name)) node.name = {node.range.begin, node.range.begin};
    (open_.empty() ? top_ : open_.back().children).push_back(std::move(node));
  }

  const View& view_;
  const text::Text& text_;
  std::vector<OutlineNode> open_;
  std::vector<OutlineNode> top_;
};

}  // namespace

text::ByteRange without_tail(const text::Text& text, text::ByteRange range) {
  const std::string_view bytes = text.bytes();
  const auto is_tail = [](char byte) { return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n'; };
  while (range.end > range.begin && is_tail(bytes[range.end - 1])) --range.end;
  return range;
}

std::vector<OutlineNode> outline(const View& view) {
  return Builder(view).run();
}

}  // namespace nianbao::features
