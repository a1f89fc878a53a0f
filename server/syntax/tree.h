// The syntax tree of one text, and how it is made: whole, or from the tree of the text before an edit.
// Must not know what a report is; positions are bytes.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "syntax/kind_table.h"
#include "text/byte_range.h"
#include "text/text.h"

extern "C" {
struct TSTree;
struct TSParser;
}

namespace nianbao::syntax {

/// Bytes [begin, old_end) of the text before became [begin, new_end) of the text after.
struct Edit {
  text::Offset begin = 0;
  text::Offset old_end = 0;
  text::Offset new_end = 0;
  friend constexpr bool operator==(const Edit&, const Edit&) = default;
};

/// The one smallest edit, on character boundaries, that turns `before` into `after`.
[[nodiscard]] Edit difference(const text::Text& before, const text::Text& after);

/// A copy shares its nodes; an edit of one copy does not show in the other.
class Tree {
 public:
  Tree() = default;
  Tree(const Tree& other);
  Tree(Tree&&) noexcept = default;
  Tree& operator=(const Tree& other);
  Tree& operator=(Tree&&) noexcept = default;
  ~Tree() = default;

  [[nodiscard]] bool empty() const { return tree_ == nullptr; }
  /// Never true: the grammar is total. Tests rely on it, nobody else needs to ask.
  [[nodiscard]] bool has_error() const;

  /// Marks what an edit touched, so that `Parser::parse` can keep the rest. Until then the tree is of neither text.
  void edit(const Edit& edit, const text::Text& before, const text::Text& after);

  /// Where this tree has other nodes than `edited`, which it was parsed from: ranges of its text, in order. The edits
  /// themselves need not be among them.
  [[nodiscard]] std::vector<text::ByteRange> differences(const Tree& edited) const;

  /// S-expression with byte ranges, one node a line, named nodes and separators; for people and tests.
  [[nodiscard]] std::string to_string() const;

 private:
  friend class Parser;
  friend class Cursor;
  friend class RangeWalk;
  struct Delete {
    void operator()(TSTree* tree) const;
  };
  Tree(TSTree* tree, std::shared_ptr<const KindTable> kinds) : tree_(tree), kinds_(std::move(kinds)) {}

  std::unique_ptr<TSTree, Delete> tree_;
  std::shared_ptr<const KindTable> kinds_;
};

/// Owns what can be reused between parses. One per thread; cheap to keep, not to make.
class Parser {
 public:
  Parser();

  /// Total: every text has a tree. `old` is the tree of an earlier text with all edits since then marked in it.
  [[nodiscard]] Tree parse(const text::Text& text, const Tree* old = nullptr);
  /// As `parse`, with the edit found by comparing the two texts.
  [[nodiscard]] Tree reparse(const text::Text& text, const Tree& old, const text::Text& old_text);

  [[nodiscard]] const KindTable& kinds() const { return *kinds_; }

 private:
  struct Delete {
    void operator()(TSParser* parser) const;
  };
  std::unique_ptr<TSParser, Delete> parser_;
  std::shared_ptr<const KindTable> kinds_;
};

/// For callers that parse once.
[[nodiscard]] Tree parse(const text::Text& text);

}  // namespace nianbao::syntax
