// The correct sample report with single cells changed, as rules see it.
// Must not know any rule.
#include "support/make_report.h"

#include <algorithm>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "support/generator.h"
#include "support/known_forms.h"
#include "support/paths.h"
#include "syntax/tree.h"

namespace nianbao::testing {

const standard::Standard& the_standard() {
  static const standard::Standard loaded = *standard::load(standard::embedded_files());
  return loaded;
}

std::string correct_report(standard::FormId form) {
  if (form == known::f2021) {
    const std::ifstream file(paths::source() + "/tests/protocol/sample.md");
    std::ostringstream content;
    content << file.rdbuf();
    return content.str();
  }
  test::Shape shape;
  shape.form = form;
  return test::generate(the_standard(), shape, 3).text;
}

report::Report read_report(const std::string& text) {
  const text::Text source(text);
  return report::build(source, syntax::parse(source), the_standard());
}

std::string with_cells(const std::string& report, std::initializer_list<CellText> cells) {
  const report::Report model = read_report(report);
  EXPECT_TRUE(model.form.has_value());
  std::vector<rules::TextEdit> edits;
  for (const CellText& wanted : cells) {
    const auto index = the_standard().form(*model.form).cell(wanted.row, wanted.column);
    const report::CellReading* cell = index ? model.cell(*index) : nullptr;
    EXPECT_NE(cell, nullptr) << wanted.row << "/" << wanted.column;
    if (cell != nullptr) edits.push_back({cell->range, std::string(wanted.text)});
  }
  std::sort(edits.begin(), edits.end(), [](const auto& a, const auto& b) { return a.range < b.range; });
  return rules::apply(report, edits);
}

std::vector<rules::Finding> sum_findings(const std::string& text, rules::Locale locale) {
  rules::Options options;
  options.locale = locale;
  std::vector<rules::Finding> findings = rules::check(read_report(text), the_standard(), options);
  std::erase_if(findings, [](const rules::Finding& finding) { return !finding.rule.starts_with("sum/"); });
  return findings;
}

std::string marked(const std::string& text, const rules::Finding& finding) {
  return text.substr(finding.range.begin, finding.range.size());
}

std::string fixed(const std::string& text, const rules::Fix& fix) {
  return rules::apply(text, fix.edits);
}

}  // namespace nianbao::testing
