#include "report/suppressions.h"

#include <algorithm>
#include <string_view>

#include "report/physical.h"

namespace nianbao::report {
namespace {

constexpr std::string_view opener = "<!--";
constexpr std::string_view keyword = "nianbao-ignore";

/// Rules and reason between keyword and `-->`: ids separated by spaces or commas, then a colon, then the reason.
void read_body(std::string_view body, Suppression& suppression) {
  auto colon = body.find(':');
  std::size_t colon_length = 1;
  if (const auto wide = body.find("："); wide != std::string_view::npos && wide < colon) {
    colon = wide;
    colon_length = std::string_view("：").size();
  }
  std::string_view ids = body.substr(0, colon);
  while (!ids.empty()) {
    const auto end = std::min(ids.find_first_of(" ,\t"), ids.size());
    if (end > 0) suppression.rules.emplace_back(ids.substr(0, end));
    ids.remove_prefix(std::min(end + 1, ids.size()));
  }
  if (colon == std::string_view::npos) return;
  const text::Text reason{std::string(body.substr(colon + colon_length))};
  suppression.reason = std::string(reason.slice(trimmed(reason, {0, reason.size()})));
}

/// The next block: a table, or lines up to the next empty one.
text::ByteRange block_after(const text::Text& text, std::uint32_t line, const std::vector<Grid>& grids) {
  const auto blank = [&](std::uint32_t at) { return trimmed(text, text.line(at)).empty(); };
  while (line < text.line_count() && blank(line)) ++line;
  if (line >= text.line_count()) return {text.size(), text.size()};
  text::ByteRange block = text.line(line);
  for (const Grid& grid : grids) {
    for (const text::ByteRange piece : grid.pieces) {
      if (piece.contains(block.begin)) return {block.begin, grid.range.end};
    }
  }
  while (line + 1 < text.line_count() && !blank(line + 1)) block.end = text.line(++line).end;
  return block;
}

}  // namespace

std::vector<Suppression> find_suppressions(const text::Text& text, const std::vector<Grid>& grids) {
  std::vector<Suppression> result;
  const std::string_view bytes = text.bytes();
  for (auto at = bytes.find(keyword); at != std::string_view::npos; at = bytes.find(keyword, at + 1)) {
    const auto offset = static_cast<text::Offset>(at);
    const std::uint32_t line = text.line_of(offset);
    Suppression suppression;
    suppression.range = trimmed(text, text.line(line));
    const std::string_view comment = text.slice(suppression.range);
    if (!comment.starts_with(opener)) continue;
    const auto close = comment.find("-->");
    if (close == std::string_view::npos) continue;
    const std::size_t body = offset - suppression.range.begin + keyword.size();
    if (body > close) continue;
    read_body(comment.substr(body, close - body), suppression);
    // Comments one below the other share the end of their block.
    const text::Offset next = text.full_line(line).end;
    const bool shared = !result.empty() && result.back().block.contains(next) && result.back().block.begin <= next;
    suppression.block = shared ? text::ByteRange{next, result.back().block.end} : block_after(text, line + 1, grids);
    result.push_back(std::move(suppression));
  }
  return result;
}

}  // namespace nianbao::report
