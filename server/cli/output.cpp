#include "cli/output.h"

namespace nianbao::cli {

std::string show_write_failure(const CommandContext& context, const std::string& path, WriteFailure failure) {
  const std::string_view reason = failure == WriteFailure::read_only             ? "cli.unwritable.read-only"
                                  : failure == WriteFailure::folder_not_writable ? "cli.unwritable.folder"
                                                                                 : "cli.unwritable.io";
  return context.speaker.say("cli.unwritable", {{"path", path}, {"reason", context.speaker.say(reason)}}) + "\n";
}

int write_output(const CommandContext& context, std::string_view bytes) {
  const std::string& path = context.options.output;
  if (path.empty() || path == "-") {
    context.environment.out << bytes << std::flush;
    return exit_ok;
  }
  const WriteFailure failure = replace_file(path, bytes);
  if (failure != WriteFailure::none) {
    context.environment.err << show_write_failure(context, path, failure);
    return exit_usage;
  }
  if (!context.options.quiet) context.environment.err << context.speaker.say("cli.written", {{"path", path}}) << "\n";
  return exit_ok;
}

}  // namespace nianbao::cli
