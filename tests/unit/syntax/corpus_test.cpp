// Runs grammar/test/corpus without the generator's own runner: the committed parser must give the written trees.
#include <algorithm>
#include <filesystem>
#include <sstream>

#include <gtest/gtest.h>

#include "sexp.h"
#include "support/paths.h"

namespace nianbao::syntax::test {
namespace {

struct Case {
  std::string file;
  std::string name;
  std::string input;
  std::string expected;
};

bool is_rule_of(const std::string& line, char mark) {
  return line.size() >= 3 && std::all_of(line.begin(), line.end(), [mark](char c) { return c == mark; });
}

std::string one_spaced(const std::string& text) {
  std::string out;
  std::istringstream words(text);
  for (std::string word; words >> word;) out += (out.empty() ? "" : " ") + word;
  return out;
}

/// Splits at LF only: inputs may hold CR.
std::vector<Case> cases_of(const std::filesystem::path& path) {
  std::vector<Case> cases;
  std::istringstream in(read_file(path.string()));
  enum class Part { head, name, input, tree } part = Part::head;
  for (std::string line; std::getline(in, line);) {
    if (part != Part::name && is_rule_of(line, '=')) {
      cases.push_back({path.stem().string(), "", "", ""});
      part = Part::name;
    } else if (part == Part::name && is_rule_of(line, '=')) {
      part = Part::input;
    } else if (part == Part::name) {
      cases.back().name = line;
    } else if (part == Part::input && is_rule_of(line, '-') && line.size() >= 80) {
      part = Part::tree;
    } else if (part == Part::input) {
      cases.back().input += line + "\n";
    } else if (part == Part::tree) {
      cases.back().expected += line + "\n";
    }
  }
  for (Case& one : cases) {
    if (!one.input.empty()) one.input.pop_back();
    one.expected = one_spaced(one.expected);
  }
  return cases;
}

std::vector<Case> corpus() {
  std::vector<Case> all;
  const std::filesystem::path folder = std::filesystem::path(paths::source()) / "grammar" / "test" / "corpus";
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    for (Case& one : cases_of(entry.path())) all.push_back(std::move(one));
  }
  std::sort(all.begin(), all.end(), [](const Case& a, const Case& b) { return a.file + a.name < b.file + b.name; });
  return all;
}

TEST(Corpus, IsFound) {
  EXPECT_GE(corpus().size(), 50U);
}

TEST(Corpus, EveryCaseGivesItsTree) {
  Parser parser;
  for (const Case& one : corpus()) {
    const text::Text text(one.input);
    const Tree tree = parser.parse(text);
    EXPECT_EQ(sexp(tree), one.expected) << one.file << ": " << one.name;
    EXPECT_EQ(defect(tree, text), "") << one.file << ": " << one.name;
  }
}

std::string replaced(const std::string& text, const std::string& line_end) {
  std::string out;
  for (const char c : text) out += c == '\n' ? line_end : std::string(1, c);
  return out;
}

// Reports come from every system; what they mean must not depend on how lines end.
TEST(Corpus, LineEndsAndByteOrderMarkDoNotMatter) {
  Parser parser;
  for (const Case& one : corpus()) {
    const std::vector<std::string> expected = kinds(parser.parse(text::Text(one.input)));
    for (const std::string& variant : {replaced(one.input, "\r\n"), replaced(one.input, "\r"),
                                       "\xEF\xBB\xBF" + one.input, "\xEF\xBB\xBF" + replaced(one.input, "\r\n")}) {
      EXPECT_EQ(kinds(parser.parse(text::Text(variant))), expected) << one.file << ": " << one.name;
    }
  }
}

// A clerk stands at any place of any document: each beginning of each case must have a sound tree.
TEST(Corpus, EveryBeginningParses) {
  Parser parser;
  for (const Case& one : corpus()) {
    for (std::size_t length = 0; length <= one.input.size(); ++length) {
      const text::Text text(one.input.substr(0, length));
      ASSERT_EQ(defect(parser.parse(text), text), "") << one.file << ": " << one.name << " cut at " << length;
    }
  }
}

}  // namespace
}  // namespace nianbao::syntax::test
