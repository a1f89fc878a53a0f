#include "cli/output.h"

#include <filesystem>
#include <system_error>

#include "cli/files.h"

namespace nianbao::cli {
namespace {

namespace fs = std::filesystem;

std::string_view reason_of(WriteFailure failure) {
  switch (failure) {
    case WriteFailure::read_only:
      return "cli.unwritable.read-only";
    case WriteFailure::no_folder:
      return "cli.unwritable.no-folder";
    case WriteFailure::folder_not_writable:
      return "cli.unwritable.folder";
    case WriteFailure::folder:
      return "cli.unreadable.folder";
    case WriteFailure::not_a_file:
      return "cli.unwritable.not-a-file";
    case WriteFailure::none:
    case WriteFailure::io:
      break;
  }
  return "cli.unwritable.io";
}

bool goes_to_standard_output(const std::string& path) {
  return path.empty() || path == "-";
}

}  // namespace

std::string show_write_failure(const CommandContext& context, const std::string& path, WriteFailure failure) {
  std::error_code error;
  // Where there was no file before, none can be unchanged.
  const bool is_file = fs::is_regular_file(to_path(path), error);
  return context.speaker.say(is_file ? "cli.unwritable" : "cli.unwritable.new",
                             {{"path", path}, {"reason", context.speaker.say(reason_of(failure))}}) +
         "\n";
}

bool page_may_be_written(const CommandContext& context, const std::string& source) {
  const std::string& path = context.options.output;
  if (goes_to_standard_output(path)) return true;
  std::error_code error;
  std::string_view objection;
  if (source != "-" && fs::equivalent(to_path(path), to_path(source), error)) {
    objection = "cli.unwritable.source";
  } else if (fs::is_regular_file(to_path(path), error) && !is_web_page(path) &&
             fs::file_size(to_path(path), error) > 0) {
    objection = "cli.unwritable.no-page";
  }
  if (objection.empty()) return true;
  context.environment.err << context.speaker.say("cli.unwritable",
                                                 {{"path", path}, {"reason", context.speaker.say(objection)}})
                          << "\n";
  return false;
}

int write_output(const CommandContext& context, std::string_view bytes) {
  const std::string& path = context.options.output;
  if (goes_to_standard_output(path)) {
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
