#include "table_scene.h"

#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "support/paths.h"
#include "syntax/tree.h"

namespace nianbao::rules::test {

const standard::Standard& the_standard() {
  static const standard::Standard loaded = [] {
    auto result = standard::load(standard::embedded_files());
    if (!result) ADD_FAILURE() << result.error().file << result.error().where << ": " << result.error().what;
    return result ? *std::move(result) : standard::Standard{};
  }();
  return loaded;
}

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  EXPECT_TRUE(in) << path;
  std::ostringstream bytes;
  bytes << in.rdbuf();
  return bytes.str();
}

Scene::Scene(std::string source, Locale locale)
    : text(std::move(source)), report(report::build(text, syntax::parse(text), the_standard())) {
  Options options;
  options.locale = locale;
  findings = check(report, the_standard(), options);
}

std::vector<Finding> Scene::of(std::string_view rule) const {
  std::vector<Finding> found;
  for (const Finding& finding : findings) {
    if (finding.rule == rule) found.push_back(finding);
  }
  return found;
}

Finding Scene::only(std::string_view rule) const {
  const auto found = of(rule);
  if (found.size() == 1) return found.front();
  ADD_FAILURE() << found.size() << " findings of " << rule;
  return {};
}

std::string Scene::marked(const Finding& finding) const {
  return std::string(text.slice(finding.range));
}

std::uint32_t Scene::line_of(const Finding& finding) const {
  return text.line_of(finding.range.begin) + 1;
}

std::string Scene::after(const Fix& fix) const {
  return rules::apply(text.bytes(), fix.edits);
}

std::vector<std::string> Scene::rules_said() const {
  std::vector<std::string> ids;
  for (const Finding& finding : findings) {
    // Many of these texts are tables without prose.
    const bool of_prose = finding.rule == "layout/preamble" || finding.rule == "layout/overview" ||
                          finding.rule == "layout/fee-statement";
    if (of_prose) continue;
    if (finding.rule.starts_with("table/") || finding.rule.starts_with("layout/")) ids.push_back(finding.rule);
  }
  return ids;
}

std::string with(std::string source, std::string_view from, std::string_view to) {
  const std::size_t at = source.find(from);
  if (at == std::string::npos) {
    ADD_FAILURE() << "not in the text: " << from;
    return source;
  }
  source.replace(at, from.size(), to);
  return source;
}

std::string good_report() {
  return read_file(std::filesystem::path(paths::source()) / "tests/fixtures/rules/table/blank/good.md");
}

}  // namespace nianbao::rules::test
