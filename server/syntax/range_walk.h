// A walk over the nodes of a tree that begin in one range of the text, for readers of a small part of a long text.
// Must not know what a report is.
#pragma once

#include <memory>

#include "syntax/cursor.h"
#include "syntax/tree.h"
#include "text/byte_range.h"

namespace nianbao::syntax {

/// As Cursor, but nodes that begin elsewhere are left out, also those that reach into the range. Reaching the first
/// node takes as many steps as the tree is deep; a step takes longer than one of Cursor. `depth` of nodes is not told.
class RangeWalk {
 public:
  RangeWalk(const Tree& tree, text::ByteRange range);
  RangeWalk(RangeWalk&&) noexcept;
  RangeWalk& operator=(RangeWalk&&) noexcept;
  ~RangeWalk();

  bool next();
  bool skip();
  [[nodiscard]] const Node& node() const { return node_; }

 private:
  struct State;
  bool read();

  std::unique_ptr<State> state_;
  Node node_;
};

}  // namespace nianbao::syntax
