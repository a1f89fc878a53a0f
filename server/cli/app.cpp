#include "cli/app.h"

#include <exception>
#include <filesystem>
#include <ostream>
#include <system_error>

#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/files.h"
#include "cli/help.h"
#include "cli/law_texts.h"
#include "cli/settings_finder.h"
#include "cli/speaker.h"
#include "cli/style.h"
#include "cli/understand.h"
#include "cli/version.h"
#include "standard/law_library.h"
#include "standard/standard.h"

namespace nianbao::cli {
namespace {

std::string say_usage_error(const UsageError& error, const Speaker& speaker) {
  static constexpr std::string_view ids[] = {"cli.usage.unknown-option", "cli.usage.unknown-command",
                                             "cli.usage.unexpected-argument", "cli.usage.missing-value",
                                             "cli.usage.other"};
  const std::string name = error.command == nullptr ? std::string() : " " + std::string(error.command->name);
  return speaker.say(ids[static_cast<std::size_t>(error.kind)], {{"argument", error.what}}) + "\n" +
         speaker.say("cli.usage.see-help", {{"command", name}}) + "\n";
}

int dump_stage(const CommandContext& context, const RawOptions& raw) {
  const int chosen = static_cast<int>(raw.tables) + static_cast<int>(raw.tree) + static_cast<int>(raw.report) +
                     static_cast<int>(raw.citations);
  if (chosen != 1) {
    context.environment.err << context.speaker.say("cli.usage.one-stage") << "\n";
    return exit_usage;
  }
  return run_dump(context, raw.tables      ? DumpStage::tables
                           : raw.tree      ? DumpStage::tree
                           : raw.citations ? DumpStage::citations
                                           : DumpStage::report);
}

int dispatch(const CommandContext& context, const CommandLine& line) {
  switch (line.command->command) {
    case Command::check:
      return run_check(context);
    case Command::fix:
      return run_fix(context);
    case Command::format:
      return run_format(context);
    case Command::create:
      return run_new(context);
    case Command::localise:
      return run_localise(context);
    case Command::completion:
      return run_completion(context);
    case Command::man:
      return run_man(context);
    case Command::render:
      return run_render(context);
    case Command::dump:
      return dump_stage(context, line.options);
    case Command::explain:
      return run_explain(context);
    case Command::law:
      return run_law(context);
    case Command::rules:
      return run_rules(context);
    case Command::lsp:
      return run_lsp(context.environment);
  }
  return exit_usage;
}

/// Results that did not arrive are no success; a reader who has seen enough (`| head`) has what it wanted.
int with_output_checked(const Environment& environment, const Speaker& speaker, int code) {
  environment.out.flush();
  if (environment.out) return code;
  if (environment.reader_left && environment.reader_left()) return code;
  environment.err << speaker.say("cli.unwritable.output") << "\n";
  return exit_usage;
}

/// --locale, else the settings of the first report (or of the folder one stands in), else the environment.
rules::Locale locale_for(const Environment& environment, const RawOptions& raw, const standard::Standard& standard) {
  rules::Options options;
  options.locale = choose_locale(raw.locale, environment);
  if (!raw.locale.empty()) return options.locale;
  const std::string first = raw.paths.empty() ? "-" : raw.paths.front();
  std::error_code error;
  const bool is_folder = std::filesystem::is_directory(to_path(first), error);
  return SettingsFinder(options, standard, raw.config).locale_for(is_folder ? first + "/-" : first);
}

int run_with_standard(const Environment& environment, const tl::expected<CommandLine, UsageError>& line,
                      standard::Standard& standard) {
  const Speaker speaker(standard, line ? locale_for(environment, line->options, standard)
                                       : choose_locale(line.error().locale.value_or(""), environment));
  if (!line) {
    environment.err << say_usage_error(line.error(), speaker);
    return exit_usage;
  }
  if (line->version) return with_output_checked(environment, speaker, exit_ok);  // it was printed, and got lost
  if (line->help) {
    environment.out << help_text(line->command, speaker);
    return with_output_checked(environment, speaker, exit_ok);
  }
  if (line->command == nullptr) {
    environment.err << help_text(nullptr, speaker);
    return exit_usage;
  }
  const auto options = understand(*line->command, line->options, speaker);
  if (!options) {
    environment.err << options.error() << "\n"
                    << speaker.say("cli.usage.see-help", {{"command", " " + std::string(line->command->name)}}) << "\n";
    return exit_usage;
  }
  // What the user's library says exactly stands beside our summaries.
  LawTexts laws = law_texts_for(environment, *options, standard);
  standard::add_law_texts(standard, std::move(laws.texts));
  const CommandContext context{environment, standard, speaker, *options, style_for(environment), laws.faulty};
  const int code = dispatch(context, *line);
  return with_output_checked(environment, speaker, code);
}

int run_command(const Environment& environment, const std::vector<std::string>& arguments) {
  const auto line = read_command_line(arguments);
  if (line && line->version) {
    environment.out << "nianbao " << version() << "\n" << std::flush;
    if (environment.out) return exit_ok;
  }
  // The server loads the standard itself, after its first reply, so that an editor does not wait for it.
  if (line && !line->help && line->command != nullptr && line->command->command == Command::lsp)
    return run_lsp(environment);
  auto standard = standard::load(standard::embedded_files());
  if (!standard) {
    const auto& error = standard.error();
    environment.err << "nianbao: " << error.file << " " << error.where << ": " << error.what << "\n";
    return exit_usage;
  }
  return run_with_standard(environment, line, *standard);
}

}  // namespace

int run(const Environment& environment, const std::vector<std::string>& arguments) {
  try {
    return run_command(environment, arguments);
  } catch (const std::exception& exception) {
    environment.err << "nianbao: " << exception.what() << "\n";
    return exit_usage;
  }
}

}  // namespace nianbao::cli
