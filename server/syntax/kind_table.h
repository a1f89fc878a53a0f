// From the grammar's symbol numbers to NodeKind and Field. Built once per parser, shared by its trees.
// Must not know what a node means.
#pragma once

#include <cstdint>
#include <vector>

#include "syntax/node_kinds.h"

extern "C" {
struct TSLanguage;
}

namespace nianbao::syntax {

class KindTable {
 public:
  explicit KindTable(const TSLanguage* language);

  [[nodiscard]] NodeKind kind_of(std::uint16_t symbol) const {
    return symbol < kinds_.size() ? kinds_[symbol] : NodeKind::unknown;
  }
  [[nodiscard]] Field field_of(std::uint16_t id) const { return id < fields_.size() ? fields_[id] : Field::none; }
  /// Every name of node_kinds.h is known to the language. False: parser and server were built from different grammars.
  [[nodiscard]] bool complete() const { return complete_; }

 private:
  std::vector<NodeKind> kinds_;
  std::vector<Field> fields_;
  bool complete_ = true;
};

/// "text_line", "|", …; "ERROR" for `unknown`.
[[nodiscard]] std::string_view name_of(NodeKind kind);
[[nodiscard]] bool is_named(NodeKind kind);
/// Empty for `none`.
[[nodiscard]] std::string_view name_of(Field field);

}  // namespace nianbao::syntax
