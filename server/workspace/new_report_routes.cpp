// nianbao/newReport: a new report from last year's.
#include <memory>
#include <optional>
#include <utility>

#include <nlohmann/json.hpp>

#include "features/new_report.h"
#include "lsp/new_report.h"
#include "lsp/writer.h"
#include "workspace/impl.h"

namespace nianbao::workspace {
namespace {

tl::unexpected<jsonrpc::Error> refused(std::string why) {
  return tl::unexpected(jsonrpc::Error{jsonrpc::ErrorCode::invalid_params, std::move(why)});
}

std::optional<rules::OrganLevel> level_of(std::string_view name) {
  if (name == "government") return rules::OrganLevel::government;
  if (name == "department") return rules::OrganLevel::department;
  if (name == "township") return rules::OrganLevel::township;
  return std::nullopt;
}

}  // namespace

void Server::Impl::add_new_report_routes() {
  routes_.request<lsp::NewReportParams>("nianbao/newReport", lsp::Scheduling::read,
                                        [this](const lsp::NewReportParams& params) { return make_report(params); });
}

Result<lsp::NewReportResult> Server::Impl::make_report(const lsp::NewReportParams& params) {
  const standard::Standard* loaded = standard();
  if (loaded == nullptr) return refused("no standard");
  const auto level = level_of(params.level);
  constexpr std::int32_t first_year = 2008;  // the regulation came into force
  if (!level) return refused("unknown level: " + params.level);
  if (params.organ.empty()) return refused("no organ");
  if (params.year < first_year || params.year > 9999) return refused("no such year");

  features::NewReport wanted{params.organ, *level, params.year, nullptr, params.snippets};
  std::shared_ptr<const report::Report> last;
  if (params.from && !params.from->empty()) {
    Document* document = documents_.find(*params.from);
    if (document != nullptr) {
      const features::Snapshot* current = snapshot(*document, false);
      if (current != nullptr) last = current->report;
    } else if (params.from->find("://") < params.from->find_first_of("\n \t#|")) {
      return refused("not open: " + *params.from);
    } else {
      const text::Text text(*params.from);
      last = std::make_shared<const report::Report>(report::build(text, syntax::parse(text), *loaded));
    }
  }
  wanted.last = last.get();
  lsp::NewReportResult result{features::new_report(*loaded, wanted), features::new_report_name(*loaded, wanted), {}};
  if (wanted.last != nullptr) {
    const features::CarriedFigures figures = features::carried_figures(*loaded, wanted);
    result.carried = lsp::CarriedFigures{figures.applications, figures.stock};
  }
  return result;
}

}  // namespace nianbao::workspace
