// What the tests of syntax/ share: trees as S-expressions and kinds as a list.
#pragma once

#include <string>
#include <vector>

#include "syntax/cursor.h"
#include "syntax/tree.h"

namespace nianbao::syntax::test {

/// `(document (paragraph (text_line)))`, named nodes with their fields, as the corpus writes them.
[[nodiscard]] std::string sexp(const Tree& tree);

/// Name and depth of every node, without places.
[[nodiscard]] std::vector<std::string> kinds(const Tree& tree);

/// Empty if the tree is what every tree must be: no error or missing node, children in order and inside their parent,
/// nothing outside of the text. Otherwise what is wrong.
[[nodiscard]] std::string defect(const Tree& tree, const text::Text& text);

[[nodiscard]] std::string read_file(const std::string& path);

}  // namespace nianbao::syntax::test
