#include "cli/command_table.h"

namespace nianbao::cli {

const std::vector<CommandSpec>& commands() {
  static const std::vector<CommandSpec> table = {
      {Command::check,
       "check",
       true,
       {{"--format", "text|json", &RawOptions::format},
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
      {Command::render,
       "render",
       true,
       {{"--html", "", nullptr, &RawOptions::html}, {"--output", "FILE", &RawOptions::output, nullptr, "-o"}}},
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
