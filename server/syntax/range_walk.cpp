#include "syntax/range_walk.h"

#include <utility>
#include <vector>

#include <tree_sitter/api.h>

namespace nianbao::syntax {
namespace {

/// The first child that reaches beyond the offset; null where there is none.
TSNode child_beyond(TSNode parent, text::Offset offset) {
  const TSNode found = ts_node_first_child_for_byte(parent, offset);
  if (!ts_node_is_null(found)) return found;
  // The runtime gives up where what reaches beyond is a hidden node without children.
  const std::uint32_t count = ts_node_child_count(parent);
  if (count == 0) return found;
  TSNode child = ts_node_child(parent, count - 1);
  return ts_node_end_byte(child) > offset ? child : found;
}

}  // namespace

struct RangeWalk::State {
  State(TSNode root, std::shared_ptr<const KindTable> table, text::ByteRange wanted)
      : node(root), kinds(std::move(table)), range(wanted) {}

  /// Behind the node and all that is inside; false behind the last one.
  bool leave() {
    for (;;) {
      const TSNode sibling = ts_node_next_sibling(node);
      if (!ts_node_is_null(sibling)) {
        node = sibling;
        return true;
      }
      if (parents.empty()) return false;
      node = parents.back();
      parents.pop_back();
    }
  }
  void enter(TSNode child) {
    parents.push_back(node);
    node = child;
  }
  /// To the first node that begins in the range, or behind it.
  bool arrive() {
    while (ts_node_start_byte(node) < range.begin) {
      const TSNode child = child_beyond(node, range.begin);
      if (ts_node_is_null(child)) return leave();
      enter(child);
    }
    return true;
  }

  TSNode node;
  std::vector<TSNode> parents;
  std::shared_ptr<const KindTable> kinds;
  text::ByteRange range;
  bool started = false;
};

RangeWalk::RangeWalk(const Tree& tree, text::ByteRange range) {
  if (tree.empty()) return;
  state_ = std::make_unique<State>(ts_tree_root_node(tree.tree_.get()), tree.kinds_, range);
}

RangeWalk::RangeWalk(RangeWalk&&) noexcept = default;
RangeWalk& RangeWalk::operator=(RangeWalk&&) noexcept = default;
RangeWalk::~RangeWalk() = default;

bool RangeWalk::next() {
  if (!state_) return false;
  if (!std::exchange(state_->started, true)) {
    if (!state_->arrive()) state_.reset();
    return read();
  }
  if (ts_node_child_count(state_->node) == 0) return skip();
  state_->enter(ts_node_child(state_->node, 0));
  return read();
}

bool RangeWalk::skip() {
  if (!state_) return false;
  if (!state_->started) return next();
  if (!state_->leave()) state_.reset();
  return read();
}

/// False behind the range.
bool RangeWalk::read() {
  if (!state_) return false;
  const text::ByteRange range{ts_node_start_byte(state_->node), ts_node_end_byte(state_->node)};
  if (range.begin >= state_->range.end) {
    state_.reset();
    return false;
  }
  node_.kind = state_->kinds->kind_of(ts_node_symbol(state_->node));
  node_.range = range;
  node_.missing = ts_node_is_missing(state_->node);
  return true;
}

}  // namespace nianbao::syntax
