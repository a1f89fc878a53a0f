// nianbao check: reads, checks, shows; nothing is changed.
#include <algorithm>
#include <functional>
#include <optional>

#include "cli/commands.h"
#include "cli/files.h"
#include "cli/github_output.h"
#include "cli/json_output.h"
#include "cli/pipeline.h"
#include "cli/progress.h"
#include "cli/related_files.h"
#include "cli/sarif_output.h"
#include "cli/settings_finder.h"
#include "cli/text_output.h"
#include "cli/totals.h"

namespace nianbao::cli {
namespace {

/// Error is the lowest value of Severity.
bool at_least(standard::Severity severity, standard::Severity limit) {
  return severity <= limit;
}

class Check {
 public:
  explicit Check(const CommandContext& context)
      : context_(context), settings_(context.options.rules, context.standard, context.options.config) {}

  int run() {
    const Search search = find_sources(context_.options.paths);
    const std::string first = search.sources.empty() ? std::string("-") : search.sources.front().path;
    context_.environment.err << show_unread(search, context_.speaker);
    totals_.unreadable = static_cast<std::int64_t>(search.unread.size());
    totals_.rules = active_rules(context_.standard, settings_.options_for(first));
    Progress progress(context_.environment, context_.speaker, search.sources.size());
    check_all(
        {search.sources, context_.environment.in, context_.standard, settings_, context_.options.jobs},
        [&](std::size_t count) { progress.show(count); },
        [&](std::size_t i, Outcome outcome) { take(search, i, std::move(outcome), progress); });
    progress.clear();
    for (CheckedFile& file : settings_.faulty_files()) take_settings(file);
    for (CheckedFile file : context_.faulty_laws) take_settings(file);
    finish(search);
    return totals_.unreadable > 0 ? exit_usage : totals_.failed ? exit_findings : exit_ok;
  }

 private:
  void take(const Search& search, std::size_t index, Outcome outcome, Progress& progress) {
    if (!outcome) {
      ++totals_.unreadable;
      progress.clear();
      context_.environment.err << show_read_failure(search.sources[index], outcome.error(), context_.speaker);
      return;
    }
    CheckedFile& file = *outcome;
    const std::int64_t hidden = judge(file);
    totals_.add(file, hidden);
    if (for_machines(file)) return;
    if (!file.findings.empty() || file.document.encoding != text::FileEncoding::utf8) progress.clear();
    show(file);
    if (is_alone(search)) alone_ = std::move(file);
  }

  /// Whether the file fails, and how many of its findings are not to be shown: these are taken out.
  std::int64_t judge(CheckedFile& file) {
    const auto& limit = context_.options.fail_on;
    totals_.failed = totals_.failed || std::ranges::any_of(file.findings, [&](const rules::Finding& finding) {
                       return limit && at_least(finding.severity, *limit);
                     });
    return static_cast<std::int64_t>(std::erase_if(file.findings, [&](const rules::Finding& finding) {
      return !at_least(finding.severity, context_.options.min_severity);
    }));
  }

  /// A settings file that was used is shown beside the reports; it is no report and not counted as one.
  void take_settings(CheckedFile& file) {
    const std::int64_t hidden = judge(file);
    totals_.add_findings(file, hidden);
    if (file.findings.empty()) return;
    if (!for_machines(file)) show(file);
  }

  /// False where the format is the one for people.
  bool for_machines(const CheckedFile& file) {
    switch (context_.options.format) {
      case Format::json:
        files_.push_back(json_of(file, context_.standard));
        return true;
      case Format::sarif:
        add_sarif_results(files_, file, context_.standard);
        return true;
      case Format::github:
        context_.environment.out << github_lines(file);
        return true;
      case Format::text:
      case Format::markdown:
        break;
    }
    return false;
  }

  void show(const CheckedFile& file) const {
    const auto encoding = file.document.encoding;
    if (encoding != text::FileEncoding::utf8 && encoding != text::FileEncoding::utf8_bom && !context_.options.quiet) {
      context_.environment.err << context_.speaker.say("cli.encoding",
                                                       {{"path", file.document.path},
                                                        {"encoding", std::string(text::name_of(encoding))}})
                               << "\n";
    }
    for (const auto& finding : file.findings) {
      context_.environment.out << show_finding(file, finding, context_.speaker, context_.style);
    }
  }

  void finish(const Search& search) {
    std::ostream& out = context_.environment.out;
    if (context_.options.format == Format::json) {
      out << dump({{"version", 1}, {"tool", tool_json()}, {"files", files_}, {"summary", json_of(totals_)}});
    } else if (context_.options.format == Format::sarif) {
      out << dump(sarif_log(std::move(files_), context_.standard, context_.speaker));
    } else if (!context_.options.quiet && context_.options.format == Format::text) {
      if (search.sources.empty()) {
        out << nothing_found(search) << "\n";
      } else if (alone_) {
        out << show_summary(*alone_, totals_, context_.standard, context_.speaker, context_.style);
      } else if (!is_alone(search)) {
        out << show_folder_summary(totals_, context_.speaker, context_.style);
      }
    }
    out.flush();
  }

  /// One report gets a line of its own, unless there is more to tell of.
  [[nodiscard]] static bool is_alone(const Search& search) {
    return search.sources.size() == 1 && search.unread.empty();
  }

  [[nodiscard]] std::string nothing_found(const Search& search) const {
    if (!search.unread.empty()) {
      return context_.speaker.say("cli.nothing-found-unread", {{"count", std::to_string(search.unread.size())}});
    }
    if (search.looked_at == 0) return context_.speaker.say("cli.nothing-found-empty");
    return context_.speaker.say("cli.nothing-found", {{"count", std::to_string(search.looked_at)},
                                                      {"extensions", enumerate(search.extensions, context_.speaker)}});
  }

  const CommandContext& context_;
  SettingsFinder settings_;
  Totals totals_;
  Json files_ = Json::array();        ///< or, for SARIF, results
  std::optional<CheckedFile> alone_;  ///< the only report, once it was shown
};

}  // namespace

int run_check(const CommandContext& context) {
  return Check(context).run();
}

}  // namespace nianbao::cli
