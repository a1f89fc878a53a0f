// Which row a label means that is no known wording: a piece of one, a joined one, a misspelt one.
// Must not know values or layouts.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "report/grid_builder.h"
#include "standard/label_index.h"

namespace nianbao::report {

struct FoundRow {
  std::size_t index = 0;
  bool deviates = false;  ///< recognised only by its likeness
};

/// Among the unread rows of a table, those nearest behind the row read last come first.
class RowFinder {
 public:
  RowFinder(const GridBuilder& table, const standard::LabelIndex& index) : table_(table), index_(index) {}

  /// `pieces` are labels of lines before, without values; `body` the label in hand (LabelKey::body).
  [[nodiscard]] std::optional<FoundRow> find(const std::string& pieces, const std::string& body) const;
  [[nodiscard]] std::optional<std::size_t> exact(const std::string& body) const;
  /// The row expected next, where the unknown label has its ordinal: 2.反复申请 between 1. and 3. can only
  /// be 2.重复申请.
  [[nodiscard]] std::optional<std::size_t> by_ordinal(const std::string& label) const;
  /// True where some unread row's label goes on behind `body`.
  [[nodiscard]] bool begins(const std::string& body) const;

 private:
  template <typename Matches>
  [[nodiscard]] std::optional<std::size_t> search(Matches matches) const;
  [[nodiscard]] const std::vector<std::string>& bodies_of(std::size_t row) const;

  const GridBuilder& table_;
  const standard::LabelIndex& index_;
};

}  // namespace nianbao::report
