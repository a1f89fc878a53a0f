// A report as it will be published: the official layout of its tables, its prose as paragraphs, findings in place.
// Pure; must not know browsers, files or positions in an editor's units.
#pragma once

#include <functional>
#include <string>

#include "features/snapshot.h"
#include "standard/standard.h"
#include "text/byte_range.h"

namespace nianbao::features {

struct RenderOptions {
  bool marks = false;    ///< findings of the snapshot get a class, a title and data-finding (their index)
  bool anchors = false;  ///< elements get data-line (from 1) and data-offset (bytes) of their place in the source
  /// More attributes for a place in the source, with a leading space; for hosts that count in other units.
  std::function<std::string(text::ByteRange)> more_anchors;
};

struct RenderedReport {
  std::string title;     ///< plain text
  std::string language;  ///< of the page: zh-CN or zh-Hant
  std::string body;      ///< one <main>; everything from the report is escaped, nothing is loaded or run
};

/// Nothing of the report is lost: a table that no form explains is shown as it is written, and so is every line.
[[nodiscard]] RenderedReport render_html(const Snapshot& snapshot, const standard::Standard& standard,
                                         const RenderOptions& options);

/// A whole page: the body with its style, without scripts, links to files or anything from elsewhere.
[[nodiscard]] std::string html_page(const RenderedReport& report, const standard::Standard& standard);

}  // namespace nianbao::features
