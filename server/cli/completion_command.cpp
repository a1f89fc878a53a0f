// nianbao completion and nianbao man: files for shells and the manual, written by the program itself.
#include "cli/commands.h"
#include "cli/man_page.h"
#include "cli/output.h"
#include "cli/shell_completion.h"
#include "cli/text_output.h"

namespace nianbao::cli {

int run_completion(const CommandContext& context) {
  const std::string& shell = context.options.paths.front();
  if (shell != "bash" && shell != "zsh" && shell != "fish") {
    context.environment.err << context.speaker.say("cli.usage.bad-value",
                                                   {{"option", "completion"},
                                                    {"value", shell},
                                                    {"allowed", enumerate({"bash", "zsh", "fish"}, context.speaker)}})
                            << "\n";
    return exit_usage;
  }
  return write_output(context, completion_script(shell, context.speaker));
}

int run_man(const CommandContext& context) {
  return write_output(context, man_page(context.speaker));
}

}  // namespace nianbao::cli
