// Names of the closed vocabularies, as the command line and the data files write them.
#include "standard/ids.h"

#include <array>
#include <cstddef>

namespace nianbao::standard {
namespace {

constexpr std::array<std::string_view, 4> table_names{"t2", "t3", "t4", "stat2014"};
constexpr std::array<std::string_view, 4> value_type_names{"integer", "signed_integer", "amount", "none"};
constexpr std::array<std::string_view, 7> entry_kind_names{"section",   "caption", "header_note", "row",
                                                           "row_group", "column",  "column_group"};
constexpr std::array<std::string_view, 3> confidence_names{"seen", "recalled", "interpretation"};
constexpr std::array<std::string_view, 5> severity_names{"error", "warning", "information", "hint", "off"};

template <typename Id, std::size_t N>
std::optional<Id> find(const std::array<std::string_view, N>& names, std::string_view name) {
  for (std::size_t i = 0; i < N; ++i) {
    if (names[i] == name) return static_cast<Id>(i);
  }
  return std::nullopt;
}

}  // namespace

std::string_view name_of(TableId id) {
  return table_names[static_cast<std::size_t>(id)];
}
std::string_view name_of(ValueType type) {
  return value_type_names[static_cast<std::size_t>(type)];
}
std::string_view name_of(EntryKind kind) {
  return entry_kind_names[static_cast<std::size_t>(kind)];
}
std::string_view name_of(Confidence value) {
  return confidence_names[static_cast<std::size_t>(value)];
}
std::string_view name_of(Severity value) {
  return severity_names[static_cast<std::size_t>(value)];
}

std::optional<TableId> table_id_of(std::string_view name) {
  return find<TableId>(table_names, name);
}
std::optional<ValueType> value_type_of(std::string_view name) {
  return find<ValueType>(value_type_names, name);
}
std::optional<EntryKind> entry_kind_of(std::string_view name) {
  return find<EntryKind>(entry_kind_names, name);
}
std::optional<Confidence> confidence_of(std::string_view name) {
  return find<Confidence>(confidence_names, name);
}
std::optional<Severity> severity_of(std::string_view name) {
  return find<Severity>(severity_names, name);
}

}  // namespace nianbao::standard
