// A walk over a tree in reading order: every node once, parents before children, without recursion.
// Must not know what a report is.
#pragma once

#include <cstdint>
#include <memory>

#include "syntax/node_kinds.h"
#include "syntax/tree.h"
#include "text/byte_range.h"

namespace nianbao::syntax {

struct Node {
  NodeKind kind = NodeKind::unknown;
  std::uint32_t depth = 0;  ///< 0 for the document
  text::ByteRange range;
  bool missing = false;  ///< never true, as Tree::has_error
};

/// `for (Cursor cursor(tree); cursor.next();) use(cursor.node());` The tree must outlive the cursor.
class Cursor {
 public:
  explicit Cursor(const Tree& tree);
  Cursor(Cursor&&) noexcept;
  Cursor& operator=(Cursor&&) noexcept;
  ~Cursor();

  /// Goes on to the next node; the first call reaches the document. False behind the last one.
  bool next();
  /// As `next`, but leaves out what is inside the current node.
  bool skip();
  /// Only between a `next` or `skip` that was true and the following call.
  [[nodiscard]] const Node& node() const { return node_; }
  /// The field by which the parent names this node. Apart from the node: it is looked up, and few want it.
  [[nodiscard]] Field field() const;

 private:
  struct State;
  void read();

  std::unique_ptr<State> state_;
  Node node_;
};

}  // namespace nianbao::syntax
