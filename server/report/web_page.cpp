#include "report/web_page.h"

#include <algorithm>
#include <array>
#include <set>

#include "report/html_tokens.h"
#include "text/utf8.h"

namespace nianbao::report {
namespace {

bool breaks_line(std::string_view name) {
  constexpr std::array<std::string_view, 24> blocks{
      "p",  "div", "br", "h1",    "h2", "h3", "h4",      "h5",     "h6",     "li",   "ul",  "ol",
      "tr", "td",  "th", "table", "hr", "dd", "article", "center", "header", "main", "pre", "section"};
  return std::find(blocks.begin(), blocks.end(), name) != blocks.end();
}

bool is_table_tag(std::string_view name) {
  constexpr std::array<std::string_view, 7> tags{"table", "tr", "td", "th", "tbody", "thead", "tfoot"};
  return std::find(tags.begin(), tags.end(), name) != tags.end();
}

/// Begins of the tables that hold no other table. Old pages are laid out by tables; only the innermost are data.
std::set<text::Offset> innermost_tables(std::string_view bytes) {
  struct Open {
    text::Offset begin;
    bool nested = false;
  };
  std::set<text::Offset> result;
  std::vector<Open> open;
  HtmlTokens tokens(bytes, {0, static_cast<text::Offset>(bytes.size())});
  while (const auto token = tokens.next()) {
    if (token->name != "table") continue;
    if (token->kind == HtmlTokenKind::open_tag) {
      if (!open.empty()) open.back().nested = true;
      open.push_back({token->range.begin});
    } else if (token->kind == HtmlTokenKind::close_tag && !open.empty()) {
      if (!open.back().nested) result.insert(open.back().begin);
      open.pop_back();
    }
  }
  for (const Open& each : open) {
    if (!each.nested) result.insert(each.begin);
  }
  return result;
}

}  // namespace

WebPage::WebPage(const text::Text& source) : bytes_(source.bytes()) {
  const auto data_tables = innermost_tables(bytes_);
  std::vector<bool> open_tables;  // true: its tags are kept
  bool in_head = false;
  HtmlTokens tokens(bytes_, {0, source.size()});
  while (const auto token = tokens.next()) {
    const bool in_data_table = !open_tables.empty() && open_tables.back();
    if (token->kind == HtmlTokenKind::comment) continue;
    if (token->kind == HtmlTokenKind::text) {
      if (in_head) continue;
      if (in_data_table) {
        copy(token->range);
      } else {
        prose(source, token->range);
      }
      continue;
    }
    const bool opens = token->kind == HtmlTokenKind::open_tag;
    if (token->name == "head") in_head = opens;
    if (token->name == "body") in_head = false;
    if (token->name == "table" && opens) {
      open_tables.push_back(data_tables.contains(token->range.begin));
      line_break(token->range.begin);
    }
    if (!open_tables.empty() && open_tables.back() && is_table_tag(token->name)) {
      copy(token->range);
    } else if (breaks_line(token->name) && !in_data_table) {
      line_break(token->range.begin);
    }
    if (token->name == "table" && !opens && !open_tables.empty()) {
      open_tables.pop_back();
      line_break(token->range.end);
    }
  }
  text_ = text::Text(std::move(derived_));
  bytes_ = {};
}

void WebPage::copy(text::ByteRange range) {
  // Line ends inside a table's markup mean nothing; one row of text per table row would be read as lines.
  put(bytes_.substr(range.begin, range.size()), range);
}

void WebPage::put(std::string_view text, text::ByteRange from) {
  if (text.empty()) return;
  pieces_.push_back(
      {static_cast<text::Offset>(derived_.size()), from.begin, static_cast<text::Offset>(text.size()), from.size()});
  derived_ += text;
}

void WebPage::line_break(text::Offset at) {
  if (derived_.empty() || derived_.back() == '\n') return;
  put("\n", {at, at});
}

void WebPage::prose(const text::Text& source, text::ByteRange range) {
  text::Offset begin = range.begin;
  for (text::Offset at = range.begin; at < range.end;) {
    const std::string_view rest = source.slice({at, range.end});
    const bool line_end = rest.front() == '\n' || rest.front() == '\r';
    const auto reference = character_reference(rest);
    if (!line_end && !reference) {
      ++at;
      continue;
    }
    copy({begin, at});
    const auto length = static_cast<text::Offset>(reference ? reference->length : 1);
    // A line end in the markup is no line end on the page, and between Chinese characters no space either.
    if (reference) put(reference->utf8, {at, at + length});
    at += length;
    begin = at;
  }
  copy({begin, range.end});
}

std::size_t WebPage::piece_of(text::Offset derived) const {
  const auto after = std::upper_bound(pieces_.begin(), pieces_.end(), derived,
                                      [](text::Offset at, const Piece& piece) { return at < piece.derived; });
  return after == pieces_.begin() ? 0 : static_cast<std::size_t>(after - pieces_.begin()) - 1;
}

text::ByteRange WebPage::source(text::ByteRange range, bool* contiguous) const {
  if (pieces_.empty()) return {};
  const auto at = [&](text::Offset derived, bool end) {
    const Piece& piece = pieces_[piece_of(end && derived > 0 ? derived - 1 : derived)];
    const text::Offset inside = derived - piece.derived;
    if (piece.derived_size == piece.source_size) return piece.source + std::min(inside, piece.source_size);
    return end ? piece.source + piece.source_size : piece.source;
  };
  const text::ByteRange result{at(range.begin, false), range.empty() ? at(range.begin, false) : at(range.end, true)};
  if (contiguous != nullptr && result.size() != range.size()) *contiguous = false;
  return result;
}

}  // namespace nianbao::report
