#include "syntax/tree.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <span>

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

/// The point behind `bytes`, which begin at `from`. In the runtime's terms, where only LF ends a line; not those of
/// text::Text.
TSPoint point_behind(std::string_view bytes, TSPoint from) {
  const std::size_t line = bytes.rfind('\n');
  if (line == std::string_view::npos) return {from.row, from.column + static_cast<std::uint32_t>(bytes.size())};
  const auto rows = static_cast<std::uint32_t>(std::count(bytes.begin(), bytes.end(), '\n'));
  return {from.row + rows, static_cast<std::uint32_t>(bytes.size() - line - 1)};
}

bool is_continuation(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

/// Bytes compared at once: the library's comparison of blocks is many times faster than one by one.
constexpr std::size_t block = 256;

std::size_t common_prefix(std::string_view a, std::string_view b) {
  const std::size_t most = std::min(a.size(), b.size());
  std::size_t at = 0;
  while (at + block <= most && a.substr(at, block) == b.substr(at, block)) at += block;
  while (at < most && a[at] == b[at]) ++at;
  return at;
}

std::size_t common_suffix(std::string_view a, std::string_view b) {
  const std::size_t most = std::min(a.size(), b.size());
  std::size_t size = 0;
  const auto from_end = [](std::string_view text, std::size_t bytes) { return text.substr(text.size() - bytes); };
  while (size + block <= most &&
         from_end(a, size + block).substr(0, block) == from_end(b, size + block).substr(0, block)) {
    size += block;
  }
  while (size < most && a[a.size() - 1 - size] == b[b.size() - 1 - size]) ++size;
  return size;
}

}  // namespace

Edit difference(const text::Text& before, const text::Text& after) {
  const std::string_view a = before.bytes();
  const std::string_view b = after.bytes();
  std::size_t begin = common_prefix(a, b);
  while (begin > 0 &&
         ((begin < a.size() && is_continuation(a[begin])) || (begin < b.size() && is_continuation(b[begin])))) {
    --begin;
  }
  std::size_t common = common_suffix(a.substr(begin), b.substr(begin));
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
  const TSPoint begin = point_behind(before.slice({0, edit.begin}), {0, 0});
  const TSInputEdit input{edit.begin,
                          edit.old_end,
                          edit.new_end,
                          begin,
                          point_behind(before.slice({edit.begin, edit.old_end}), begin),
                          point_behind(after.slice({edit.begin, edit.new_end}), begin)};
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

std::vector<text::ByteRange> Tree::differences(const Tree& edited) const {
  std::uint32_t count = 0;
  const std::unique_ptr<TSRange, decltype(&std::free)> ranges(
      ts_tree_get_changed_ranges(edited.tree_.get(), tree_.get(), &count), &std::free);
  std::vector<text::ByteRange> result;
  result.reserve(count);
  for (const TSRange& range : std::span(ranges.get(), count)) result.push_back({range.start_byte, range.end_byte});
  return result;
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
