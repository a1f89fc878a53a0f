// Edits at any positions in any encoding: the text is the one that a plain computation gives, and what is derived from
// it step by step (tree, findings) is what the same text gives when it is opened anew.

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "standard/standard.h"
#include "workspace/documents.h"

namespace {

using namespace nianbao;

void require(bool condition) {
  if (!condition) std::abort();
}

/// Takes the input apart: numbers from single bytes, texts by a length.
class Source {
 public:
  explicit Source(std::string_view bytes) : rest_(bytes) {}
  [[nodiscard]] bool empty() const { return rest_.empty(); }
  std::uint32_t number(std::uint32_t below) {
    if (rest_.empty()) return 0;
    const auto value = static_cast<unsigned char>(rest_.front());
    rest_.remove_prefix(1);
    // The last value stands for what lies far outside.
    return value == 0xFF ? 0xFFFFFFFFU : value % below;
  }
  std::string text(std::size_t most) {
    const std::string_view piece = rest_.substr(0, most);
    rest_.remove_prefix(piece.size());
    return std::string(piece);
  }

 private:
  std::string_view rest_;
};

text::Position position(Source& source, const text::Text& text) {
  const std::uint32_t line = source.number(std::max<std::uint32_t>(text.line_count(), 1));
  return {line, source.number(100)};
}

workspace::OpenedDocument opened(std::string text) {
  return {"file:///a.md", "nianbao", 1, std::move(text)};
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const standard::Standard standard = *standard::load(standard::embedded_files());
  Source source({reinterpret_cast<const char*>(data), size});
  const auto encoding = static_cast<text::Encoding>(source.number(3) % 3);
  syntax::Parser parser;
  workspace::Document document(opened(source.text(size / 2)));
  (void)document.snapshot(parser, standard, {}, true);
  for (std::int32_t version = 2; !source.empty() && version < 12; ++version) {
    const text::Position start = position(source, document.text());
    const text::Position end = position(source, document.text());
    const std::string piece = source.text(source.number(40));
    const text::Offset begin = text::offset_at(document.text(), start, encoding);
    const text::Offset behind = std::max(begin, text::offset_at(document.text(), end, encoding));
    std::string wanted(document.text().bytes());
    wanted.replace(begin, behind - begin, piece);
    document.apply(version, {{workspace::TextChange::Range{start, end}, piece}}, encoding);
    require(document.text().bytes() == text::Text(wanted).bytes());
    // A place that is given back is the place that was asked for.
    const text::Position back = text::position_at(document.text(), begin, encoding);
    require(text::offset_at(document.text(), back, encoding) <= begin);
    if (version % 3 == 0) (void)document.snapshot(parser, standard, {}, version % 2 == 0);
  }
  const features::Snapshot* edited = document.snapshot(parser, standard, {}, true);
  workspace::Document anew(opened(std::string(document.text().bytes())));
  const features::Snapshot* fresh = anew.snapshot(parser, standard, {}, true);
  require((edited == nullptr) == (fresh == nullptr));
  if (edited == nullptr) return 0;
  require(edited->findings->size() == fresh->findings->size());
  for (std::size_t i = 0; i < edited->findings->size(); ++i) {
    require((*edited->findings)[i].rule == (*fresh->findings)[i].rule);
    require((*edited->findings)[i].range == (*fresh->findings)[i].range);
  }
  return 0;
}
