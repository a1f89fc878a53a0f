// Tables in columns. Never changes a value or a word.
#include "features/formatting.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "features/pipe_table.h"
#include "rules/fixes.h"
#include "text/normalise.h"

namespace nianbao::features {
namespace {

using rules::TextEdit;

/// Layouts where a label can change its length without harm.
bool is_delimited(report::Layout layout) {
  return layout == report::Layout::pipe || layout == report::Layout::tab;
}

class Labels {
 public:
  Labels(const View& view, const report::Grid& grid) : view_(view), form_(view.standard.form(grid.form)) {}

  void offer(std::string_view entry_id, text::ByteRange range, const std::string& written) {
    const standard::Entry* entry = form_.entry(entry_id);
    if (entry == nullptr || written.empty() || written == entry->label) return;
    // Where tags or emphasis stand inside, the label is not written in one piece.
    if (view_.snapshot.text.slice(range) != written) return;
    if (text::normalise_label(written) == text::normalise_label(entry->label)) edits_.push_back({range, entry->label});
  }
  [[nodiscard]] std::vector<TextEdit> take() { return std::move(edits_); }

 private:
  const View& view_;
  const standard::Form& form_;
  std::vector<TextEdit> edits_;
};

bool touch(text::ByteRange a, text::ByteRange b) {
  return a.begin <= b.end && b.begin <= a.end;
}

}  // namespace

std::vector<TextEdit> normalise_labels(const View& view, text::ByteRange range) {
  std::vector<TextEdit> edits;
  // The official wording is simplified; a traditional report keeps its own characters.
  if (view.report().script != report::Script::simplified) return edits;
  for (const report::Grid& grid : view.report().grids) {
    if (!is_delimited(grid.layout) || !touch(grid.range, range)) continue;
    Labels labels(view, grid);
    for (const report::RowReading& row : grid.rows) {
      if (row.present) labels.offer(row.row, row.label, row.label_text);
    }
    for (const report::LabelReading& label : grid.labels) labels.offer(label.entry, label.range, label.text);
    std::vector<TextEdit> found = labels.take();
    std::move(found.begin(), found.end(), std::back_inserter(edits));
  }
  rules::sort_edits(edits);
  const auto same = [](const TextEdit& a, const TextEdit& b) { return a.range == b.range; };
  edits.erase(std::unique(edits.begin(), edits.end(), same), edits.end());
  return edits;
}

std::vector<TextEdit> format(const View& view, text::ByteRange range) {
  if (view.snapshot.tree == nullptr) return {};
  const text::Text& text = view.snapshot.text;
  std::vector<TextEdit> edits = normalise_labels(view, range);
  const std::vector<TextEdit> words = edits;
  for (const PipeTable& table : pipe_tables(text, *view.snapshot.tree, range)) {
    const auto first =
        std::ranges::lower_bound(words, table.range.begin, {}, [](const TextEdit& edit) { return edit.range.begin; });
    std::vector<TextEdit> blanks = align(text, table, {first, words.end()});
    std::move(blanks.begin(), blanks.end(), std::back_inserter(edits));
  }
  rules::sort_edits(edits);
  return edits;
}

std::vector<TextEdit> format(const View& view) {
  return format(view, {0, view.snapshot.text.size()});
}

}  // namespace nianbao::features
