// What a row, column, cell, heading or cited article means, with its legal basis and this report's own arithmetic.
// Must not know LSP; the layout is fixed by the house style: at most twelve lines, surest first, at most two links.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "features/snapshot.h"
#include "text/byte_range.h"

namespace nianbao::features {

struct HoverOptions {
  bool command_links = false;  ///< the client runs command: links of the nianbao extension
  bool right_numbers = true;   ///< numbers are explained also where no sum is broken
};

struct HoverLine {
  enum class Kind : std::uint8_t { plain, bullet, links };
  Kind kind = Kind::plain;
  std::string text;  ///< inline Markdown
};

struct Hover {
  text::ByteRange range;
  std::vector<HoverLine> lines;
};

/// Most lines that a hover has.
inline constexpr std::size_t hover_line_limit = 12;

[[nodiscard]] std::optional<Hover> hover(const Snapshot& snapshot, text::Offset offset,
                                         const standard::Standard& standard, const rules::Options& options,
                                         const HoverOptions& hover_options = {});

/// Markdown without tables, which are read aloud badly.
[[nodiscard]] std::string markdown_of(const Hover& hover);
/// For clients that show plain text only: no marks, no links.
[[nodiscard]] std::string plain_text_of(const Hover& hover);

}  // namespace nianbao::features
