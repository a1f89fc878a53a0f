#include "cli/json_output.h"

#include "cli/version.h"
#include "text/position.h"

namespace nianbao::cli {
namespace {

Json json_of(text::Position position) {
  return {{"line", position.line + 1}, {"column", position.column + 1}};
}

Json optional_text(const std::string& text) {
  return text.empty() ? Json(nullptr) : Json(text);
}

Json form_name(const report::Report& report, const standard::Standard& standard) {
  return report.form ? Json(standard.form(*report.form).name) : Json(nullptr);
}

Json year_of(const report::Report& report) {
  return report.year ? Json(*report.year) : Json(nullptr);
}

Json json_of(const text::Text& text, const rules::Fix& fix) {
  Json edits = Json::array();
  for (const auto& edit : fix.edits)
    edits.push_back({{"range", range_json(text, edit.range)}, {"newText", edit.new_text}});
  return {{"title", fix.title}, {"preferred", fix.preferred}, {"edits", std::move(edits)}};
}

Json json_of(const text::Text& text, const rules::Finding& finding) {
  Json related = Json::array();
  for (const auto& one : finding.related) {
    if (one.document.empty()) {
      related.push_back({{"range", range_json(text, one.range)}, {"message", one.message}});
    } else {
      related.push_back({{"path", one.document}, {"range", range_json(one.place)}, {"message", one.message}});
    }
  }
  Json fixes = Json::array();
  for (const auto& fix : finding.fixes) fixes.push_back(json_of(text, fix));
  return {{"rule", finding.rule},       {"severity", standard::name_of(finding.severity)},
          {"message", finding.message}, {"range", range_json(text, finding.range)},
          {"cells", finding.cells},     {"related", std::move(related)},
          {"fixes", std::move(fixes)}};
}

Json layouts_of(const report::Report& report) {
  Json layouts = Json::array();
  for (const auto layout : report.layouts) layouts.push_back(report::name_of(layout));
  return layouts;
}

Json number_of(const report::CellReading& cell) {
  // A number outside its domain (3.5 件) is a number all the same; only what is none is null.
  const auto value = cell.state == report::CellState::number ? cell.number.value : std::nullopt;
  if (!value) return nullptr;
  if (value->integral()) return value->whole();
  return static_cast<double>(value->scaled) / static_cast<double>(report::Decimal::scale);
}

Json json_of(const text::Text& text, const report::Grid& grid, const standard::Form& form) {
  Json cells = Json::array();
  for (const auto& cell : grid.cells) {
    const auto& spec = form.cells[cell.cell];
    if (cell.state == report::CellState::absent) continue;
    cells.push_back({{"row", spec.row},
                     {"column", spec.column},
                     {"text", cell.text},
                     {"value", number_of(cell)},
                     {"range", range_json(text, cell.range)}});
  }
  return {{"id", standard::name_of(grid.table)},
          {"form", form.name},
          {"range", range_json(text, grid.range)},
          {"cells", std::move(cells)}};
}

}  // namespace

Json range_json(const text::Text& text, text::ByteRange range) {
  return {{"start", json_of(text::position_at(text, range.begin, text::Encoding::utf16))},
          {"end", json_of(text::position_at(text, range.end, text::Encoding::utf16))}};
}

Json range_json(const text::Place& place) {
  return {{"start", json_of(place.begin(text::Encoding::utf16))}, {"end", json_of(place.end(text::Encoding::utf16))}};
}

Json json_of(const CheckedFile& file, const standard::Standard& standard) {
  Json findings = Json::array();
  for (const auto& finding : file.findings) findings.push_back(json_of(file.report.source, finding));
  return {{"path", file.document.path},         {"form", form_name(file.report, standard)},
          {"year", year_of(file.report)},       {"unit", optional_text(file.report.organ)},
          {"layouts", layouts_of(file.report)}, {"findings", std::move(findings)}};
}

Json json_of(const Totals& totals) {
  return {{"files", totals.files},          {"errors", totals.errors},
          {"warnings", totals.warnings},    {"information", totals.information},
          {"cells", totals.cells},          {"relations", totals.relations},
          {"holding", totals.holding},      {"rules", totals.rules},
          {"unreadable", totals.unreadable}};
}

Json tables_json(const report::Report& report, const standard::Standard& standard) {
  Json tables = Json::array();
  for (const auto& grid : report.grids) tables.push_back(json_of(report.source, grid, standard.form(grid.form)));
  return {{"tables", std::move(tables)}};
}

Json report_json(const Document& document, const report::Report& report, const standard::Standard& standard) {
  const text::Text& text = report.source;
  Json parts = Json::array();
  for (const auto& part : report.parts) {
    parts.push_back({{"section", part.section},
                     {"range", range_json(text, part.body)},
                     {"text", part.has_text},
                     {"table", part.has_table},
                     {"picture", part.has_picture}});
  }
  Json headings = Json::array();
  for (const auto& heading : report.headings) {
    headings.push_back({{"level", heading.level},
                        {"numeral", heading.numeral},
                        {"title", heading.title_text},
                        {"section", optional_text(heading.section)},
                        {"range", range_json(text, heading.line)}});
  }
  Json grids = Json::array();
  for (const auto& grid : report.grids) {
    grids.push_back({{"id", standard::name_of(grid.table)},
                     {"layout", report::name_of(grid.layout)},
                     {"certain", grid.certain},
                     {"pieces", grid.pieces.size()},
                     {"range", range_json(text, grid.range)}});
  }
  Json unread = Json::array();
  for (const auto& table : report.unread) {
    unread.push_back({{"layout", report::name_of(table.layout)}, {"range", range_json(text, table.range)}});
  }
  return {{"path", document.path},
          {"encoding", text::name_of(document.encoding)},
          {"form", form_name(report, standard)},
          {"year", year_of(report)},
          {"unit", optional_text(report.organ)},
          {"title", report.title ? Json(report.title->text) : Json(nullptr)},
          {"layouts", layouts_of(report)},
          {"parts", std::move(parts)},
          {"headings", std::move(headings)},
          {"paragraphs", report.paragraphs.size()},
          {"grids", std::move(grids)},
          {"unread", std::move(unread)}};
}

Json tool_json() {
  return {{"name", "nianbao"}, {"version", version()}};
}

std::string dump(const Json& json) {
  return json.dump(2, ' ', false, nlohmann::detail::error_handler_t::replace) + "\n";
}

}  // namespace nianbao::cli
