// A printed table in each of the five physical layouts.
// Must not know forms or values: only the printed table.
#pragma once

#include <string>

#include "support/generator.h"
#include "support/physical_table.h"
#include "support/random.h"

namespace nianbao::test {

/// Ends with a line end. Lines end with LF; the caller converts.
[[nodiscard]] std::string write_pipe(const PhysicalTable& table, const Shape& shape, Random& random);
[[nodiscard]] std::string write_tab(const PhysicalTable& table, const Shape& shape, Random& random);
[[nodiscard]] std::string write_lines(const PhysicalTable& table);
[[nodiscard]] std::string write_html(const PhysicalTable& table, const Shape& shape);
[[nodiscard]] std::string write_aligned(const PhysicalTable& table, const Shape& shape, Random& random);

/// Text with &, < and > written as entities.
[[nodiscard]] std::string html_escaped(std::string_view text);

/// The text `count` times.
[[nodiscard]] std::string repeated(std::string_view text, std::size_t count);

}  // namespace nianbao::test
