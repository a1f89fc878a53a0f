// HTML tables: rows and cells with rowspan and colspan expanded, texts without inner tags.

#include <algorithm>
#include <optional>

#include "report/html_tokens.h"
#include "report/physical.h"
#include "text/utf8.h"

namespace nianbao::report {
namespace {

constexpr std::uint32_t widest_row = 64;
constexpr std::uint32_t longest_span = 200;

/// A cell that reaches down into later rows.
struct Hanging {
  PhysicalCell cell;
  std::uint32_t rows_left = 0;
};

class TableReader {
 public:
  TableReader(const text::Text& text, text::ByteRange table, std::vector<PhysicalRow>& rows)
      : text_(text), tokens_(text.bytes(), table), rows_(rows), hanging_(widest_row) {}

  void read() {
    while (auto token = tokens_.next()) {
      switch (token->kind) {
        case HtmlTokenKind::open_tag:
          open_tag(*token);
          break;
        case HtmlTokenKind::close_tag:
          close_tag(*token);
          break;
        case HtmlTokenKind::text:
          character_data(token->range);
          break;
        case HtmlTokenKind::comment:
          break;
      }
    }
    close_row(text_.size());
  }

 private:
  void open_tag(const HtmlToken& token) {
    if (token.name == "tr") {
      close_row(token.range.begin);
      open_row(token.range.begin);
    } else if (token.name == "td" || token.name == "th") {
      if (!row_) open_row(token.range.begin);
      close_cell(token.range.begin);
      cell_.emplace();
      cell_->range = {token.range.end, token.range.end};
      inner_begin_ = token.range.end;
      colspan_ = span_attribute(token.attributes, "colspan", widest_row);
      rowspan_ = span_attribute(token.attributes, "rowspan", longest_span);
    }
  }

  void close_tag(const HtmlToken& token) {
    if (token.name == "td" || token.name == "th") {
      close_cell(token.range.begin);
    } else if (token.name == "tr") {
      close_row(token.range.end);
    } else if (token.name == "table") {
      close_row(token.range.begin);
    }
  }

  void character_data(text::ByteRange range) {
    if (!cell_) return;
    const text::ByteRange inner = trimmed(text_, range);
    if (inner.empty()) return;
    std::string_view raw = text_.slice(inner);
    if (!cell_->text.empty()) cell_->contiguous = false;
    if (cell_->text.empty()) cell_->range.begin = inner.begin;
    cell_->range.end = inner.end;
    while (!raw.empty()) {
      if (const auto reference = character_reference(raw)) {
        cell_->text += reference->utf8;
        raw.remove_prefix(reference->length);
        cell_->contiguous = false;
      } else {
        const auto length = raw.front() == '\n' || raw.front() == '\r' ? 0 : text::scalar_at(raw, 0).length;
        cell_->text += raw.substr(0, length);
        raw.remove_prefix(std::max<std::size_t>(length, 1));
      }
    }
  }

  void open_row(text::Offset begin) {
    row_.emplace();
    row_->kind = RowKind::cells;
    row_->layout = Layout::html;
    row_->line = {begin, begin};
    row_->in_table = true;
    row_->delimited = true;
  }

  /// Cells of rows above that reach into the next free columns.
  void take_hanging() {
    while (row_->cells.size() < widest_row) {
      Hanging& above = hanging_[row_->cells.size()];
      if (above.rows_left == 0) return;
      --above.rows_left;
      row_->cells.push_back(above.cell);
    }
  }

  void close_cell(text::Offset at) {
    if (!cell_) return;
    strip_blank_text(at);
    take_hanging();
    for (std::uint32_t i = 0; i < colspan_ && row_->cells.size() < widest_row; ++i) {
      PhysicalCell copy = *cell_;
      copy.covered = i > 0;
      Hanging& below = hanging_[row_->cells.size()];
      below.cell = copy;
      below.cell.covered = true;
      below.rows_left = rowspan_ - 1;
      row_->cells.push_back(std::move(copy));
    }
    cell_.reset();
  }

  /// &nbsp; alone is an empty cell; its value goes in place of the reference.
  void strip_blank_text(text::Offset at) {
    std::string& text = cell_->text;
    const text::Text whole(text);
    const text::ByteRange inner = trimmed(whole, {0, whole.size()});
    text = std::string(whole.slice(inner));
    if (text.empty() && cell_->range.empty()) cell_->range = {inner_begin_, inner_begin_};
    if (text.empty() && !cell_->range.empty()) cell_->contiguous = true;
    if (cell_->range.end > at) cell_->range.end = at;
  }

  void close_row(text::Offset end) {
    if (!row_) return;
    close_cell(end);
    take_hanging();
    row_->line.end = end;
    if (!row_->cells.empty()) rows_.push_back(std::move(*row_));
    row_.reset();
  }

  const text::Text& text_;
  HtmlTokens tokens_;
  std::vector<PhysicalRow>& rows_;
  std::vector<Hanging> hanging_;
  std::optional<PhysicalRow> row_;
  std::optional<PhysicalCell> cell_;
  text::Offset inner_begin_ = 0;
  std::uint32_t colspan_ = 1;
  std::uint32_t rowspan_ = 1;
};

}  // namespace

void read_html_table(const text::Text& text, text::ByteRange table, std::vector<PhysicalRow>& rows) {
  TableReader(text, table, rows).read();
}

}  // namespace nianbao::report
