#include "sexp.h"

#include <fstream>
#include <sstream>

namespace nianbao::syntax::test {

std::string sexp(const Tree& tree) {
  std::string out;
  std::vector<std::uint32_t> open;
  for (Cursor cursor(tree); cursor.next();) {
    const Node& node = cursor.node();
    while (!open.empty() && open.back() >= node.depth) {
      out += ')';
      open.pop_back();
    }
    if (!is_named(node.kind)) continue;
    if (!out.empty()) out += ' ';
    if (const Field field = cursor.field(); field != Field::none) out.append(name_of(field)).append(": ");
    out.append("(").append(name_of(node.kind));
    open.push_back(node.depth);
  }
  return out + std::string(open.size(), ')');
}

std::vector<std::string> kinds(const Tree& tree) {
  std::vector<std::string> out;
  for (Cursor cursor(tree); cursor.next();) {
    out.push_back(std::to_string(cursor.node().depth) + " " + std::string(name_of(cursor.node().kind)));
  }
  return out;
}

std::string defect(const Tree& tree, const text::Text& text) {
  if (tree.empty()) return "no tree";
  if (tree.has_error()) return "error node\n" + tree.to_string();
  std::vector<text::ByteRange> parents;
  text::Offset done = 0;
  for (Cursor cursor(tree); cursor.next();) {
    const Node& node = cursor.node();
    const auto where = std::string(name_of(node.kind)) + " at " + std::to_string(node.range.begin);
    if (node.kind == NodeKind::unknown) return "unknown node " + where;
    if (node.missing) return "missing node " + where;
    parents.resize(node.depth);
    if (node.range.begin > node.range.end || node.range.end > text.size()) return "outside of the text: " + where;
    if (!parents.empty() && !parents.back().covers(node.range)) return "outside of its parent: " + where;
    if (node.range.begin < done) return "overlaps: " + where;
    done = node.range.begin;
    parents.push_back(node.range);
    if (node.depth > 24) return "too deep: " + where;
  }
  return {};
}

std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << in.rdbuf();
  return bytes.str();
}

}  // namespace nianbao::syntax::test
