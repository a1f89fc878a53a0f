// nianbao law: the user's library of official texts. `law add FILE…` takes texts in, `law list` shows them.
#include <filesystem>
#include <system_error>

#include "cli/commands.h"
#include "cli/files.h"
#include "cli/law_files.h"
#include "cli/replace_file.h"
#include "cli/settings_finder.h"
#include "cli/text_output.h"
#include "standard/law_text.h"
#include "text/decode.h"

namespace nianbao::cli {
namespace {

namespace fs = std::filesystem;

std::string say_problem(const CommandContext& context, const standard::LawTextProblem& problem) {
  const report::Report nothing;
  const rules::Context words{nothing, context.standard, context.options.rules, nullptr};
  return workspace::describe(words, problem);
}

void show_text(const CommandContext& context, const standard::LawText& text) {
  context.environment.out << context.speaker.say("cli.law.text", {{"name", text.name},
                                                                  {"version", text.version},
                                                                  {"count", std::to_string(text.articles.size())},
                                                                  {"file", text.file}})
                          << "\n";
}

/// Takes one file in; false where it was not.
bool add_file(const CommandContext& context, const std::string& path, const fs::path& folder) {
  std::ostream& err = context.environment.err;
  const Source source{path};
  const auto bytes = read_source(source, context.environment.in);
  if (!bytes) {
    err << show_read_failure(source, bytes.error(), context.speaker);
    return false;
  }
  const auto decoded = text::decode(*bytes);
  const std::string name = to_utf8(to_path(path).filename());
  const auto reading = standard::read_law_text(name, decoded ? decoded->utf8 : std::string());
  for (const auto& problem : reading.problems) {
    err << context.speaker.say(
               "cli.law.problem",
               {{"path", path}, {"line", std::to_string(problem.line)}, {"problem", say_problem(context, problem)}})
        << "\n";
  }
  if (reading.text.articles.empty()) return false;
  std::error_code error;
  fs::create_directories(folder, error);
  const std::string target = to_utf8(folder / to_path(name));
  if (replace_file(target, decoded->utf8) != WriteFailure::none) {
    err << context.speaker.say("cli.law.not-written", {{"path", target}}) << "\n";
    return false;
  }
  show_text(context, reading.text);
  return true;
}

int list_texts(const CommandContext& context, const std::string& folder) {
  for (const auto& file : read_law_files(folder, {})) {
    show_text(context, standard::read_law_text(file.name, file.text).text);
  }
  context.environment.out << context.speaker.say("cli.law.folder", {{"path", folder}}) << "\n";
  SettingsFinder settings(context.options.rules, context.standard, context.options.config);
  for (const std::string& named : settings.law_folders("-")) {
    for (const auto& file : read_law_files({}, {named})) {
      show_text(context, standard::read_law_text(file.name, file.text).text);
    }
    context.environment.out << context.speaker.say("cli.law.settings-folder", {{"path", named}}) << "\n";
  }
  context.environment.out.flush();
  return exit_ok;
}

}  // namespace

int run_law(const CommandContext& context) {
  const std::string folder = law_folder(context.environment);
  const std::vector<std::string>& words = context.options.paths;
  if (words.size() == 1 && words.front() == "list") return list_texts(context, folder);
  if (words.size() < 2 || words.front() != "add" || folder.empty()) {
    context.environment.err << context.speaker.say("cli.usage.law") << "\n";
    return exit_usage;
  }
  bool all = true;
  for (std::size_t i = 1; i < words.size(); ++i) all = add_file(context, words[i], to_path(folder)) && all;
  context.environment.out.flush();
  return all ? exit_ok : exit_usage;
}

}  // namespace nianbao::cli
