#include "cli/man_page.h"

#include <string_view>

#include "cli/command_table.h"
#include "cli/help.h"
#include "cli/version.h"

namespace nianbao::cli {
namespace {

/// Text as roff: a backslash, a hyphen and a leading dot or quote have a meaning there.
std::string roff(std::string_view text) {
  std::string out;
  bool line_begins = true;
  for (const char c : text) {
    if (line_begins && (c == '.' || c == '\'')) out += "\\&";
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else {
      out += c;
    }
    line_begins = c == '\n';
  }
  return out;
}

std::string option_entry(const OptionSpec& option, std::string_view command, const Speaker& speaker) {
  std::string name = "\\fB" + roff(option.name) + "\\fR";
  if (!option.letter.empty()) name = "\\fB" + roff(option.letter) + "\\fR, " + name;
  if (!option.value.empty()) name += " \\fI" + roff(option.value) + "\\fR";
  return ".TP\n" + name + "\n" + roff(option_meaning(option, command, speaker)) + "\n";
}

/// A template of several lines as an example block.
std::string block(const std::string& text) {
  return ".nf\n" + roff(text) + "\n.fi\n";
}

}  // namespace

std::string man_page(const Speaker& speaker) {
  std::string out = ".TH NIANBAO 1 \"\" \"nianbao " + std::string(version()) + "\"\n.SH " +
                    speaker.say("cli.man.name") + "\nnianbao \\- " + roff(speaker.say("cli.about")) + "\n.SH " +
                    speaker.say("cli.man.synopsis") + "\n" + block(speaker.say("cli.usage.program")) + ".SH " +
                    speaker.say("cli.man.commands") + "\n";
  for (const CommandSpec& command : commands()) {
    const std::string name(command.name);
    out += ".SS " + name + "\n" + roff(speaker.say("cli.command." + name)) + "\n.PP\n" +
           block(speaker.say("cli.usage." + name));
    for (const OptionSpec& option : command.options) out += option_entry(option, name, speaker);
    const std::string examples = "cli.examples." + name;
    if (speaker.knows(examples)) out += ".PP\n" + block(speaker.say(examples));
  }
  out += ".SH " + speaker.say("cli.man.options") + "\n";
  for (const OptionSpec& option : common_options()) out += option_entry(option, "", speaker);
  out += ".SH " + speaker.say("cli.man.exit") + "\n" + block(speaker.say("cli.man.exit-codes"));
  return out;
}

}  // namespace nianbao::cli
