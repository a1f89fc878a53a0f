// Keeps what the rows of a text mean from one version to the next.
#include "report/row_memory.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace nianbao::report {
namespace {

using text::ByteRange;
using text::Offset;

/// Their text is the same where their places are: the edit touched neither.
bool equal_cells(const PhysicalCell& before, const PhysicalCell& now, Offset delta) {
  return syntax::moved(before.range, delta) == now.range && before.covered == now.covered &&
         before.contiguous == now.contiguous && before.column == now.column && before.end_column == now.end_column;
}

bool equal_rows(const PhysicalRow& before, const PhysicalRow& now, Offset delta) {
  return before.kind == now.kind && before.layout == now.layout && before.in_table == now.in_table &&
         before.delimited == now.delimited && syntax::moved(before.line, delta) == now.line &&
         std::ranges::equal(before.cells, now.cells,
                            [&](const PhysicalCell& a, const PhysicalCell& b) { return equal_cells(a, b, delta); });
}

bool is_html(const PhysicalRow& row) {
  return row.layout == Layout::html;
}

void move_by(PhysicalRow& row, Offset delta) {
  row.line = syntax::moved(row.line, delta);
  for (PhysicalCell& cell : row.cells) cell.range = syntax::moved(cell.range, delta);
}

}  // namespace

bool RowMemory::read_around_edit(const text::Text& text, const syntax::Tree& tree, const syntax::Tree& edited) {
  if (pages_) return false;
  const syntax::Edit& edit = change_.edit;
  const Offset delta = syntax::delta_of(edit);
  ByteRange changed{edit.begin, edit.new_end};
  for (const ByteRange& range : tree.differences(edited)) {
    changed = {std::min(changed.begin, range.begin), std::max(changed.end, range.end)};
  }
  // One row more on each side: where a table opens depends on the row before. Two rows may share a line.
  const auto line_before = [&](const PhysicalRow& row) { return row.line.end < changed.begin; };
  const auto begins_within = [&](const PhysicalRow& row) { return row.line.begin <= changed.end - delta; };
  auto first = static_cast<std::size_t>(std::partition_point(rows_.begin(), rows_.end(), line_before) - rows_.begin());
  auto end = static_cast<std::size_t>(std::partition_point(rows_.begin(), rows_.end(), begins_within) - rows_.begin());
  if (first > 0) --first;
  while (first > 0 && rows_[first - 1].line.begin == rows_[first].line.begin) --first;
  if (end < rows_.size()) ++end;
  while (end < rows_.size() && rows_[end].line.begin == rows_[end - 1].line.begin) ++end;

  ByteRange range{0, std::numeric_limits<Offset>::max()};
  if (first > 0) range.begin = rows_[first].line.begin;
  if (end < rows_.size()) range.end = rows_[end].line.begin + delta;
  if ((end - first) * 2 > rows_.size()) return false;  // all at once is faster
  std::vector<PhysicalRow> fresh = physical_rows(text, tree, range);
  if (std::ranges::any_of(fresh, is_html)) return false;
  change_.same = {first, rows_.size() - end};
  if (delta != 0) {
    for (std::size_t i = end; i < rows_.size(); ++i) move_by(rows_[i], delta);
  }
  syntax::exchange(rows_, first, end, fresh.begin(), fresh.end());
  number_runs(rows_);
  return true;
}

void RowMemory::read_all(const text::Text& text, const syntax::Tree& tree) {
  std::vector<PhysicalRow> rows = physical_rows(text, tree);
  if (change_.known) {
    change_.same =
        syntax::same_of(rows_, rows, change_.edit, [](const PhysicalRow& row) { return row.line; }, equal_rows);
  }
  rows_ = std::move(rows);
  pages_ = std::ranges::any_of(rows_, is_html);
}

void RowMemory::exchange_tokens(const text::Text& text, const standard::LabelIndex& index) {
  const auto& [front, back] = change_.same;
  std::vector<TokenRow> fresh;
  fresh.reserve(rows_.size() - front - back);
  for (std::size_t i = front; i + back < rows_.size(); ++i) fresh.push_back(tokens_of(text, rows_[i], index));
  syntax::exchange(tokens_, front, tokens_.size() - back, fresh.begin(), fresh.end());
}

const std::vector<TokenRow>& RowMemory::read(const text::Text& text, const syntax::Tree& tree,
                                             const syntax::Tree* edited, const standard::LabelIndex& index) {
  change_ = {};
  change_.known = std::exchange(any_, true);
  if (change_.known) change_.edit = syntax::difference(text_, text);
  if (!change_.known || edited == nullptr || !read_around_edit(text, tree, *edited)) read_all(text, tree);
  exchange_tokens(text, index);
  text_ = text;
  return tokens_;
}

}  // namespace nianbao::report
