// Findings and grids as JSON, by the contract of design §7. Keys never change.
// Must not know files or commands.
#pragma once

#include <nlohmann/json.hpp>

#include "cli/pipeline.h"
#include "cli/totals.h"
#include "text/byte_range.h"
#include "text/text.h"

namespace nianbao::cli {

/// Keys stay in the order in which they are written.
using Json = nlohmann::ordered_json;

/// Lines and columns from 1, columns in UTF-16 code units.
[[nodiscard]] Json range_json(const text::Text& text, text::ByteRange range);
[[nodiscard]] Json range_json(const text::Place& place);
[[nodiscard]] Json json_of(const CheckedFile& file, const standard::Standard& standard);
[[nodiscard]] Json json_of(const Totals& totals);

/// {"tables": […]} of `dump --tables`.
[[nodiscard]] Json tables_json(const report::Report& report, const standard::Standard& standard);

/// The organ, parts, headings and other facts of a report, for `dump --report`.
[[nodiscard]] Json report_json(const Document& document, const report::Report& report,
                               const standard::Standard& standard);

/// The program's name and version, as each document carries it.
[[nodiscard]] Json tool_json();

/// Text of a document with a line end. Bytes that are no UTF-8 become U+FFFD.
[[nodiscard]] std::string dump(const Json& json);

}  // namespace nianbao::cli
