#include "syntax/kind_table.h"

#include <tree_sitter/api.h>

namespace nianbao::syntax {

KindTable::KindTable(const TSLanguage* language)
    : kinds_(ts_language_symbol_count(language), NodeKind::unknown),
      fields_(ts_language_field_count(language) + 1U, Field::none) {
  for (const NodeKindName& entry : node_kind_names) {
    const TSSymbol symbol = ts_language_symbol_for_name(language, entry.name.data(),
                                                        static_cast<std::uint32_t>(entry.name.size()), entry.named);
    if (symbol == 0 || symbol >= kinds_.size()) {
      complete_ = false;
    } else {
      kinds_[symbol] = entry.kind;
    }
  }
  for (const FieldName& entry : field_names) {
    const TSFieldId id =
        ts_language_field_id_for_name(language, entry.name.data(), static_cast<std::uint32_t>(entry.name.size()));
    if (id == 0 || id >= fields_.size()) {
      complete_ = false;
    } else {
      fields_[id] = entry.field;
    }
  }
}

std::string_view name_of(NodeKind kind) {
  const auto index = static_cast<std::size_t>(kind);
  return index < node_kind_names.size() ? node_kind_names[index].name : "ERROR";
}

bool is_named(NodeKind kind) {
  const auto index = static_cast<std::size_t>(kind);
  return index >= node_kind_names.size() || node_kind_names[index].named;
}

std::string_view name_of(Field field) {
  const auto index = static_cast<std::size_t>(field);
  return index == 0 || index > field_names.size() ? std::string_view() : field_names[index - 1].name;
}

}  // namespace nianbao::syntax
