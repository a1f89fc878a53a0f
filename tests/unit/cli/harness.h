// Runs the command line in process, with injected streams and a folder of its own for files.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include "cli/app.h"
#include "standard/standard.h"

namespace nianbao::cli::test {

struct Result {
  int code = 0;
  std::string out;
  std::string err;

  [[nodiscard]] nlohmann::json json() const { return nlohmann::json::parse(out, nullptr, false); }
};

struct Call {
  std::string input;
  std::map<std::string, std::string> variables;
  bool terminal = false;
};

inline Result run_cli(const std::vector<std::string>& arguments, const Call& call = {}) {
  std::istringstream in(call.input);
  std::ostringstream out;
  std::ostringstream err;
  const Environment environment{in, out, err, call.terminal, call.terminal, [&](const std::string& name) {
                                  const auto found = call.variables.find(name);
                                  return found == call.variables.end() ? std::nullopt : std::optional(found->second);
                                }};
  const int code = run(environment, arguments);
  return {code, out.str(), err.str()};
}

inline const standard::Standard& the_standard() {
  static const auto loaded = standard::load(standard::embedded_files());
  if (!loaded) {
    ADD_FAILURE() << loaded.error().file << " " << loaded.error().where << ": " << loaded.error().what;
    std::abort();
  }
  return *loaded;
}

/// A folder that is removed again.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    static int counter = 0;
    path_ = std::filesystem::temp_directory_path() /
            ("nianbao-cli-" + std::to_string(::getpid()) + "-" + std::to_string(counter++));
    std::filesystem::create_directories(path_);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }

  [[nodiscard]] std::string path(const std::string& name = {}) const {
    return name.empty() ? path_.string() : (path_ / name).string();
  }
  std::string write(const std::string& name, const std::string& bytes) const {
    std::filesystem::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << bytes;
    return path(name);
  }
  [[nodiscard]] std::string read(const std::string& name) const {
    std::ifstream file(path_ / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }

 private:
  std::filesystem::path path_;
};

inline std::string last_line(std::string text) {
  while (text.ends_with('\n')) text.pop_back();
  const std::size_t end = text.rfind('\n');
  return end == std::string::npos ? text : text.substr(end + 1);
}

}  // namespace nianbao::cli::test
