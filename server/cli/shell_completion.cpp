#include "cli/shell_completion.h"

#include <vector>

#include "cli/command_table.h"
#include "cli/help.h"

namespace nianbao::cli {
namespace {

/// Words of a value like text|json, with blanks between them; empty for FILE, N and the like.
std::string words_of(const OptionSpec& option) {
  if (option.value.find('|') == std::string_view::npos) return {};
  std::string words;
  for (const std::string& word : allowed_values(option.value)) words += (words.empty() ? "" : " ") + word;
  return words;
}

std::vector<OptionSpec> options_of(const CommandSpec& command) {
  std::vector<OptionSpec> all = command.options;
  all.insert(all.end(), common_options().begin(), common_options().end());
  return all;
}

std::string bash_script() {
  std::string names;
  std::string options;
  std::string values;
  for (const CommandSpec& command : commands()) {
    names += (names.empty() ? "" : " ") + std::string(command.name);
    std::string list;
    for (const OptionSpec& option : options_of(command)) {
      list += std::string(option.name) + " ";
      const std::string words = words_of(option);
      if (words.empty()) continue;
      values += "    " + std::string(command.name) + ":" + std::string(option.name) + ") COMPREPLY=($(compgen -W \"" +
                words + "\" -- \"$word\")); return ;;\n";
    }
    options += "      " + std::string(command.name) + ") COMPREPLY=($(compgen -W \"" + list +
               "--help\" -- \"$word\")); return ;;\n";
  }
  return "# bash completion for nianbao\n_nianbao() {\n  local word=${COMP_WORDS[COMP_CWORD]} "
         "previous=${COMP_WORDS[COMP_CWORD-1]} "
         "command=${COMP_WORDS[1]}\n  if [ \"$COMP_CWORD\" -eq 1 ]; then\n    COMPREPLY=($(compgen -W \"" +
         names + " --help --version\" -- \"$word\"))\n    return\n  fi\n  case $command:$previous in\n" + values +
         "  esac\n  if [[ $word == -* ]]; then\n    case $command in\n" + options +
         "    esac\n  fi\n  COMPREPLY=($(compgen -f -- \"$word\"))\n}\ncomplete -o filenames -F _nianbao nianbao\n";
}

/// Text inside '…' of zsh and fish.
std::string quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'') {
      out += "'\\''";
    } else {
      out += c;
    }
  }
  return out + "'";
}

/// Inside a specification of _arguments, brackets and colons have a meaning.
std::string zsh_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '[' || c == ']' || c == ':' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

std::string zsh_script(const Speaker& speaker) {
  std::string names;
  std::string cases;
  for (const CommandSpec& command : commands()) {
    const std::string name(command.name);
    names += "    " + quoted(name + ":" + zsh_text(speaker.say("cli.command." + name))) + "\n";
    cases += "    " + name + ")\n      _arguments \\\n";
    for (const OptionSpec& option : options_of(command)) {
      std::string spec = std::string(option.name) + "[" + zsh_text(option_meaning(option, name, speaker)) + "]";
      const std::string words = words_of(option);
      if (!words.empty()) spec += ":" + std::string(option.name.substr(2)) + ":(" + words + ")";
      if (words.empty() && !option.value.empty()) spec += ":" + std::string(option.value) + ":_files";
      cases += "        " + quoted(spec) + " \\\n";
    }
    cases += "        '*:file:_files'\n      ;;\n";
  }
  return "#compdef nianbao\n_nianbao() {\n  local -a names\n  names=(\n" + names +
         "  )\n  if (( CURRENT == 2 )); then\n    _describe 'command' names\n    return\n  fi\n  local "
         "command=$words[2]\n"
         "  shift words\n  (( CURRENT-- ))\n  case $command in\n" +
         cases + "  esac\n}\n_nianbao \"$@\"\n";
}

std::string fish_script(const Speaker& speaker) {
  std::string out = "# fish completion for nianbao\n";
  for (const CommandSpec& command : commands()) {
    const std::string name(command.name);
    out += "complete -c nianbao -f -n __fish_use_subcommand -a " + name + " -d " +
           quoted(speaker.say("cli.command." + name)) + "\n";
    for (const OptionSpec& option : options_of(command)) {
      out +=
          "complete -c nianbao -n '__fish_seen_subcommand_from " + name + "' -l " + std::string(option.name.substr(2));
      if (!option.letter.empty()) out += " -s " + std::string(option.letter.substr(1));
      const std::string words = words_of(option);
      if (!words.empty()) out += " -x -a " + quoted(words);
      if (words.empty() && !option.value.empty()) out += " -r";
      out += " -d " + quoted(option_meaning(option, name, speaker)) + "\n";
    }
  }
  return out;
}

}  // namespace

std::string completion_script(std::string_view shell, const Speaker& speaker) {
  if (shell == "zsh") return zsh_script(speaker);
  if (shell == "fish") return fish_script(speaker);
  return bash_script();
}

}  // namespace nianbao::cli
