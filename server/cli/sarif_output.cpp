#include "cli/sarif_output.h"

#include <algorithm>
#include <utility>

#include "cli/version.h"
#include "features/pages.h"
#include "text/position.h"
#include "text/uri.h"

namespace nianbao::cli {
namespace {

/// SARIF knows three levels (§3.27.10).
const char* level_of(standard::Severity severity) {
  return severity == standard::Severity::error ? "error" : severity == standard::Severity::warning ? "warning" : "note";
}

/// §3.30: lines and columns from 1; the end is the column behind the last character.
Json region_of(text::Position begin, text::Position end) {
  return {{"startLine", begin.line + 1},
          {"startColumn", begin.column + 1},
          {"endLine", end.line + 1},
          {"endColumn", end.column + 1}};
}

Json region_of(const text::Text& text, text::ByteRange range) {
  return region_of(text::position_at(text, range.begin, text::Encoding::utf16),
                   text::position_at(text, range.end, text::Encoding::utf16));
}

Json location_of(const std::string& uri, Json region) {
  return {{"physicalLocation", {{"artifactLocation", {{"uri", uri}}}, {"region", std::move(region)}}}};
}

Json location_of(const std::string& uri, const text::Text& text, const rules::Related& related) {
  if (related.document.empty()) return location_of(uri, region_of(text, related.range));
  const text::Place& place = related.place;
  return location_of(uri_reference(related.document),
                     region_of(place.begin(text::Encoding::utf16), place.end(text::Encoding::utf16)));
}

Json fix_of(const std::string& uri, const text::Text& text, const rules::Fix& fix) {
  Json replacements = Json::array();
  for (const auto& edit : fix.edits) {
    replacements.push_back(
        {{"deletedRegion", region_of(text, edit.range)}, {"insertedContent", {{"text", edit.new_text}}}});
  }
  Json change = {{"artifactLocation", {{"uri", uri}}}, {"replacements", std::move(replacements)}};
  return {{"description", {{"text", fix.title}}}, {"artifactChanges", Json::array({std::move(change)})}};
}

std::size_t index_of(const standard::Standard& standard, const std::string& rule) {
  const auto found = std::find_if(standard.rules.begin(), standard.rules.end(),
                                  [&](const standard::RuleSpec& one) { return one.id == rule; });
  return static_cast<std::size_t>(found - standard.rules.begin());
}

Json result_of(const CheckedFile& file, const rules::Finding& finding, const standard::Standard& standard) {
  const text::Text& text = file.report.source;
  const std::string uri = uri_reference(file.document.path);
  Json result = {{"ruleId", finding.rule}};
  const std::size_t index = index_of(standard, finding.rule);
  if (index < standard.rules.size()) result["ruleIndex"] = index;
  result["level"] = level_of(finding.severity);
  result["message"] = {{"text", finding.message}};
  result["locations"] = Json::array({location_of(uri, region_of(text, finding.range))});
  Json related = Json::array();
  for (const auto& one : finding.related) {
    Json place = location_of(uri, text, one);
    place["id"] = related.size() + 1;
    place["message"] = {{"text", one.message}};
    related.push_back(std::move(place));
  }
  if (!related.empty()) result["relatedLocations"] = std::move(related);
  Json fixes = Json::array();
  for (const auto& fix : finding.fixes) {
    if (!fix.edits.empty()) fixes.push_back(fix_of(uri, text, fix));
  }
  if (!fixes.empty()) result["fixes"] = std::move(fixes);
  return result;
}

Json rule_json(const standard::RuleSpec& rule, const standard::Standard& standard, const Speaker& speaker) {
  const bool off = rule.severity == standard::Severity::off;
  const std::string& title = speaker.english() && !rule.title_en.empty() ? rule.title_en : rule.title;
  Json json = {{"id", rule.id}, {"shortDescription", {{"text", title}}}};
  if (!rule.page.empty()) {
    rules::Options options;
    options.locale = speaker.locale();
    const auto page = features::page_text(features::rule_page_uri(rule.id), standard, options);
    json["help"] = {{"text", title}, {"markdown", page.value_or(rule.page)}};
  }
  json["defaultConfiguration"] = {{"enabled", !off}, {"level", off ? "none" : level_of(rule.severity)}};
  return json;
}

}  // namespace

std::string uri_reference(std::string_view path) {
  if (path == "-") return "stdin";
  std::string absolute = text::uri_of_path(path);
  if (path.starts_with("/")) return absolute;
  // A relative reference is the path alone; uri_of_path puts the scheme and a slash in front.
  constexpr std::string_view scheme = "file://";
  std::string_view rest = absolute;
  if (rest.starts_with(scheme)) rest.remove_prefix(scheme.size());
  if (rest.starts_with("/")) rest.remove_prefix(1);
  return std::string(rest);
}

void add_sarif_results(Json& results, const CheckedFile& file, const standard::Standard& standard) {
  for (const auto& finding : file.findings) results.push_back(result_of(file, finding, standard));
}

Json sarif_log(Json results, const standard::Standard& standard, const Speaker& speaker) {
  Json rules = Json::array();
  for (const auto& rule : standard.rules) rules.push_back(rule_json(rule, standard, speaker));
  Json driver = {{"name", "nianbao"}, {"version", version()}, {"rules", std::move(rules)}};
  Json run = {
      {"tool", {{"driver", std::move(driver)}}}, {"columnKind", "utf16CodeUnits"}, {"results", std::move(results)}};
  return {{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
          {"version", "2.1.0"},
          {"runs", Json::array({std::move(run)})}};
}

}  // namespace nianbao::cli
