#include "syntax/tree.h"

#include <algorithm>
#include <cstring>

#include <fmt/format.h>
#include <tree_sitter/api.h>
#include <tree_sitter_nianbao/language.h>

#include "syntax/cursor.h"

namespace nianbao::syntax {
namespace {

// Large enough to make calls rare, small enough that the search for NUL does not read far beyond what is needed.
constexpr std::size_t chunk_size = 1U << 16U;

/// The generated lexer takes a NUL for the end of the text: it gets U+001A instead, which is as long.
const char* read(void* payload, std::uint32_t begin, TSPoint /*point*/, std::uint32_t* length) {
  const std::string_view bytes = *static_cast<const std::string_view*>(payload);
  if (begin >= bytes.size()) {
    *length = 0;
    return "";
  }
  std::string_view chunk = bytes.substr(begin, chunk_size);
  if (chunk.front() == '\0') {
    *length = 1;
    return "\x1A";
  }
  chunk = chunk.substr(0, chunk.find('\0'));
  *length = static_cast<std::uint32_t>(chunk.size());
  return chunk.data();
}

/// In the runtime's terms, where only LF ends a line; not those of text::Text.
TSPoint point_at(std::string_view bytes, text::Offset offset) {
  const std::string_view before = bytes.substr(0, offset);
  const auto rows = static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n'));
  const std::size_t line = before.rfind('\n');
  const std::size_t column = line == std::string_view::npos ? before.size() : before.size() - line - 1;
  return TSPoint{rows, static_cast<std::uint32_t>(column)};
}

bool is_continuation(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

}  // namespace

Edit difference(const text::Text& before, const text::Text& after) {
  const std::string_view a = before.bytes();
  const std::string_view b = after.bytes();
  const std::size_t shorter = std::min(a.size(), b.size());
  auto begin = static_cast<std::size_t>(
      std::mismatch(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(shorter), b.begin()).first - a.begin());
  while (begin > 0 &&
         ((begin < a.size() && is_continuation(a[begin])) || (begin < b.size() && is_continuation(b[begin])))) {
    --begin;
  }
  const std::size_t most = shorter - begin;
  const auto tail = a.rbegin() + static_cast<std::ptrdiff_t>(most);
  auto common = static_cast<std::size_t>(std::mismatch(a.rbegin(), tail, b.rbegin()).first - a.rbegin());
  while (common > 0 && is_continuation(a[a.size() - common])) --common;
  return {static_cast<text::Offset>(begin), static_cast<text::Offset>(a.size() - common),
          static_cast<text::Offset>(b.size() - common)};
}

void Tree::Delete::operator()(TSTree* tree) const {
  ts_tree_delete(tree);
}

Tree::Tree(const Tree& other) : tree_(other.tree_ ? ts_tree_copy(other.tree_.get()) : nullptr), kinds_(other.kinds_) {}

Tree& Tree::operator=(const Tree& other) {
  if (this != &other) *this = Tree(other);
  return *this;
}

bool Tree::has_error() const {
  return tree_ != nullptr && ts_node_has_error(ts_tree_root_node(tree_.get()));
}

void Tree::edit(const Edit& edit, const text::Text& before, const text::Text& after) {
  if (tree_ == nullptr) return;
  const TSInputEdit input{edit.begin,
                          edit.old_end,
                          edit.new_end,
                          point_at(before.bytes(), edit.begin),
                          point_at(before.bytes(), edit.old_end),
                          point_at(after.bytes(), edit.new_end)};
  ts_tree_edit(tree_.get(), &input);
}

std::string Tree::to_string() const {
  std::string out;
  for (Cursor cursor(*this); cursor.next();) {
    const Node& node = cursor.node();
    const std::string_view field = name_of(cursor.field());
    fmt::format_to(std::back_inserter(out), "{:{}}{}{}{}{}{} {}-{}\n", "", node.depth * 2, field,
                   field.empty() ? "" : ": ", is_named(node.kind) ? "" : "\"",
                   node.kind == NodeKind::tab ? "\\t" : name_of(node.kind), is_named(node.kind) ? "" : "\"",
                   node.range.begin, node.range.end);
  }
  return out;
}

void Parser::Delete::operator()(TSParser* parser) const {
  ts_parser_delete(parser);
}

Parser::Parser() : parser_(ts_parser_new()), kinds_(std::make_shared<const KindTable>(tree_sitter_nianbao())) {
  ts_parser_set_language(parser_.get(), tree_sitter_nianbao());
}

Tree Parser::parse(const text::Text& text, const Tree* old) {
  std::string_view bytes = text.bytes();
  const TSInput input{&bytes, read, TSInputEncodingUTF8};
  TSTree* tree = ts_parser_parse(parser_.get(), old != nullptr ? old->tree_.get() : nullptr, input);
  return {tree, kinds_};
}

Tree Parser::reparse(const text::Text& text, const Tree& old, const text::Text& old_text) {
  Tree marked = old;
  marked.edit(difference(old_text, text), old_text, text);
  return parse(text, &marked);
}

Tree parse(const text::Text& text) {
  return Parser().parse(text);
}

}  // namespace nianbao::syntax
