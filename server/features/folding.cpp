// What can be folded. Must not know lines: an editor folds those that a range touches.
#include "features/folding.h"

#include <algorithm>

#include "features/outline.h"
#include "syntax/cursor.h"

namespace nianbao::features {
namespace {

std::string summary_of(const View& view, const OutlineNode& node) {
  const standard::TableSpec* table = view.standard.form(node.grid->form).table(node.grid->table);
  if (table == nullptr) return {};
  return view.context().say("fold.table", {{"table", table->name}, {"title", table->title}});
}

/// Nests as deep as the outline does.
void add(const View& view, const std::vector<OutlineNode>& nodes, std::vector<Fold>& folds) {
  for (const OutlineNode& node : nodes) {
    if (node.kind == OutlineNode::Kind::columns) continue;
    if (node.kind == OutlineNode::Kind::row && node.children.empty()) continue;
    Fold fold;
    fold.kind = node.kind == OutlineNode::Kind::section ? Fold::Kind::part : Fold::Kind::table;
    fold.range = node.range;
    if (node.kind == OutlineNode::Kind::table) fold.summary = summary_of(view, node);
    folds.push_back(std::move(fold));
    add(view, node.children, folds);
  }
}

/// Lines of comments under each other.
void add_comments(const View& view, std::vector<Fold>& folds) {
  if (view.snapshot.tree == nullptr) return;
  const text::Text& text = view.snapshot.text;
  std::optional<text::ByteRange> open;
  const auto end = [&] {
    if (open) folds.push_back({Fold::Kind::comment, without_tail(text, *open), {}});
    open.reset();
  };
  syntax::Cursor cursor(*view.snapshot.tree);
  for (bool more = cursor.next(); more;) {
    const syntax::Node& node = cursor.node();
    const bool passes = node.kind == syntax::NodeKind::document || node.kind == syntax::NodeKind::section;
    if (node.kind == syntax::NodeKind::comment_line) {
      if (open && text.line_of(node.range.begin) <= text.line_of(open->end) + 1) {
        open->end = node.range.end;
      } else {
        end();
        open = node.range;
      }
    }
    more = passes ? cursor.next() : cursor.skip();
  }
  end();
}

}  // namespace

std::vector<Fold> folds(const View& view) {
  std::vector<Fold> folds;
  add(view, outline(view), folds);
  for (const report::UnreadTable& table : view.report().unread) {
    folds.push_back({Fold::Kind::table, without_tail(view.snapshot.text, table.range), {}});
  }
  add_comments(view, folds);
  std::ranges::sort(folds, [](const Fold& a, const Fold& b) {
    return std::pair(a.range.begin, b.range.end) < std::pair(b.range.begin, a.range.end);
  });
  return folds;
}

}  // namespace nianbao::features
