// Trees as values, the walk over them, edits between texts, and the queries that editors use.
#include <algorithm>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <tree_sitter/api.h>
#include <tree_sitter_nianbao/language.h>

#include "sexp.h"
#include "support/paths.h"
#include "syntax/cursor.h"
#include "syntax/range_walk.h"

namespace nianbao::syntax::test {
namespace {

text::Text text_of(const char* bytes) {
  return text::Text(std::string(bytes));
}

TEST(Kinds, EveryNameIsInTheLanguage) {
  EXPECT_TRUE(Parser().kinds().complete());
  EXPECT_EQ(name_of(NodeKind::text_line), "text_line");
  EXPECT_FALSE(is_named(NodeKind::pipe));
  EXPECT_EQ(name_of(NodeKind::unknown), "ERROR");
}

TEST(Kinds, GeneratedForTheAbiOfTheOldestRuntime) {
  EXPECT_EQ(ts_language_version(tree_sitter_nianbao()), 14U);
}

TEST(TreeValue, ACopyOutlivesAnEditOfTheOriginal) {
  Parser parser;
  const text::Text before = text_of("一、总体情况\n");
  const text::Text after = text_of("无\n一、总体情况\n");
  Tree tree = parser.parse(before);
  const Tree copy = tree;
  const std::string shown = copy.to_string();
  tree.edit(difference(before, after), before, after);
  EXPECT_EQ(copy.to_string(), shown);
  EXPECT_NE(tree.to_string(), shown);
}

TEST(TreeValue, OfNothing) {
  EXPECT_TRUE(Tree().empty());
  EXPECT_EQ(Tree().to_string(), "");
  EXPECT_EQ(sexp(parse(text::Text())), "(document)");
}

TEST(TreeValue, SaysWhereEveryNodeIs) {
  EXPECT_EQ(parse(text_of("一、无\n|a|\n")).to_string(),
            "document 0-14\n"
            "  section 0-14\n"
            "    heading 0-9\n"
            "      marker: h1_marker 0-6\n"
            "      title: title 6-9\n"
            "    pipe_table 10-14\n"
            "      pipe_row 10-13\n"
            "        \"|\" 10-11\n"
            "        pipe_cell 11-12\n"
            "        \"|\" 12-13\n");
}

TEST(Walk, SkipLeavesOutTheInside) {
  const Tree tree = parse(text_of("一、a\n二、b\n"));
  Cursor cursor(tree);
  ASSERT_TRUE(cursor.next());
  ASSERT_TRUE(cursor.next());
  EXPECT_EQ(cursor.node().kind, NodeKind::section);
  ASSERT_TRUE(cursor.skip());
  EXPECT_EQ(cursor.node().kind, NodeKind::section);
  EXPECT_EQ(cursor.node().depth, 1U);
  ASSERT_TRUE(cursor.next());
  EXPECT_EQ(cursor.node().kind, NodeKind::heading);
  EXPECT_FALSE(cursor.skip());
  EXPECT_FALSE(cursor.next());
}

// An empty cell has no node: its column is the number of separators before it.
TEST(Walk, OfARangeIsThatPartOfTheWhole) {
  for (const std::string name : {"form-2021-errors.md", "form-2019.txt", "form-2014-errors.md"}) {
    std::ifstream in(paths::source() + "/docs/examples/" + name, std::ios::binary);
    const text::Text text(std::string{std::istreambuf_iterator<char>(in), {}});
    ASSERT_GT(text.line_count(), 50U);
    const Tree tree = parse(text);
    std::vector<Node> all;
    for (Cursor cursor(tree); cursor.next();) all.push_back(cursor.node());
    for (std::uint32_t line = 0; line < text.line_count(); ++line) {
      const text::ByteRange range{text.line(line).begin, text.line(std::min(line + 5, text.line_count() - 1)).begin};
      RangeWalk walk(tree, range);
      for (const Node& node : all) {
        if (!range.contains(node.range.begin)) continue;
        ASSERT_TRUE(walk.next()) << name << " line " << line;
        ASSERT_EQ(walk.node().range, node.range) << name << " line " << line;
        ASSERT_EQ(walk.node().kind, node.kind) << name << " line " << line;
      }
      EXPECT_FALSE(walk.next()) << name << " line " << line;
    }
  }
}

TEST(Walk, SeparatorsCountTheColumns) {
  const Tree tree = parse(text_of("规章\t\t7\n"));
  std::vector<NodeKind> seen;
  for (Cursor cursor(tree); cursor.next();) seen.push_back(cursor.node().kind);
  EXPECT_EQ(seen, (std::vector<NodeKind>{NodeKind::document, NodeKind::tsv_table, NodeKind::tsv_row, NodeKind::tsv_cell,
                                         NodeKind::tab, NodeKind::tab, NodeKind::tsv_cell}));
}

TEST(Cells, AreTrimmed) {
  const text::Text text = text_of("|  a b　 |\n");
  const Tree tree = parse(text);
  for (Cursor cursor(tree); cursor.next();) {
    if (cursor.node().kind != NodeKind::pipe_cell) continue;
    EXPECT_EQ(text.slice(cursor.node().range), "a b");
  }
}

TEST(Difference, IsTheSmallestOnCharacterBoundaries) {
  EXPECT_EQ(difference(text_of("abc"), text_of("abc")), (Edit{3, 3, 3}));
  EXPECT_EQ(difference(text_of("abc"), text_of("axc")), (Edit{1, 2, 2}));
  EXPECT_EQ(difference(text_of("aa"), text_of("aaa")), (Edit{2, 2, 3}));
  EXPECT_EQ(difference(text_of(""), text_of("x")), (Edit{0, 0, 1}));
  EXPECT_EQ(difference(text_of("x"), text_of("")), (Edit{0, 1, 0}));
  // 啊 E5 95 8A and 啋 E5 95 8B share two bytes, 啊 and 皊 E7 9A 8A the last one.
  EXPECT_EQ(difference(text_of("一啊"), text_of("一啋")), (Edit{3, 6, 6}));
  EXPECT_EQ(difference(text_of("啊一"), text_of("皊一")), (Edit{0, 3, 3}));
}

/// The text of all captures of a query, one a line; or where the query is wrong.
std::string captures(const std::string& file, const text::Text& text) {
  const std::string source = read_file(paths::source() + "/grammar/queries/" + file);
  std::uint32_t offset = 0;
  TSQueryError error = TSQueryErrorNone;
  const std::unique_ptr<TSQuery, decltype(&ts_query_delete)> query(
      ts_query_new(tree_sitter_nianbao(), source.data(), static_cast<std::uint32_t>(source.size()), &offset, &error),
      ts_query_delete);
  if (source.empty() || query == nullptr) return "query error at " + std::to_string(offset);

  const std::unique_ptr<TSParser, decltype(&ts_parser_delete)> parser(ts_parser_new(), ts_parser_delete);
  ts_parser_set_language(parser.get(), tree_sitter_nianbao());
  const std::unique_ptr<TSTree, decltype(&ts_tree_delete)> tree(
      ts_parser_parse_string(parser.get(), nullptr, text.bytes().data(), text.size()), ts_tree_delete);
  const std::unique_ptr<TSQueryCursor, decltype(&ts_query_cursor_delete)> cursor(ts_query_cursor_new(),
                                                                                 ts_query_cursor_delete);
  ts_query_cursor_exec(cursor.get(), query.get(), ts_tree_root_node(tree.get()));
  std::string out;
  TSQueryMatch match;
  for (std::uint32_t index = 0; ts_query_cursor_next_capture(cursor.get(), &match, &index);) {
    const TSQueryCapture& capture = match.captures[index];
    std::uint32_t length = 0;
    out += std::string(ts_query_capture_name_for_id(query.get(), capture.index, &length)) + " " +
           std::string(text.slice({ts_node_start_byte(capture.node), ts_node_end_byte(capture.node)})) + "\n";
  }
  return out;
}

TEST(Queries, Highlights) {
  EXPECT_EQ(captures("highlights.scm", text_of("一、总体情况\n见《条例》第三条\n|1|\n")),
            "markup.heading.1.marker 一、\n"
            "markup.heading 总体情况\n"
            "string 《条例》\n"
            "markup.link 第三条\n"
            "punctuation.delimiter |\n"
            "number 1\n"
            "punctuation.delimiter |\n");
}

TEST(Queries, Folds) {
  EXPECT_EQ(captures("folds.scm", text_of("一、无\n|1|\n")), "fold 一、无\n|1|\n\nfold |1|\n\n");
}

}  // namespace
}  // namespace nianbao::syntax::test
