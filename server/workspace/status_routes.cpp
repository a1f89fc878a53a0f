// What is told beside answers: the figures of a report for our extension, and the trace for whoever follows it.
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "features/gaps.h"
#include "lsp/status.h"
#include "lsp/writer.h"
#include "rules/deadline.h"
#include "rules/rules.h"
#include "text/uri.h"
#include "workspace/impl.h"

namespace nianbao::workspace {
namespace {

lsp::StatusParams status_of(const features::Snapshot& snapshot, const standard::Standard& standard,
                            const rules::Options& options) {
  const report::Report& report = *snapshot.report;
  const rules::RelationTally tally = rules::tally(report, standard);
  lsp::StatusParams status;
  status.recognised = report.form.has_value();
  if (report.form) status.form = standard.form(*report.form).name;
  status.cells = static_cast<std::uint32_t>(tally.cells_read);
  status.relations = static_cast<std::uint32_t>(tally.evaluated);
  status.holding = static_cast<std::uint32_t>(tally.holding);
  for (const report::Grid& grid : report.grids) {
    const standard::Form& form = standard.form(grid.form);
    for (const report::CellReading& cell : grid.cells) {
      const bool data = cell.cell < form.cells.size() && form.cells[cell.cell].type != standard::ValueType::none;
      if (data && cell.state == report::CellState::blank) ++status.unfilled;
    }
  }
  status.unfilled += features::count_gaps(snapshot.text.bytes());
  const rules::Context context{report, standard, options, nullptr};
  if (const auto due = report.year ? rules::deadline_of(context, *report.year) : std::nullopt) {
    status.due = fmt::format("{:04}-{:02}-{:02}", *report.year + 1, due->day.month, due->day.day);
  }
  return status;
}

}  // namespace

void Server::Impl::add_status_routes() {
  routes_.notification<lsp::SetTraceParams>("$/setTrace", lsp::Effect::none,
                                            [this](const lsp::SetTraceParams& params) { trace_ = params.value; });
}

/// After a check. Only our extension knows the notification; the same figures are not sent twice.
void Server::Impl::tell_status(const Document& document, const features::Snapshot& snapshot) {
  if (trace_ == "messages" || trace_ == "verbose") {
    const std::string& name = document.name();
    const std::size_t count = snapshot.findings != nullptr ? snapshot.findings->size() : 0;
    lsp::LogTraceParams params;
    params.message = context_message("trace.checked", {{"name", name}, {"count", std::to_string(count)}});
    if (trace_ == "verbose") params.verbose = document.uri() + " " + std::to_string(document.version());
    dispatcher_.notify("$/logTrace", json_of(params));
  }
  if (!client_commands_) return;
  lsp::StatusParams status = status_of(snapshot, *standard(), options_for(document));
  status.uri = document.uri();
  const lsp::Json json = json_of(status);
  std::string& told = told_status_[text::uri_key(document.uri())];
  if (std::string text = jsonrpc::dump(json); text != told) {
    told = std::move(text);
    dispatcher_.notify("nianbao/status", json);
  }
}

std::string Server::Impl::context_message(std::string_view id, rules::Arguments arguments) {
  const standard::Standard* loaded = standard();
  if (loaded == nullptr) return std::string(id);
  const report::Report nothing;
  return rules::Context{nothing, *loaded, rule_options_, nullptr}.say(id, arguments);
}

}  // namespace nianbao::workspace
