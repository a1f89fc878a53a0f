// The options of all commands as plain values, after they were read and before they are understood.
// Must not know CLI11.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "rules/rules.h"
#include "standard/ids.h"

namespace nianbao::cli {

/// Written values, as the command line holds them.
struct RawOptions {
  std::vector<std::string> paths;
  std::string format;
  std::string fail_on;
  std::string min_severity;
  std::string jobs;
  std::string config;
  std::string locale;
  std::string output;
  std::string organ;
  std::string level;
  std::string year;
  std::string from;
  bool quiet = false;
  bool diff = false;
  bool all = false;
  bool tables = false;
  bool tree = false;
  bool report = false;
  bool citations = false;
  bool html = false;
  bool check = false;
  bool stdio = false;  ///< accepted and without effect: there is no other way
};

enum class Format : std::uint8_t { text, json, markdown, sarif, github };

/// Understood values.
struct Options {
  std::vector<std::string> paths;
  Format format = Format::text;
  /// Findings of this severity or a higher one make exit code 1; nothing = never.
  std::optional<standard::Severity> fail_on = standard::Severity::error;
  standard::Severity min_severity = standard::Severity::hint;
  std::uint32_t jobs = 1;
  bool quiet = false;
  bool diff = false;
  bool all = false;
  bool check = false;  ///< of `format`: change nothing
  std::string organ;
  std::string level;
  std::string year;
  std::string from;
  std::string output;  ///< empty: the standard output
  std::string config;  ///< a settings file for all reports; empty: each report's nearest .nianbao.json
  rules::Options rules;
};

}  // namespace nianbao::cli
