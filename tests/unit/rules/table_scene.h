// A report from text to findings, for the tests of the table and layout rules.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "report/report.h"
#include "rules/rules.h"
#include "standard/standard.h"

namespace nianbao::rules::test {

/// The embedded standard; loaded once for all tests of this program.
[[nodiscard]] const standard::Standard& the_standard();

[[nodiscard]] std::string read_file(const std::filesystem::path& path);

/// A report with what the rules say of it.
struct Scene {
  text::Text text;
  report::Report report;
  std::vector<Finding> findings;

  explicit Scene(std::string source, Locale locale = Locale::zh);

  [[nodiscard]] std::vector<Finding> of(std::string_view rule) const;
  /// The only finding of the rule; an empty one (and a test failure) where there is none or more than one.
  [[nodiscard]] Finding only(std::string_view rule) const;
  [[nodiscard]] std::string marked(const Finding& finding) const;
  [[nodiscard]] std::uint32_t line_of(const Finding& finding) const;  ///< from 1
  /// The text after the fix.
  [[nodiscard]] std::string after(const Fix& fix) const;
  /// Ids of findings in the groups table/ and layout/, in the order of the text, one per finding; without those on what
  /// the prose should speak of.
  [[nodiscard]] std::vector<std::string> rules_said() const;
};

/// `from` replaced once; a test failure where it does not occur.
[[nodiscard]] std::string with(std::string source, std::string_view from, std::string_view to);

/// A report of the form of 2021 that no rule objects to.
[[nodiscard]] std::string good_report();

}  // namespace nianbao::rules::test
