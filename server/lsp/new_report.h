// nianbao/newReport: the text of a new report, for the client to put into a new document.
// Must not know what is in it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "lsp/basic.h"

namespace nianbao::lsp {

struct NewReportParams {
  std::string organ;
  std::string level;  ///< government, department, township
  std::int32_t year = 0;
  std::optional<std::string> from;  ///< URI of an open document, or the text of last year's report itself
  bool snippets = false;
};

/// How many figures come from last year's report.
struct CarriedFigures {
  std::uint32_t applications = 0;
  std::uint32_t stock = 0;
};

struct NewReportResult {
  std::string text;
  std::string name;                       ///< what its file may be called
  std::optional<CarriedFigures> carried;  ///< absent: there was no report to take them from
};

bool read(const Value& value, NewReportParams& out);
[[nodiscard]] Json json_of(const CarriedFigures& figures);
[[nodiscard]] Json json_of(const NewReportResult& result);

}  // namespace nianbao::lsp
