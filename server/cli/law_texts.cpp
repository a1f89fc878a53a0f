#include "cli/law_texts.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <system_error>
#include <utility>

#include "cli/law_files.h"
#include "cli/settings_finder.h"
#include "rules/rule.h"

namespace nianbao::cli {
namespace {

constexpr std::string_view rule_id = "settings/law-text";

struct Folder {
  std::string path;
  rules::Options options;  ///< of the settings that name it
};

/// Each folder once, in the order of the reports. A command that reads no report uses the settings of its own folder.
std::vector<Folder> folders_for(const Options& options, const standard::Standard& standard) {
  SettingsFinder settings(options.rules, standard, options.config);
  std::vector<Folder> folders;
  std::set<std::string> seen;
  std::vector<std::string> places = options.paths;
  places.emplace_back("-");
  for (const std::string& place : places) {
    std::error_code error;
    const bool is_folder = std::filesystem::is_directory(to_path(place), error);
    const std::string inside = is_folder ? place + "/-" : place;
    for (std::string& folder : settings.law_folders(inside)) {
      if (seen.insert(folder).second) folders.push_back({std::move(folder), settings.options_for(inside)});
    }
  }
  return folders;
}

CheckedFile faulty_file(const std::string& path, const workspace::LawFile& file,
                        const std::vector<standard::LawTextProblem>& problems, const rules::Context& context) {
  CheckedFile faulty;
  faulty.document.path = path;
  faulty.document.text = text::Text(file.text);
  faulty.report.source = faulty.document.text;
  faulty.report.text = faulty.document.text;
  const standard::RuleSpec* spec = context.standard.rule(rule_id);
  for (const standard::LawTextProblem& problem : problems) {
    rules::Finding finding;
    finding.rule = rule_id;
    finding.severity = rules::configured(context.options, rule_id)
                           .value_or(spec != nullptr ? spec->severity : standard::Severity::warning);
    finding.message = workspace::describe(context, problem);
    const std::uint32_t line = problem.line > 0 ? problem.line - 1 : 0;
    finding.range = faulty.document.text.line(std::min(line, faulty.document.text.line_count() - 1));
    if (finding.severity != standard::Severity::off) faulty.findings.push_back(std::move(finding));
  }
  return faulty;
}

}  // namespace

LawTexts law_texts_for(const Environment& environment, const Options& options, const standard::Standard& standard) {
  LawTexts result;
  for (const workspace::LawFile& file : read_law_files(law_folder(environment), {})) {
    result.texts.push_back(standard::read_law_text(file.name, file.text).text);
  }
  const report::Report nothing;
  for (const Folder& folder : folders_for(options, standard)) {
    const rules::Context context{nothing, standard, folder.options, nullptr};
    for (const workspace::LawFile& file : read_law_files({}, {folder.path})) {
      standard::LawTextReading reading = standard::read_law_text(file.name, file.text);
      if (!reading.problems.empty()) {
        result.faulty.push_back(
            faulty_file(to_utf8(to_path(folder.path) / to_path(file.name)), file, reading.problems, context));
      }
      result.texts.push_back(std::move(reading.text));
    }
  }
  return result;
}

}  // namespace nianbao::cli
