// Keeps what the rows of a text mean from one version to the next, and tells which rows an edit has changed.
// Must not know tables or forms.
#pragma once

#include <vector>

#include "report/physical.h"
#include "report/row_tokens.h"
#include "standard/label_index.h"
#include "syntax/same.h"
#include "syntax/tree.h"

namespace nianbao::report {

/// What became of the version before. Rows that are the same have the same cells at the same places, moved behind the
/// edit; `run` may differ.
struct RowChange {
  bool known = false;  ///< false: there was no version before
  syntax::Edit edit;
  syntax::Same same;
};

class RowMemory {
 public:
  /// Reads this version's rows; what they mean is valid until the next call, as is `rows`. `edited` is the tree of the
  /// version before with the edits marked, which `tree` was parsed from, or null.
  const std::vector<TokenRow>& read(const text::Text& text, const syntax::Tree& tree, const syntax::Tree* edited,
                                    const standard::LabelIndex& index);
  [[nodiscard]] const std::vector<PhysicalRow>& rows() const { return rows_; }
  [[nodiscard]] const RowChange& change() const { return change_; }

 private:
  /// Only the nodes that differ; false where that is not enough.
  bool read_around_edit(const text::Text& text, const syntax::Tree& tree, const syntax::Tree& edited);
  void read_all(const text::Text& text, const syntax::Tree& tree);
  void exchange_tokens(const text::Text& text, const standard::LabelIndex& index);

  text::Text text_;
  std::vector<PhysicalRow> rows_;
  std::vector<TokenRow> tokens_;
  RowChange change_;
  bool any_ = false;
  bool pages_ = false;  ///< some rows are of HTML tables, whose rows are no lines
};

}  // namespace nianbao::report
