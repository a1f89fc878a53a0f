// Findings by place, handed out once each, to the first element that begins where they begin.
// Must not know HTML elements beyond attributes.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "features/render_html.h"
#include "features/snapshot.h"
#include "report/web_page.h"

namespace nianbao::features {

/// Text for element content and attribute values. Control characters, which HTML has no way to write, are dropped.
[[nodiscard]] std::string escaped(std::string_view text);

struct Mark {
  text::ByteRange range;  ///< in the source
  standard::Severity severity = standard::Severity::hint;
  std::string_view message;
  std::size_t finding = 0;  ///< index in the snapshot's findings
};

/// Places of elements in the source: their attributes and their findings.
class Places {
 public:
  /// `page` is null where the rendered text is the source itself.
  Places(const Snapshot& snapshot, const report::WebPage* page, const RenderOptions& options);

  /// The page is shown in a viewer, which follows the text.
  [[nodiscard]] bool in_viewer() const { return options_.anchors; }
  /// A range of the rendered text as a range of the source.
  [[nodiscard]] text::ByteRange source(text::ByteRange range) const;
  /// ` data-line="3" data-offset="120"`, or nothing where anchors are not wanted.
  [[nodiscard]] std::string anchor(text::ByteRange range) const;

  /// Takes the marks that begin in the range (an empty range: at its place); gravest first.
  [[nodiscard]] std::vector<Mark> claim(text::ByteRange range);
  /// Marks that begin in the range, in order; only of a text that is the source. They are taken.
  [[nodiscard]] std::vector<Mark> claim_inside(text::ByteRange range);

 private:
  const Snapshot& snapshot_;
  const report::WebPage* page_;
  const RenderOptions& options_;
  std::vector<Mark> marks_;  ///< by begin
  std::vector<bool> taken_;
};

/// Class names and attributes of an element with these marks: ` class="n error" title="…" data-finding="2"`.
[[nodiscard]] std::string attributes(std::string_view classes, const std::vector<Mark>& marks);

}  // namespace nianbao::features
