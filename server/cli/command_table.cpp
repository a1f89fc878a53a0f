#include "cli/command_table.h"

namespace nianbao::cli {

const std::vector<CommandSpec>& commands() {
  static const std::vector<CommandSpec> table = {
      {Command::check,
       "check",
       true,
       {{"--format", "text|json|sarif|github", &RawOptions::format},
        {"--fail-on", "error|warning|information|never", &RawOptions::fail_on},
        {"--min-severity", "error|warning|information|hint", &RawOptions::min_severity},
        {"--jobs", "N", &RawOptions::jobs},
        {"--config", "FILE", &RawOptions::config}}},
      {Command::fix,
       "fix",
       true,
       {{"--diff", "", nullptr, &RawOptions::diff},
        {"--all", "", nullptr, &RawOptions::all},
        {"--config", "FILE", &RawOptions::config}}},
      {Command::format,
       "format",
       true,
       {{"--diff", "", nullptr, &RawOptions::diff}, {"--check", "", nullptr, &RawOptions::check}}},
      {Command::create,
       "new",
       false,
       {{"--organ", "NAME", &RawOptions::organ},
        {"--level", "government|department|township", &RawOptions::level},
        {"--year", "YEAR", &RawOptions::year},
        {"--from", "FILE", &RawOptions::from},
        {"--output", "FILE", &RawOptions::output, nullptr, "-o"}}},
      {Command::render,
       "render",
       true,
       {{"--html", "", nullptr, &RawOptions::html}, {"--output", "FILE", &RawOptions::output, nullptr, "-o"}}},
      {Command::localise, "localise", true, {}, true},
      {Command::explain, "explain", true, {{"--format", "text|json|markdown", &RawOptions::format}}},
      {Command::law, "law", true, {}},
      {Command::rules, "rules", false, {{"--format", "text|json|markdown", &RawOptions::format}}},
      {Command::dump,
       "dump",
       true,
       {{"--tables", "", nullptr, &RawOptions::tables},
        {"--report", "", nullptr, &RawOptions::report},
        {"--citations", "", nullptr, &RawOptions::citations},
        {"--tree", "", nullptr, &RawOptions::tree}}},
      {Command::lsp, "lsp", false, {{"--stdio", "", nullptr, &RawOptions::stdio}}},
      {Command::completion, "completion", true, {{"--output", "FILE", &RawOptions::output, nullptr, "-o"}}},
      {Command::man, "man", false, {{"--output", "FILE", &RawOptions::output, nullptr, "-o"}}},
  };
  return table;
}

const std::vector<OptionSpec>& common_options() {
  static const std::vector<OptionSpec> table = {{"--locale", "zh|en", &RawOptions::locale},
                                                {"--quiet", "", nullptr, &RawOptions::quiet}};
  return table;
}

std::vector<std::string> allowed_values(std::string_view value) {
  std::vector<std::string> values;
  while (!value.empty()) {
    const std::size_t bar = value.find('|');
    values.emplace_back(value.substr(0, bar));
    value.remove_prefix(bar == std::string_view::npos ? value.size() : bar + 1);
  }
  return values;
}

}  // namespace nianbao::cli
