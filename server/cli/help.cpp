#include "cli/help.h"

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "text/width.h"

namespace nianbao::cli {
namespace {

using Entry = std::pair<std::string, std::string>;

std::string list(const std::string& title, const std::vector<Entry>& entries, std::uint32_t width) {
  std::string text = "\n" + title + "\n";
  for (const auto& [name, meaning] : entries) text += "  " + text::pad_to_width(name, width) + "  " + meaning + "\n";
  return text;
}

std::uint32_t widest(const std::vector<Entry>& entries) {
  std::uint32_t width = 0;
  for (const auto& entry : entries) width = std::max(width, text::display_width(entry.first));
  return width;
}

Entry entry_of(const OptionSpec& option, std::string_view command, const Speaker& speaker) {
  std::string name = (option.letter.empty() ? "" : std::string(option.letter) + ", ") + std::string(option.name);
  if (!option.value.empty()) name += " " + std::string(option.value);
  return {std::move(name), option_meaning(option, command, speaker)};
}

std::vector<Entry> common_entries(const Speaker& speaker) {
  std::vector<Entry> entries;
  for (const auto& option : common_options()) entries.push_back(entry_of(option, "", speaker));
  entries.emplace_back("-h, --help", speaker.say("cli.option.help"));
  entries.emplace_back("-V, --version", speaker.say("cli.option.version"));
  return entries;
}

}  // namespace

/// The meaning of an option may differ by command: cli.option.fix.all before cli.option.all.
std::string option_meaning(const OptionSpec& option, std::string_view command, const Speaker& speaker) {
  const std::string name(option.name.substr(2));
  const std::string special = "cli.option." + std::string(command) + "." + name;
  return speaker.say(speaker.knows(special) ? special : "cli.option." + name);
}

std::string help_text(const CommandSpec* command, const Speaker& speaker) {
  std::vector<Entry> own;
  std::string text;
  if (command == nullptr) {
    text = speaker.say("cli.usage.program") + "\n" + speaker.say("cli.about") + "\n";
    for (const auto& one : commands()) {
      own.emplace_back(one.name, speaker.say("cli.command." + std::string(one.name)));
    }
  } else {
    const std::string name(command->name);
    text = speaker.say("cli.usage." + name) + "\n" + speaker.say("cli.command." + name) + "\n";
    for (const auto& option : command->options) own.push_back(entry_of(option, name, speaker));
  }
  const auto common = common_entries(speaker);
  const std::uint32_t width = std::max(widest(own), widest(common));
  if (!own.empty())
    text += list(speaker.say(command == nullptr ? "cli.help.commands" : "cli.help.options"), own, width);
  text += list(speaker.say("cli.help.common"), common, width);
  const std::string examples = "cli.examples." + std::string(command == nullptr ? "program" : command->name);
  if (speaker.knows(examples)) text += "\n" + speaker.say(examples) + "\n";
  return text;
}

}  // namespace nianbao::cli
