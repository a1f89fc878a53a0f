// The closed vocabularies of the standard: tables, kinds, degrees of certainty.
// Must not know any form, row, column or law: those are data.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace nianbao::standard {

/// A generation of the prescribed form: its place in Standard::forms, which stand in the order of their years. Which
/// forms there are is data; their names ("2014", "2019", "2021") are the contract's (Form::name).
enum class FormId : std::uint8_t {};

/// Tables of the forms. `stat2014` is 政府信息公开情况统计表.
enum class TableId : std::uint8_t { t2, t3, t4, stat2014 };
inline constexpr std::size_t table_count = 4;

/// What a data cell may hold. `amount` is a decimal that may carry its own unit (251000元); `none` are group rows.
enum class ValueType : std::uint8_t { integer, signed_integer, amount, none };

enum class EntryKind : std::uint8_t { section, caption, header_note, row, row_group, column, column_group };

/// seen: read in a source; recalled: from memory; interpretation: a reading of ours. Only `seen` is shown as certain.
enum class Confidence : std::uint8_t { seen, recalled, interpretation };

/// error: certainly contradictory; warning: very likely; information: worth a look; off: not reported unless asked for.
enum class Severity : std::uint8_t { error, warning, information, hint, off };

[[nodiscard]] std::string_view name_of(TableId id);        ///< "t2", "t3", "t4", "stat2014"
[[nodiscard]] std::string_view name_of(ValueType type);    ///< "integer", "signed_integer", "amount", "none"
[[nodiscard]] std::string_view name_of(EntryKind kind);    ///< "section", "caption", "header_note", "row", …
[[nodiscard]] std::string_view name_of(Confidence value);  ///< "seen", "recalled", "interpretation"
[[nodiscard]] std::string_view name_of(Severity value);    ///< "error", "warning", "information", "hint", "off"
[[nodiscard]] std::optional<TableId> table_id_of(std::string_view name);
[[nodiscard]] std::optional<ValueType> value_type_of(std::string_view name);
[[nodiscard]] std::optional<EntryKind> entry_kind_of(std::string_view name);
[[nodiscard]] std::optional<Confidence> confidence_of(std::string_view name);
[[nodiscard]] std::optional<Severity> severity_of(std::string_view name);

}  // namespace nianbao::standard
