#include "cli/command_line.h"

#include <algorithm>

#include <CLI/CLI.hpp>

namespace nianbao::cli {
namespace {

void add_option(CLI::App& app, const OptionSpec& spec, RawOptions& options) {
  const std::string name = (spec.letter.empty() ? "" : std::string(spec.letter) + ",") + std::string(spec.name);
  if (spec.flag != nullptr) {
    app.add_flag(name, options.*spec.flag);
  } else {
    app.add_option(name, options.*spec.text)->take_last();
  }
}

/// Help and version are plain flags: they are answered after parsing, in the reader's language.
void prepare(CLI::App& app) {
  app.set_help_flag();
  app.set_config();
  app.allow_extras();
}

UsageError unexpected(const CommandLine& line, const std::string& argument) {
  UsageError error;
  error.what = argument;
  error.command = line.command;
  if (argument.size() > 1 && argument.front() == '-') {
    error.kind = UsageError::Kind::unknown_option;
  } else {
    error.kind = line.command == nullptr ? UsageError::Kind::unknown_command : UsageError::Kind::unexpected_argument;
  }
  if (!line.options.locale.empty()) error.locale = line.options.locale;
  return error;
}

/// CLI11 names the option before the first colon: "--format: 1 required TEXT missing".
UsageError of_exception(const CLI::Error& exception, const CommandLine& line) {
  UsageError error;
  const std::string text = exception.what();
  error.kind = text.starts_with("--") ? UsageError::Kind::missing_value : UsageError::Kind::other;
  error.what = text.starts_with("--") ? text.substr(0, text.find_first_of(": ")) : text;
  error.command = line.command;
  if (!line.options.locale.empty()) error.locale = line.options.locale;
  return error;
}

}  // namespace

tl::expected<CommandLine, UsageError> read_command_line(const std::vector<std::string>& arguments) {
  CommandLine line;
  CLI::App app;
  prepare(app);
  for (const auto& spec : common_options()) add_option(app, spec, line.options);
  app.add_flag("-h,--help", line.help);
  app.add_flag("-V,--version", line.version);
  for (const auto& spec : commands()) {
    CLI::App* command = app.add_subcommand(std::string(spec.name));
    prepare(*command);
    command->fallthrough();
    for (const auto& option : spec.options) add_option(*command, option, line.options);
    if (spec.takes_paths) command->add_option("paths", line.options.paths);
    command->callback([&line, &spec] { line.command = &spec; });
  }
  // What stands behind -- is no option, whatever it begins with.
  const auto dashes = std::ranges::find(arguments, "--");
  const std::vector<std::string> rest(dashes == arguments.end() ? dashes : dashes + 1, arguments.end());
  try {
    std::vector<std::string> reversed(arguments.begin(), dashes);
    std::ranges::reverse(reversed);
    app.parse(std::move(reversed));
  } catch (const CLI::Error& exception) {
    return tl::unexpected(of_exception(exception, line));
  }
  const auto extras = app.remaining(true);
  if (!extras.empty() && !line.help && !line.version) return tl::unexpected(unexpected(line, extras.front()));
  if (rest.empty()) return line;
  if (line.command == nullptr || !line.command->takes_paths) return tl::unexpected(unexpected(line, rest.front()));
  line.options.paths.insert(line.options.paths.end(), rest.begin(), rest.end());
  return line;
}

}  // namespace nianbao::cli
