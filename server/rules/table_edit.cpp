// Edits of tables that keep their physical layout: a value into a cell, values behind a row, a new row.
// Must not know rules or labels; every edit writes 0 or what the caller gives.
#include "rules/table_edit.h"

#include <algorithm>

#include "text/width.h"

namespace nianbao::rules {
namespace {

using report::Layout;

std::string repeated(std::string_view piece, std::size_t count) {
  std::string result;
  result.reserve(piece.size() * count);
  for (std::size_t i = 0; i < count; ++i) result.append(piece);
  return result;
}

std::size_t spaces_from(std::string_view bytes, std::size_t at) {
  std::size_t count = 0;
  while (at + count < bytes.size() && bytes[at + count] == ' ') ++count;
  return count;
}

std::size_t spaces_before(std::string_view bytes, std::size_t at) {
  std::size_t count = 0;
  while (count < at && bytes[at - count - 1] == ' ') ++count;
  return count;
}

/// Neighbouring lines of one width are a table that somebody has aligned.
bool lines_up(const text::Text& source, text::Offset offset) {
  const std::uint32_t line = source.line_of(offset);
  const std::uint32_t width = text::display_width(source.slice(source.line(line)));
  const auto same = [&](std::uint32_t other) { return text::display_width(source.slice(source.line(other))) == width; };
  return (line > 0 && same(line - 1)) || (line + 1 < source.line_count() && same(line + 1));
}

bool is_cell_end(std::string_view bytes, std::size_t at) {
  return at >= bytes.size() || bytes[at] == '|';
}

/// What stands behind a cell, at `behind`, would move if the cell became shorter.
bool keeps_width(const report::Report& report, const report::Grid& grid, std::size_t behind) {
  const std::string_view bytes = report.source.bytes();
  if (grid.layout == Layout::pipe) {
    return is_cell_end(bytes, behind) && lines_up(report.source, static_cast<text::Offset>(behind));
  }
  return behind < bytes.size() && bytes[behind] != '\n' && bytes[behind] != '\r';
}

/// Everything but cell borders and white space taken out; tags stay.
std::string emptied_prefix(std::string_view prefix, Layout layout) {
  std::string result;
  if (layout == Layout::aligned) return repeated(" ", text::display_width(prefix));
  for (const char c : prefix) {
    if (c == '|' || c == '\t' || c == ' ') result.push_back(c);
  }
  return result;
}

/// Text outside of tags.
bool has_text(std::string_view prefix) {
  bool tag = false;
  for (const char c : prefix) {
    if (c == '<') tag = true;
    const bool blank = c == ' ' || c == '\t' || c == '|' || c == '\r' || c == '\n';
    if (!tag && !blank) return true;
    if (c == '>') tag = false;
  }
  return false;
}

/// Puts the group's label into the last empty cell before the row's label.
void put_group(std::string& prefix, std::string_view group, Layout layout, std::string_view end) {
  if (layout == Layout::lines) {
    prefix.insert(0, std::string(group) + std::string(end) + prefix);
    return;
  }
  const char border = layout == Layout::pipe ? '|' : '\t';
  const std::size_t last = prefix.rfind(border);
  if (last == std::string::npos || layout == Layout::aligned) return;
  if (layout == Layout::tab) {
    prefix.insert(last, group);
    return;
  }
  const std::size_t before = last == 0 ? std::string::npos : prefix.rfind(border, last - 1);
  if (before == std::string::npos) return;
  prefix = prefix.substr(0, before + 1) + " " + std::string(group) + " " + prefix.substr(last);
}

void replace_first(std::string& text, std::string_view from, std::string_view to) {
  if (from.empty()) return;
  if (const std::size_t at = text.find(from); at != std::string::npos) text.replace(at, from.size(), to);
}

std::string padded_label(std::string_view label, std::uint32_t width) {
  return text::pad_to_width(label, width);
}

}  // namespace

std::string_view line_end(const report::Report& report, text::Offset offset) {
  const text::Text& source = report.source;
  const std::uint32_t line = source.line_of(offset);
  const std::string_view here = source.slice(source.full_line(line));
  if (here.ends_with("\r\n")) return "\r\n";
  if (here.ends_with('\n') || line == 0) return "\n";
  return source.slice(source.full_line(line - 1)).ends_with("\r\n") ? "\r\n" : "\n";
}

bool is_web_page(const report::Report& report) {
  return report.source.bytes().data() != report.text.bytes().data() && report.source.bytes() != report.text.bytes();
}

std::string in_line_ends(const report::Report& report, text::Offset offset, std::string text) {
  if (line_end(report, offset) == "\n") return text;
  std::string result;
  result.reserve(text.size() + 32);
  for (const char c : text) {
    if (c == '\n') result += '\r';
    result += c;
  }
  return result;
}

std::optional<TextEdit> write_cell(const report::Report& report, const report::Grid& grid,
                                   const report::CellReading& cell, std::string_view value) {
  if (cell.state == report::CellState::absent || !cell.editable) return std::nullopt;
  TextEdit edit{cell.range, std::string(value)};
  if (grid.layout != Layout::pipe && grid.layout != Layout::aligned) return edit;
  const std::string_view bytes = report.source.bytes();
  const std::uint32_t before = text::display_width(report.source.slice(cell.range));
  const std::uint32_t after = text::display_width(value);
  const std::size_t left = spaces_before(bytes, edit.range.begin);
  const std::size_t right = spaces_from(bytes, edit.range.end);
  const bool pipe = grid.layout == Layout::pipe;
  const std::size_t kept = pipe ? 1 : 2;  // two spaces part the columns of aligned text
  const bool to_the_right = pipe && left > right;
  const std::size_t room = to_the_right ? left : right;
  if (after > before && room > kept) {
    const auto taken = static_cast<text::Offset>(std::min<std::size_t>(after - before, room - kept));
    (to_the_right ? edit.range.begin : edit.range.end) += to_the_right ? -taken : taken;
  } else if (after < before && keeps_width(report, grid, edit.range.end + right)) {
    edit.new_text.insert(to_the_right ? 0 : edit.new_text.size(), before - after, ' ');
  }
  return edit;
}

std::optional<TextEdit> append_zeros(const report::Report& report, const report::Grid& grid,
                                     const report::RowReading& row, std::size_t count) {
  const std::string_view bytes = report.source.bytes();
  text::Offset at = row.label.end;
  for (std::uint16_t i = 0; i < row.cell_count; ++i) {
    const report::CellReading* cell = grid.cell(static_cast<standard::CellIndex>(row.first_cell + i));
    if (cell != nullptr && cell->state != report::CellState::absent) at = std::max(at, cell->range.end);
  }
  const std::size_t limit = std::min<std::size_t>(row.line.end, bytes.size());
  if (at == 0 || at > limit) return std::nullopt;
  const std::string_view rest = bytes.substr(at, limit - at);
  switch (grid.layout) {
    case Layout::tab:
      return TextEdit{{at, at}, repeated("\t0", count)};
    case Layout::aligned:
      return TextEdit{{at, at}, repeated("  0", count)};
    case Layout::lines: {
      const std::string_view line = report.source.slice(report.source.line(report.source.line_of(at)));
      const std::string indent(line.substr(0, std::min(line.find_first_not_of(" \t"), line.size())));
      return TextEdit{{at, at}, repeated(std::string(line_end(report, at)) + indent + "0", count)};
    }
    case Layout::pipe: {
      const std::size_t border = rest.find('|');
      if (border == std::string_view::npos) return TextEdit{{at, at}, repeated(" | 0", count)};
      const auto behind = static_cast<text::Offset>(at + border + 1);
      return TextEdit{{behind, behind}, repeated(" 0 |", count)};
    }
    case Layout::html: {
      const std::size_t close = std::min(rest.find("</td>"), rest.find("</th>"));
      if (close == std::string_view::npos) return std::nullopt;
      const auto behind = static_cast<text::Offset>(at + close + 5);
      return TextEdit{{behind, behind}, repeated("<td>0</td>", count)};
    }
  }
  return std::nullopt;
}

bool shares_line_with_group(const report::Report& report, const report::RowReading& row) {
  return row.label.begin > row.line.begin && has_text(report.source.slice({row.line.begin, row.label.begin}));
}

std::optional<std::string> row_like(const report::Report& report, const report::Grid& grid,
                                    const report::RowReading& model, std::string_view model_unit, const NewRow& row) {
  if (model.label.empty() || !model.line.covers(model.label)) return std::nullopt;
  const text::Text& source = report.source;
  const std::string_view end = line_end(report, model.line.begin);
  std::string prefix(source.slice({model.line.begin, model.label.begin}));
  if (grid.layout == Layout::html) {
    if (has_text(prefix) || prefix.find("rowspan") != std::string::npos) return std::nullopt;
  } else {
    prefix = emptied_prefix(prefix, grid.layout);
    if (!row.group.empty()) put_group(prefix, row.group, grid.layout, end);
  }
  std::string result = prefix;
  const bool padded =
      grid.layout == Layout::aligned || (grid.layout == Layout::pipe && lines_up(source, model.label.begin));
  const std::string_view old_label = source.slice(model.label);
  text::Offset at = model.label.end;
  if (padded && old_label.find('\n') == std::string_view::npos) {
    const std::uint32_t width = text::display_width(old_label);
    const std::uint32_t room =
        width +
        static_cast<std::uint32_t>(spaces_from(source.bytes(), at) > 0 ? spaces_from(source.bytes(), at) - 1 : 0);
    result += padded_label(row.label, std::min(std::max(text::display_width(row.label), width), room));
    const std::uint32_t used = std::max(text::display_width(row.label), width);
    at += static_cast<text::Offset>(std::min(used, room) - width);
  } else {
    result += row.label;
  }
  bool first = true;
  for (std::uint16_t i = 0; i < model.cell_count; ++i) {
    const report::CellReading* cell = grid.cell(static_cast<standard::CellIndex>(model.first_cell + i));
    if (cell == nullptr || cell->state == report::CellState::absent || cell->range.begin < at) return std::nullopt;
    std::string between(source.slice({at, cell->range.begin}));
    if (first) replace_first(between, model_unit, row.unit);
    first = false;
    result += between + "0";
    at = cell->range.end;
    if (padded && cell->range.size() > 1) result.append(cell->range.size() - 1, ' ');
  }
  result += source.slice({at, model.line.end});
  if (!result.ends_with('\n')) result += end;
  return result;
}

}  // namespace nianbao::rules
