#include "cli/user_folder.h"

namespace nianbao::cli {

std::string user_folder(const Environment& environment, const std::string& variable, std::string_view in_home) {
  const auto value = [&](const std::string& name) {
    return environment.variable ? environment.variable(name).value_or("") : std::string();
  };
  for (const std::string& name : {variable, std::string("LOCALAPPDATA")}) {
    if (std::string base = value(name); !base.empty()) return base;
  }
  const std::string home = value("HOME");
  return home.empty() ? home : home + "/" + std::string(in_home);
}

}  // namespace nianbao::cli
