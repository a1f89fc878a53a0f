// .nianbao.json: the settings of a folder of reports. Must not know documents or files.
#include "workspace/settings_file.h"

#include <algorithm>
#include <tuple>

#include <nlohmann/json.hpp>

#include "rules/rule.h"
#include "workspace/json_places.h"
#include "workspace/settings.h"

namespace nianbao::workspace {
namespace {

constexpr std::string_view rule_id = "settings/invalid";
constexpr std::size_t most_folders = 40;

/// The key where the key is wrong, else the value; what a list or object lacks is shown at the nearest thing there.
text::ByteRange place_of(const JsonPlaces& places, std::vector<std::string> path, bool at_key) {
  while (true) {
    const auto found = places.places.find(path);
    if (found != places.places.end()) {
      return at_key && !found->second.key.empty() ? found->second.key : found->second.value;
    }
    if (path.empty()) return {};
    path.pop_back();
    at_key = true;
  }
}

rules::Finding finding_at(const text::Text& text, text::ByteRange range, std::string message,
                          const rules::Options& options, const standard::Standard& standard) {
  rules::Finding finding;
  finding.rule = rule_id;
  const standard::RuleSpec* spec = standard.rule(rule_id);
  const auto wanted = rules::configured(options, rule_id);
  finding.severity = wanted.value_or(spec != nullptr ? spec->severity : standard::Severity::warning);
  finding.message = std::move(message);
  finding.range = {std::min(range.begin, text.size()), std::min(range.end, text.size())};
  return finding;
}

}  // namespace

SettingsFile read_settings_file(const text::Text& text, const rules::Options& base,
                                const standard::Standard& standard) {
  SettingsFile file{text, base, {}, {}, {}};
  const JsonPlaces places = json_places(text.bytes());
  const auto value = nlohmann::json::parse(text.bytes(), nullptr, false, true);
  const report::Report nothing;
  const rules::Context context{nothing, standard, base, nullptr};
  if (places.error || value.is_discarded()) {
    const text::Offset at = places.error.value_or(0);
    const text::ByteRange rest{at, std::max(at, text.line(text.line_of(at)).end)};
    file.findings = {finding_at(text, rest, context.say("settings/invalid.not-json"), base, standard)};
  } else {
    Settings settings = read_settings(value, base, standard, SettingsSource::file);
    file.options = std::move(settings.options);
    file.law_folders = std::move(settings.law_folders);
    file.kinship = {"", std::move(settings.parent), std::move(settings.children)};
    for (SettingsProblem& problem : settings.problems) {
      const text::ByteRange range = place_of(places, problem.path, problem.at_key);
      file.findings.push_back(finding_at(text, range, std::move(problem.message), file.options, standard));
    }
  }
  std::erase_if(file.findings,
                [](const rules::Finding& finding) { return finding.severity == standard::Severity::off; });
  std::sort(file.findings.begin(), file.findings.end(), [](const rules::Finding& a, const rules::Finding& b) {
    return std::tuple(a.range.begin, a.range.end, std::string_view(a.message)) <
           std::tuple(b.range.begin, b.range.end, std::string_view(b.message));
  });
  return file;
}

bool is_settings_file(std::string_view uri) {
  const std::size_t slash = uri.find_last_of("/\\");
  return uri.substr(slash == std::string_view::npos ? 0 : slash + 1) == settings_file_name;
}

std::vector<std::string> settings_uris(std::string_view report_uri) {
  std::vector<std::string> uris;
  const std::size_t scheme = report_uri.find("://");
  const std::size_t root = scheme == std::string_view::npos ? 0 : report_uri.find('/', scheme + 3);
  std::size_t slash = report_uri.rfind('/');
  while (slash != std::string_view::npos && root != std::string_view::npos && slash >= root &&
         uris.size() < most_folders) {
    uris.push_back(std::string(report_uri.substr(0, slash + 1)) + std::string(settings_file_name));
    if (slash == 0) break;
    slash = report_uri.rfind('/', slash - 1);
  }
  return uris;
}

}  // namespace nianbao::workspace
