#include "lsp/new_report.h"

#include "lsp/writer.h"

namespace nianbao::lsp {

bool read(const Value& value, NewReportParams& out) {
  return required(value, "organ", out.organ) && required(value, "level", out.level) &&
         required(value, "year", out.year) && optional(value, "from", out.from) &&
         optional(value, "snippets", out.snippets);
}

Json json_of(const CarriedFigures& figures) {
  return ObjectWriter().put("applications", figures.applications).put("stock", figures.stock).take();
}

Json json_of(const NewReportResult& result) {
  return ObjectWriter().put("text", result.text).put("name", result.name).maybe("carried", result.carried).take();
}

}  // namespace nianbao::lsp
