// Growing selections. Must not know LSP.
#include "features/selection.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "features/outline.h"
#include "syntax/cursor.h"

namespace nianbao::features {
namespace {

constexpr std::array<std::string_view, 4> sentence_ends{"。", "！", "？", "；"};

/// Everything that may be selected around one place; kept if it lies in what comes next.
class Rings {
 public:
  Rings(const text::Text& text, text::Offset offset) : text_(text), offset_(offset) {}

  void add(text::ByteRange range) {
    if (!range.empty() && range.touches(offset_)) rings_.push_back(range);
  }

  std::vector<text::ByteRange> take() {
    rings_.push_back({0, text_.size()});
    std::ranges::sort(rings_, {}, [](text::ByteRange range) { return range.size(); });
    std::vector<text::ByteRange> nested;
    for (const text::ByteRange& ring : rings_) {
      if (nested.empty() || (ring.covers(nested.back()) && ring != nested.back())) nested.push_back(ring);
    }
    return nested;
  }

 private:
  const text::Text& text_;
  text::Offset offset_;
  std::vector<text::ByteRange> rings_;
};

text::Offset behind_blanks(const text::Text& text, text::Offset at) {
  const std::size_t found = text.bytes().find_first_not_of(" \t\r\n", at);
  return found == std::string_view::npos ? text.size() : static_cast<text::Offset>(found);
}

void add_outline(const View& view, const std::vector<OutlineNode>& nodes, text::Offset offset, Rings& rings) {
  for (const OutlineNode& node : nodes) {
    if (!node.range.touches(offset)) continue;
    rings.add(node.name);
    rings.add(node.range);
    if (node.heading) {
      const text::Offset body = behind_blanks(view.snapshot.text, view.report().headings[*node.heading].line.end);
      if (body <= offset) rings.add({body, node.range.end});
    }
    add_outline(view, node.children, offset, rings);
  }
}

void add_cells(const View& view, text::Offset offset, Rings& rings) {
  for (const report::Grid& grid : view.report().grids) {
    if (!grid.range.touches(offset)) continue;
    for (const report::CellReading& cell : grid.cells) rings.add(cell.range);
    for (const report::RowReading& row : grid.rows) {
      rings.add(row.label);
      rings.add(without_tail(view.snapshot.text, row.line));
    }
    for (const report::LabelReading& label : grid.labels) rings.add(label.range);
  }
}

void add_sentence(const text::Text& text, text::ByteRange paragraph, text::Offset offset, Rings& rings) {
  const std::string_view bytes = text.slice(paragraph);
  std::size_t begin = 0;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const bool line_end = bytes[at] == '\n' || bytes[at] == '\r';
    const auto mark =
        std::ranges::find_if(sentence_ends, [&](std::string_view one) { return bytes.substr(at).starts_with(one); });
    if (!line_end && mark == sentence_ends.end()) continue;
    const std::size_t end = line_end ? at : at + mark->size();
    if (paragraph.begin + end > offset || (paragraph.begin + end == offset && end == bytes.size())) {
      rings.add({paragraph.begin + static_cast<text::Offset>(begin), paragraph.begin + static_cast<text::Offset>(end)});
      return;
    }
    begin = line_end ? at + 1 : end;
  }
  rings.add({paragraph.begin + static_cast<text::Offset>(begin), paragraph.end});
}

}  // namespace

std::vector<text::ByteRange> selection_ranges(const View& view, text::Offset offset) {
  const text::Text& text = view.snapshot.text;
  offset = std::min(offset, text.size());
  Rings rings(text, offset);
  rings.add(text.line(text.line_of(offset)));
  if (view.snapshot.tree != nullptr) {
    syntax::Cursor cursor(*view.snapshot.tree);
    for (bool more = cursor.next(); more;) {
      const syntax::Node& node = cursor.node();
      if (node.range.begin > offset) break;
      const bool here = node.range.touches(offset);
      if (here) rings.add(without_tail(text, node.range));
      more = here ? cursor.next() : cursor.skip();
    }
  }
  for (const report::Paragraph& paragraph : view.report().paragraphs) {
    if (!paragraph.range.touches(offset)) continue;
    rings.add(without_tail(text, paragraph.range));
    add_sentence(text, paragraph.range, offset, rings);
  }
  add_cells(view, offset, rings);
  add_outline(view, outline(view), offset, rings);
  return rings.take();
}

}  // namespace nianbao::features
