#include "scene.h"

#include <fstream>
#include <memory>
#include <sstream>

#include <gtest/gtest.h>

#include "support/paths.h"
#include "syntax/tree.h"

namespace nianbao::test {

const standard::Standard& the_standard() {
  static const standard::Standard loaded = [] {
    auto result = standard::load(standard::embedded_files());
    if (!result) ADD_FAILURE() << result.error().file << ' ' << result.error().where << ' ' << result.error().what;
    return result ? std::move(*result) : standard::Standard();
  }();
  return loaded;
}

const std::string& sample_report() {
  static const std::string text = [] {
    std::ifstream file(paths::source() + "/tests/protocol/sample.md", std::ios::binary);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    return bytes.str();
  }();
  return text;
}

std::string replaced(std::string text, std::string_view old, std::string_view with) {
  const std::size_t at = text.find(old);
  if (at == std::string::npos || text.find(old, at + 1) != std::string::npos) {
    ADD_FAILURE() << "not exactly once: " << old;
    return text;
  }
  return text.replace(at, old.size(), with);
}

features::Snapshot snapshot_of(const std::string& bytes, const rules::Options& options) {
  const text::Text text(bytes);
  auto tree = std::make_shared<const syntax::Tree>(syntax::parse(text));
  return features::checked(features::read_snapshot(1, text, std::move(tree), the_standard()), the_standard(), options);
}

text::Offset offset_of(const std::string& text, std::string_view word) {
  const std::size_t at = text.find(word);
  if (at == std::string::npos) ADD_FAILURE() << "not there: " << word;
  return static_cast<text::Offset>(at == std::string::npos ? 0 : at);
}

std::string wrong_total() {
  return replaced(sample_report(), granted_row,
                  "| 三、本年度办理结果 | （一）予以公开 |  | 21 | 4 | 0 | 1 | 2 | 0 | 29 |");
}

}  // namespace nianbao::test
