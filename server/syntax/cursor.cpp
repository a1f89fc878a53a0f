#include "syntax/cursor.h"

#include <tree_sitter/api.h>

namespace nianbao::syntax {

struct Cursor::State {
  State(TSNode root, std::shared_ptr<const KindTable> table)
      : cursor(ts_tree_cursor_new(root)), kinds(std::move(table)) {}
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() { ts_tree_cursor_delete(&cursor); }

  TSTreeCursor cursor;
  std::shared_ptr<const KindTable> kinds;
  bool started = false;
};

Cursor::Cursor(const Tree& tree) {
  if (!tree.empty()) state_ = std::make_unique<State>(ts_tree_root_node(tree.tree_.get()), tree.kinds_);
}

Cursor::Cursor(Cursor&&) noexcept = default;
Cursor& Cursor::operator=(Cursor&&) noexcept = default;
Cursor::~Cursor() = default;

bool Cursor::next() {
  if (!state_) return false;
  if (!state_->started) {
    state_->started = true;
    read();
    return true;
  }
  if (!ts_tree_cursor_goto_first_child(&state_->cursor)) return skip();
  ++node_.depth;
  read();
  return true;
}

bool Cursor::skip() {
  if (!state_) return false;
  if (!state_->started) return next();
  while (!ts_tree_cursor_goto_next_sibling(&state_->cursor)) {
    if (!ts_tree_cursor_goto_parent(&state_->cursor)) {
      state_.reset();
      return false;
    }
    --node_.depth;
  }
  read();
  return true;
}

Field Cursor::field() const {
  return state_->kinds->field_of(ts_tree_cursor_current_field_id(&state_->cursor));
}

void Cursor::read() {
  const TSNode node = ts_tree_cursor_current_node(&state_->cursor);
  node_.kind = state_->kinds->kind_of(ts_node_symbol(node));
  node_.range = {ts_node_start_byte(node), ts_node_end_byte(node)};
  node_.missing = ts_node_is_missing(node);
}

}  // namespace nianbao::syntax
