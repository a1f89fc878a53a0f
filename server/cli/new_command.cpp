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
#include "rules/organ_name.h"

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

/// Names with and without their place (云岭市水利局, 水利局), in either script, are one organ.
bool may_be_same_organ(const std::string& a, const std::string& b) {
  const std::string one = rules::comparable_organ(a);
  const std::string other = rules::comparable_organ(b);
  return one.empty() || other.empty() || one.ends_with(other) || other.ends_with(one);
}

/// What a person should know of the report that was named as last year's: of whom and when it is, what was not there.
std::string doubts(const CommandContext& context, const features::NewReport& wanted) {
  const report::Report& last = *wanted.last;
  const std::string& path = context.options.from;
  const features::CarriedFigures carried = features::carried_figures(context.standard, wanted);
  const bool nothing = carried.applications == 0 && carried.stock == 0;
  const std::string rest = (nothing ? std::string() : context.speaker.say("cli.new.check-figures")) + "\n";
  std::string text;
  if (!may_be_same_organ(last.organ, wanted.organ)) {
    text +=
        context.speaker.say("cli.new.other-organ", {{"path", path}, {"found", last.organ}, {"organ", wanted.organ}}) +
        rest;
  }
  if (last.year && *last.year != wanted.year - 1) {
    text += context.speaker.say(
                "cli.new.other-year",
                {{"path", path}, {"found", std::to_string(*last.year)}, {"year", std::to_string(wanted.year - 1)}}) +
            rest;
  }
  if (nothing) {
    text += context.speaker.say("cli.new.nothing-carried", {{"path", path}}) + "\n";
  } else if (carried.applications == 0) {
    text += context.speaker.say("cli.new.no-carry-over", {{"path", path}}) + "\n";
  }
  return text;
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
    if (!last->form && last->grids.empty()) return refuse(context, "cli.new.no-report", options.from);
    wanted.last = &*last;
    if (!options.quiet) context.environment.err << doubts(context, wanted);
  }
  return write_output(context, features::new_report(context.standard, wanted));
}

}  // namespace nianbao::cli
