#include "report/physical.h"

#include <utility>

#include "syntax/cursor.h"
#include "syntax/range_walk.h"
#include "text/forward_lines.h"

namespace nianbao::report {
namespace {

using syntax::NodeKind;

/// Longer lines with gaps inside are prose with typing errors.
constexpr std::size_t longest_spaced_line = 400;

/// Turns the nodes of a tree into rows, one physical line each but for HTML tables.
class RowCollector {
 public:
  explicit RowCollector(const text::Text& text) : text_(text) {}

  template <typename Walk>
  std::vector<PhysicalRow> collect(Walk walk) {
    bool more = walk.next();
    while (more) more = take(walk.node()) ? walk.skip() : walk.next();
    return std::move(rows_);
  }

 private:
  /// True where the node was taken whole, so that what is inside need not be seen.
  bool take(const syntax::Node& node) {
    switch (node.kind) {
      case NodeKind::pipe_table:
      case NodeKind::tsv_table:
      case NodeKind::aligned_table:
      case NodeKind::flat_table:
        opens_table_ = true;
        return false;
      case NodeKind::pipe_row:
        read_pipe_row(text_, add(node, RowKind::cells, true));
        return true;
      case NodeKind::tsv_row:
        read_tab_row(text_, add(node, RowKind::cells, true));
        return true;
      case NodeKind::aligned_row:
        read_aligned_row(text_, add(node, RowKind::cells, true));
        return true;
      case NodeKind::pipe_delimiter_row:
        add(node, RowKind::rule, true).layout = Layout::pipe;
        return true;
      case NodeKind::flat_cell:
        read_single_cell(text_, add(node, RowKind::line, true));
        return true;
      case NodeKind::html_table:
        take_html_table(node);
        return true;
      case NodeKind::heading:
        add_line(node, RowKind::heading);
        return true;
      case NodeKind::text_line:
      case NodeKind::attachment_line:
        add_line(node, RowKind::line);
        return true;
      case NodeKind::blank_line:
        add_line(node, RowKind::blank);
        return true;
      case NodeKind::page_break:
      case NodeKind::comment_line:
        add(node, RowKind::page_break, false);
        return true;
      default:
        return false;
    }
  }

  PhysicalRow& add(const syntax::Node& node, RowKind kind, bool in_table) {
    PhysicalRow row;
    row.kind = kind;
    row.line = line_at(node.range.begin);
    row.in_table = in_table;
    row.opens_table = in_table && std::exchange(opens_table_, false);
    rows_.push_back(std::move(row));
    return rows_.back();
  }

  void take_html_table(const syntax::Node& node) {
    const std::size_t before = rows_.size();
    read_html_table(text_, node.range, rows_);
    if (rows_.size() > before) rows_[before].opens_table = true;
  }

  /// A lone line; the text behind a run-in heading belongs to the heading's row.
  void add_line(const syntax::Node& node, RowKind kind) {
    const text::ByteRange line = line_at(node.range.begin);
    if (!rows_.empty() && rows_.back().line.begin == line.begin && rows_.back().kind != RowKind::page_break) return;
    if (kind == RowKind::blank && trimmed(text_, node.range) != node.range && node.range.begin != line.begin) return;
    PhysicalRow& row = add(node, kind, false);
    row.line = line;
    if (kind == RowKind::blank) return;
    read_single_cell(text_, row);
    // A label and its unit in columns, without a number: whether it is a row of a table its neighbours will tell.
    const std::string_view inner = text_.slice(row.cells.front().range);
    if (inner.size() > longest_spaced_line || inner.find("  ") == std::string_view::npos) return;
    row.cells.clear();
    read_aligned_row(text_, row);
  }

  /// Nodes come in the text's order.
  text::ByteRange line_at(text::Offset offset) { return text_.line(lines_.line_of(offset)); }

  const text::Text& text_;
  text::ForwardLines lines_{text_};
  std::vector<PhysicalRow> rows_;
  bool opens_table_ = false;
};

}  // namespace

std::vector<PhysicalRow> physical_rows(const text::Text& text, const syntax::Tree& tree) {
  std::vector<PhysicalRow> rows = RowCollector(text).collect(syntax::Cursor(tree));
  number_runs(rows);
  return rows;
}

std::vector<PhysicalRow> physical_rows(const text::Text& text, const syntax::Tree& tree, text::ByteRange range) {
  return RowCollector(text).collect(syntax::RangeWalk(tree, range));
}

void number_runs(std::vector<PhysicalRow>& rows) {
  std::uint32_t run = 0;
  for (PhysicalRow& row : rows) {
    if (row.opens_table) ++run;
    row.run = run;
  }
}

}  // namespace nianbao::report
