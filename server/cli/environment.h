// What the command line may touch of the world around it: streams, environment variables, the terminal.
// Injected, so that tests run every command in process. Must not know commands.
#pragma once

#include <functional>
#include <iosfwd>
#include <optional>
#include <string>

namespace nianbao::cli {

struct Environment {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  bool out_is_terminal = false;
  bool err_is_terminal = false;
  /// An environment variable, or nothing where it is not set.
  std::function<std::optional<std::string>(const std::string&)> variable;
  /// Shows a long text page by page; false where it cannot. Only set on a terminal.
  std::function<bool(const std::string&)> page = nullptr;
  /// Whether whoever read the output has gone (`| head`).
  std::function<bool()> reader_left = nullptr;
};

/// Exit codes: the contract of design §7.
inline constexpr int exit_ok = 0;
inline constexpr int exit_findings = 1;
inline constexpr int exit_usage = 2;

}  // namespace nianbao::cli
