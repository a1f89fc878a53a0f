// nianbao new: a new report, from last year's where one is named.
#include <charconv>
#include <filesystem>
#include <optional>

#include "cli/commands.h"
#include "cli/files.h"
#include "cli/output.h"
#include "cli/pipeline.h"
#include "cli/text_output.h"
#include "features/new_report.h"

namespace nianbao::cli {
namespace {

constexpr std::int32_t first_year = 2008;  // the regulation came into force on 2008-05-01
constexpr std::int32_t last_year = 2100;

std::optional<std::int32_t> read_year(const std::string& text) {
  std::int32_t year = 0;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, year);
  if (error != std::errc() || stop != end || year < first_year || year > last_year) return std::nullopt;
  return year;
}

rules::OrganLevel level_of(const std::string& name) {
  return name == "government" ? rules::OrganLevel::government
         : name == "township" ? rules::OrganLevel::township
                              : rules::OrganLevel::department;
}

int refuse(const CommandContext& context, std::string_view id, const std::string& value) {
  context.environment.err << context.speaker.say(id, {{"value", value}}) << "\n"
                          << context.speaker.say("cli.usage.see-help", {{"command", " new"}}) << "\n";
  return exit_usage;
}

}  // namespace

int run_new(const CommandContext& context) {
  const Options& options = context.options;
  if (options.organ.empty()) return refuse(context, "cli.new.no-organ", "");
  const auto year = read_year(options.year);
  if (!year) return refuse(context, "cli.new.bad-year", options.year);
  std::error_code ignored;
  if (!options.output.empty() && options.output != "-" && std::filesystem::exists(to_path(options.output), ignored)) {
    return refuse(context, "cli.new.exists", options.output);
  }
  features::NewReport wanted{options.organ, level_of(options.level), *year, nullptr, false};
  std::optional<report::Report> last;
  if (!options.from.empty()) {
    const Source source{options.from};
    const auto document = load_document(source, context.environment.in);
    if (!document) {
      context.environment.err << show_read_failure(source, document.error(), context.speaker);
      return exit_usage;
    }
    last = build_report(*document, context.standard);
    if (last->year && *last->year != *year - 1 && !options.quiet) {
      context.environment.err << context.speaker.say("cli.new.other-year", {{"path", options.from},
                                                                            {"found", std::to_string(*last->year)},
                                                                            {"year", std::to_string(*year - 1)}})
                              << "\n";
    }
    wanted.last = &*last;
  }
  return write_output(context, features::new_report(context.standard, wanted));
}

}  // namespace nianbao::cli
