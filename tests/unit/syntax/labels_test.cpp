// The scanner's label list is generated from the forms: each label of a form must be seen as a cell, in both scripts
// and with half-width marks, and each title of a part as a heading.
#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "sexp.h"
#include "support/paths.h"
#include "text/normalise.h"

namespace nianbao::syntax::test {
namespace {

struct Label {
  std::string kind;
  std::string text;
};

std::vector<Label> labels() {
  std::vector<Label> all;
  for (const char* form : {"2014", "2019", "2021"}) {
    std::ifstream in(paths::source() + "/server/standard/data/form-" + form + ".json");
    const nlohmann::json data = nlohmann::json::parse(in, nullptr, false);
    if (data.is_discarded() || !data.contains("entries")) continue;
    for (const auto& entry : data["entries"]) {
      const std::string kind = entry.value("kind", "");
      all.push_back({kind, entry.value("label", "")});
      for (const std::string& text : entry.value("variants", std::vector<std::string>())) all.push_back({kind, text});
    }
  }
  return all;
}

/// Kind of the node that a line alone makes, below the document (and a section).
NodeKind kind_of_line(Parser& parser, const std::string& line) {
  const Tree tree = parser.parse(text::Text(line + "\n"));
  for (Cursor cursor(tree); cursor.next();) {
    const NodeKind kind = cursor.node().kind;
    if (kind != NodeKind::document && kind != NodeKind::section) return kind;
  }
  return NodeKind::unknown;
}

std::string with_half_width_marks(std::string text) {
  const std::pair<std::string, std::string> pairs[] = {
      {"（", "("}, {"）", ") "}, {"，", ","}, {"：", ":"}, {"、", "、 "}};
  for (const auto& [wide, narrow] : pairs) {
    for (std::size_t at = 0; (at = text.find(wide, at)) != std::string::npos; at += narrow.size()) {
      text.replace(at, wide.size(), narrow);
    }
  }
  return text;
}

// 三、依申请公开情况 is a usual heading, too: alone it stays one.
bool also_a_heading(const Label& label) {
  return label.kind == "row_group" && label.text.ends_with("情况");
}

TEST(Labels, OfTheFormsAreCells) {
  Parser parser;
  std::size_t seen = 0;
  for (const Label& label : labels()) {
    if (label.kind == "section") continue;
    const NodeKind expected = also_a_heading(label) ? NodeKind::heading : NodeKind::flat_table;
    EXPECT_EQ(kind_of_line(parser, label.text), expected) << label.text;
    EXPECT_EQ(kind_of_line(parser, with_half_width_marks(label.text)), expected) << label.text;
    EXPECT_EQ(kind_of_line(parser, text::to_traditional(label.text)), expected) << text::to_traditional(label.text);
    EXPECT_EQ(kind_of_line(parser, label.text + "\t0\t0"), NodeKind::tsv_table) << label.text;
    EXPECT_EQ(kind_of_line(parser, "| " + label.text + " | 0 |"), NodeKind::pipe_table) << label.text;
    EXPECT_EQ(kind_of_line(parser, "  " + label.text + "  0"), NodeKind::aligned_table) << label.text;
    ++seen;
  }
  EXPECT_GE(seen, 150U);
}

TEST(Labels, TitlesOfPartsAreHeadings) {
  Parser parser;
  for (const Label& label : labels()) {
    if (label.kind != "section") continue;
    EXPECT_EQ(kind_of_line(parser, label.text), NodeKind::heading) << label.text;
    EXPECT_EQ(kind_of_line(parser, "## **" + label.text + "**"), NodeKind::heading) << label.text;
    EXPECT_EQ(kind_of_line(parser, text::to_traditional(label.text)), NodeKind::heading) << label.text;
  }
}

}  // namespace
}  // namespace nianbao::syntax::test
