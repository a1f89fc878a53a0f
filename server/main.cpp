// The program: hands the process's streams, environment and arguments to the command line.
#include <cstdlib>
#include <iostream>
#include <optional>
#include <string>
#include <vector>

#include "cli/app.h"
#include "cli/process.h"

namespace {

std::optional<std::string> environment_variable(const std::string& name) {
  const char* value = std::getenv(name.c_str());
  return value == nullptr ? std::nullopt : std::optional<std::string>(value);
}

}  // namespace

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  nianbao::cli::ignore_broken_pipes();
  const std::vector<std::string> arguments(argv + (argc > 0 ? 1 : 0), argv + argc);
  nianbao::cli::Environment environment{
      std::cin, std::cout, std::cerr, nianbao::cli::is_terminal(1), nianbao::cli::is_terminal(2), environment_variable};
  environment.reader_left = [] { return nianbao::cli::reader_left(1); };
  if (environment.out_is_terminal) {
    environment.page = [](const std::string& text) {
      return nianbao::cli::show_paged(environment_variable("PAGER").value_or("less -FRX"), text);
    };
  }
  return nianbao::cli::run(environment, arguments);
}
