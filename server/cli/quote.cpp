#include "cli/quote.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "text/width.h"

namespace nianbao::cli {
namespace {

constexpr std::string_view ellipsis = "…";
constexpr std::uint32_t ellipsis_width = 2;

struct Glyph {
  text::Offset offset = 0;  ///< in the text
  std::string shown;
  std::uint32_t width = 0;
};

/// A character with the zero-width ones behind it is one glyph, so that no cut comes between them.
std::vector<Glyph> glyphs_of(std::string_view line, text::Offset begin) {
  std::vector<Glyph> glyphs;
  for (std::size_t at = 0; at < line.size();) {
    std::size_t end = at + 1;
    while (end < line.size() && (static_cast<unsigned char>(line[end]) & 0xc0U) == 0x80U) ++end;
    const auto first = static_cast<unsigned char>(line[at]);
    std::string shown = first < 0x20 || first == 0x7f ? " " : std::string(line.substr(at, end - at));
    const std::uint32_t width = text::display_width(shown);
    if (width == 0 && !glyphs.empty()) {
      glyphs.back().shown += shown;
    } else {
      glyphs.push_back({begin + static_cast<text::Offset>(at), std::move(shown), width});
    }
    at = end;
  }
  return glyphs;
}

/// The part of the line that can be shown at all, with a little to spare: a line may be as long as the file.
text::ByteRange neighbourhood(const text::Text& text, text::Offset offset) {
  constexpr text::Offset reach = 1024;
  text::ByteRange line = text.line(text.line_of(offset));
  const auto is_inside_character = [&](text::Offset at) {
    return at < text.size() && (static_cast<unsigned char>(text.bytes()[at]) & 0xc0U) == 0x80U;
  };
  if (offset > line.begin + reach) line.begin = offset - reach;
  if (line.end > offset + reach) line.end = offset + reach;
  while (line.begin < offset && is_inside_character(line.begin)) ++line.begin;
  while (line.end > offset && is_inside_character(line.end)) --line.end;
  return line;
}

struct Window {
  std::size_t first = 0;
  std::size_t last = 0;  ///< behind the last glyph
};

std::uint32_t width_of(const std::vector<Glyph>& glyphs, std::size_t first, std::size_t last) {
  std::uint32_t width = 0;
  for (std::size_t i = first; i < last; ++i) width += glyphs[i].width;
  return width;
}

/// The mark (or its beginning) with as much of the line on both sides as there is room for.
Window choose_window(const std::vector<Glyph>& glyphs, std::size_t mark_first, std::size_t mark_last) {
  if (width_of(glyphs, 0, glyphs.size()) <= quote_width) return {0, glyphs.size()};
  constexpr std::uint32_t room = quote_width - 2 * ellipsis_width;
  Window window{mark_first, mark_first};
  std::uint32_t used = 0;
  while (window.last < mark_last && used + glyphs[window.last].width <= room) used += glyphs[window.last++].width;
  for (bool grown = true; grown;) {
    grown = false;
    if (window.first > 0 && used + glyphs[window.first - 1].width <= room) {
      used += glyphs[--window.first].width;
      grown = true;
    }
    if (window.last < glyphs.size() && used + glyphs[window.last].width <= room) {
      used += glyphs[window.last++].width;
      grown = true;
    }
  }
  return window;
}

}  // namespace

Quote quote(const text::Text& text, text::ByteRange range) {
  const text::ByteRange line = neighbourhood(text, range.begin);
  const auto glyphs = glyphs_of(text.slice(line), line.begin);
  const auto at = [&](text::Offset offset) {
    const auto found = std::find_if(glyphs.begin(), glyphs.end(), [&](const Glyph& g) { return g.offset >= offset; });
    return static_cast<std::size_t>(found - glyphs.begin());
  };
  const std::size_t first = at(range.begin);
  const std::size_t last = std::max(first, at(std::min(range.end, line.end)));
  const Window window = choose_window(glyphs, first, last);

  Quote result;
  if (window.first > 0) result.line += ellipsis;
  for (std::size_t i = window.first; i < window.last; ++i) result.line += glyphs[i].shown;
  if (window.last < glyphs.size()) result.line += ellipsis;
  result.before =
      (window.first > 0 ? ellipsis_width : 0) + width_of(glyphs, window.first, std::min(first, window.last));
  result.width = std::max<std::uint32_t>(width_of(glyphs, first, std::min(last, window.last)), 1);
  while (!result.line.empty() && result.line.back() == ' ') result.line.pop_back();
  return result;
}

}  // namespace nianbao::cli
