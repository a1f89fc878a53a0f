// One table of a report as an aligned Markdown table with the same values. Must not know LSP.
#include "features/convert_table.h"

#include <algorithm>
#include <optional>
#include <set>

#include "features/outline.h"
#include "features/pipe_table.h"
#include "rules/table_edit.h"
#include "rules/table_template.h"
#include "standard/label_index.h"
#include "syntax/cursor.h"
#include "text/normalise.h"

namespace nianbao::features {
namespace {

using report::Layout;

/// Whole lines, and for HTML the whole <table> element.
std::optional<text::ByteRange> extent_of(const View& view, const report::Grid& grid) {
  const text::Text& text = view.snapshot.text;
  text::ByteRange range = without_tail(text, grid.range);
  if (grid.layout == Layout::html) {
    std::optional<text::ByteRange> element;
    syntax::Cursor cursor(*view.snapshot.tree);
    for (bool more = cursor.next(); more;) {
      const syntax::Node& node = cursor.node();
      if (node.kind == syntax::NodeKind::html_table && node.range.covers(range)) element = node.range;
      more = node.range.touches(range.begin) ? cursor.next() : cursor.skip();
    }
    if (!element) return std::nullopt;
    range = without_tail(text, *element);
  }
  range.begin = text.line(text.line_of(range.begin)).begin;
  range.end = text.line(text.line_of(range.end)).end;
  return range;
}

/// Words of a table that are no label and no value would be lost: this finds them.
class Leftovers {
 public:
  Leftovers(const View& view, const report::Grid& grid)
      : text_(view.snapshot.text), grid_(grid), form_(view.standard.form(grid.form)) {
    const standard::Form& form = form_;
    for (const standard::Entry& entry : form.entries) {
      know(entry.label);
      know(entry.short_label);
      know(entry.ordinal);
      for (const std::string& variant : entry.variants) know(variant);
    }
    for (const standard::CellSpec& cell : form.cells) know(cell.unit);
  }

  [[nodiscard]] bool any(text::ByteRange extent) const {
    std::vector<text::ByteRange> read;
    for (const report::CellReading& cell : grid_.cells) {
      // What stands in a cell that takes no value would not be written.
      if (form_.cells[cell.cell].type != standard::ValueType::none) read.push_back(cell.range);
    }
    for (const report::RowReading& row : grid_.rows) {
      if (row.present) read.push_back(row.label);
    }
    for (const report::LabelReading& label : grid_.labels) read.push_back(label.range);
    std::erase_if(read, [](text::ByteRange range) { return range.empty(); });
    std::ranges::sort(read);
    text::Offset at = extent.begin;
    for (const text::ByteRange& range : read) {
      if (range.begin > at && holds_words({at, std::min(range.begin, extent.end)})) return true;
      at = std::max(at, range.end);
    }
    return at < extent.end && holds_words({at, extent.end});
  }

 private:
  void know(std::string_view label) {
    const std::string body = body_of(label);
    if (!body.empty()) known_.insert(body);
  }

  static std::string body_of(std::string_view words) {
    return standard::without_punctuation(text::normalise_label(words));
  }

  /// Pieces between pipes, tabs, line ends and tags, each of which must be known or empty.
  [[nodiscard]] bool holds_words(text::ByteRange range) const {
    const std::string_view bytes = text_.slice(range);
    std::string piece;
    bool in_tag = false;
    const auto is_lost = [&] {
      const std::string body = body_of(piece);
      piece.clear();
      return !body.empty() && !known_.contains(body);
    };
    for (std::size_t i = 0; i < bytes.size(); ++i) {
      const char byte = bytes[i];
      const bool wide_gap = byte == ' ' && i + 1 < bytes.size() && bytes[i + 1] == ' ';
      const bool parts = byte == '|' || byte == '\t' || byte == '\n' || byte == '\r' || byte == '<' || wide_gap;
      if (parts && !in_tag && is_lost()) return true;
      if (byte == '<') in_tag = true;
      if (!in_tag && !parts) piece += byte;
      if (byte == '>') {
        in_tag = false;
        piece.clear();
      }
      if (byte == ';' && piece.ends_with("&nbsp;")) piece.resize(piece.size() - 6);
    }
    return !in_tag && is_lost();
  }

  const text::Text& text_;
  const report::Grid& grid_;
  const standard::Form& form_;
  std::set<std::string, std::less<>> known_;
};

std::string escaped(std::string_view value) {
  std::string out;
  for (const char byte : value) {
    if (byte == '|') out += '\\';
    out += byte == '\n' || byte == '\r' ? ' ' : byte;
  }
  return out;
}

std::string aligned(const std::string& table) {
  const text::Text text(table);
  const syntax::Tree tree = syntax::parse(text);
  const std::vector<PipeTable> tables = pipe_tables(text, tree, {0, text.size()});
  return tables.size() == 1 ? rules::apply(table, align(text, tables.front())) : table;
}

/// Which column a row has lost nobody knows: its numbers would come under other heads.
bool is_short(const report::Grid& grid, const report::RowReading& row) {
  if (!row.present || row.values_found >= row.cell_count) return false;
  for (std::uint16_t i = 0; i < row.cell_count; ++i) {
    const report::CellReading* cell = grid.cell(static_cast<standard::CellIndex>(row.first_cell + i));
    if (cell != nullptr && !cell->text.empty()) return true;
  }
  return false;
}

bool is_blank_line(const text::Text& text, std::uint32_t line) {
  return text.slice(text.line(line)).find_first_not_of(" \t") == std::string_view::npos;
}

}  // namespace

Conversion convert_table(const View& view, const report::Grid& grid) {
  Conversion conversion;
  const rules::Context context = view.context();
  const auto refuse = [&](std::string_view why) {
    conversion.obstacle = context.say(why);
    return conversion;
  };
  if (view.snapshot.tree == nullptr) return refuse("convert.web-page");
  if (!grid.certain || !grid.local_rows.empty()) return refuse("convert.own-rows");
  const bool too_many = std::ranges::any_of(
      grid.rows, [](const report::RowReading& row) { return row.present && row.values_found > row.cell_count; });
  if (std::ranges::any_of(grid.rows, [&](const report::RowReading& row) { return is_short(grid, row); }))
    return refuse("convert.short-rows");
  const std::optional<text::ByteRange> extent = extent_of(view, grid);
  if (too_many || !extent || Leftovers(view, grid).any(*extent)) return refuse("convert.more-words");

  const standard::Form& form = view.standard.form(grid.form);
  const rules::CellText value = [&](const standard::CellSpec& cell) {
    const auto index = static_cast<standard::CellIndex>(&cell - form.cells.data());
    const report::CellReading* reading = grid.cell(index);
    return reading == nullptr ? std::string() : escaped(reading->text);
  };
  std::string table = aligned(rules::table_in_markdown(form, grid.table, value));
  if (view.report().script == report::Script::traditional) table = aligned(text::to_traditional(table));
  if (table.ends_with('\n')) table.pop_back();
  const text::Text& text = view.snapshot.text;
  const std::uint32_t first = text.line_of(extent->begin);
  const std::uint32_t last = text.line_of(extent->end);
  if (first > 0 && !is_blank_line(text, first - 1)) table.insert(0, "\n");
  if (last + 1 < text.line_count() && !is_blank_line(text, last + 1)) table += "\n";
  table = rules::in_line_ends(view.report(), extent->begin, std::move(table));
  if (text.slice(*extent) != table) conversion.edits.push_back({*extent, std::move(table)});
  return conversion;
}

}  // namespace nianbao::features
