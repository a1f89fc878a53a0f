#include "features/render_table.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <map>

#include <fmt/format.h>

#include "text/normalise.h"
#include "text/utf8.h"
#include "text/width.h"

namespace nianbao::features {
namespace {

using standard::Entry;

constexpr std::size_t deepest_group = 8;  // bounds the climb through parents of broken data
constexpr std::size_t dense_columns = 8;
constexpr std::size_t tight_columns = 12;

std::string spans(std::size_t columns, std::size_t rows) {
  std::string out;
  if (columns > 1) out += fmt::format(" colspan=\"{}\"", columns);
  if (rows > 1) out += fmt::format(" rowspan=\"{}\"", rows);
  return out;
}

/// Places where a label in a narrow cell may break: after its ordinal mark, then after every second character, as
/// official labels are made of words of two: 社会|公益|组织, 三、|本年度|办理|结果.
std::string with_breaks(std::string_view label) {
  constexpr std::size_t longest = 10;
  std::vector<std::string_view> characters;
  std::size_t ordinal = 0;  ///< characters of the mark
  for (std::size_t at = 0; at < label.size();) {
    const text::Scalar scalar = text::scalar_at(label, at);
    characters.push_back(label.substr(at, scalar.length));
    if (characters.size() <= 4 && (scalar.value == U'、' || scalar.value == U'）')) ordinal = characters.size();
    at += scalar.length;
  }
  const std::size_t body = characters.size() - ordinal;
  std::string out;
  for (std::size_t i = 0; i < characters.size(); ++i) {
    const bool word = i > ordinal && (characters.size() - i) % 2 == 0 && !(body % 2 != 0 && i == ordinal + 1);
    if (i > 0 && (i == ordinal || word) && body <= longest) out += "<wbr>";
    out += escaped(characters[i]);
  }
  return out;
}

class TableWriter {
 public:
  TableWriter(const report::Report& report, const report::Grid& grid, const standard::Form& form,
              const standard::TableSpec& table, const std::vector<ExtraRow>& extras, Places& places)
      : report_(report), grid_(grid), form_(form), table_(table), extras_(extras), places_(places) {
    labels_ = table.print.widths.empty() ? 1 : table.print.label_columns;
    values_ = 0;
    for (const standard::BlockSpec& block : table.blocks) values_ = std::max(values_, columns_of(block));
    if (!table.print.widths.empty()) values_ = table.print.widths.size() - std::min(front(), table.print.widths.size());
    for (const report::LabelReading& label : grid.labels) written_.emplace(label.entry, &label);
  }

  std::string write() {
    collect_rows();
    const std::size_t columns = front() + values_;
    std::string classes(standard::name_of(table_.id));
    if (columns >= dense_columns) classes += " dense";
    if (columns >= tight_columns) classes += " tight";
    out_ += fmt::format("<table class=\"{}\" border=\"1\" cellspacing=\"0\" cellpadding=\"2\" width=\"100%\"{}>\n",
                        classes, places_.anchor(grid_.range));
    write_columns();
    if (!table_.print.head.empty()) write_head();
    out_ += "<tbody>\n";
    write_body();
    out_ += "</tbody>\n</table>\n";
    return std::move(out_);
  }

 private:
  /// A row of the body: of the form (row ≥ 0), or one that the report adds.
  struct BodyRow {
    const standard::BlockSpec* block = nullptr;
    const standard::RowSpec* row = nullptr;
    const report::RowReading* reading = nullptr;
    const ExtraRow* extra = nullptr;
    std::vector<const Entry*> groups;  ///< outermost first
  };

  [[nodiscard]] std::size_t front() const { return labels_ + (table_.print.units ? 1 : 0); }

  static std::size_t columns_of(const standard::BlockSpec& block) {
    std::size_t sum = 0;
    for (std::size_t i = 0; i < block.columns.size(); ++i) sum += span_of(block, i);
    return sum;
  }
  static std::size_t span_of(const standard::BlockSpec& block, std::size_t column) {
    return column < block.spans.size() ? block.spans[column] : 1;
  }

  [[nodiscard]] std::vector<const Entry*> groups_of(std::string_view id) const {
    std::vector<const Entry*> groups;
    const Entry* entry = form_.entry(id);
    while (entry != nullptr && groups.size() < deepest_group) {
      entry = entry->parent.empty() ? nullptr : form_.entry(entry->parent);
      if (entry != nullptr && entry->kind == standard::EntryKind::row_group) groups.push_back(entry);
    }
    std::reverse(groups.begin(), groups.end());
    return groups;
  }

  void collect_rows() {
    for (const standard::BlockSpec& block : table_.blocks) {
      for (const standard::RowSpec& row : block.rows) {
        const report::RowReading* reading = grid_.row(row.id);
        if (reading == nullptr || !reading->present) continue;
        auto groups = groups_of(row.id);
        if (labels_ > 1 && groups.size() >= labels_) groups.resize(labels_ - 1);
        rows_.push_back({&block, &row, reading, nullptr, labels_ > 1 ? std::move(groups) : decltype(groups){}});
      }
    }
    insert_extras();
  }

  /// Each behind the last row of the form that is written before it, and inside a group that goes on behind it.
  void insert_extras() {
    std::vector<std::vector<BodyRow>> behind(rows_.size() + 1);
    for (const ExtraRow& extra : extras_) {
      std::size_t place = 0;
      for (std::size_t i = 0; i < rows_.size(); ++i) {
        if (rows_[i].reading->line.begin <= extra.line.begin) place = i + 1;
      }
      behind[place].push_back(extra_row(extra, place));
    }
    std::vector<BodyRow> merged = std::move(behind.front());
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      merged.push_back(std::move(rows_[i]));
      std::move(behind[i + 1].begin(), behind[i + 1].end(), std::back_inserter(merged));
    }
    rows_ = std::move(merged);
  }

  [[nodiscard]] BodyRow extra_row(const ExtraRow& extra, std::size_t place) const {
    BodyRow row;
    row.extra = &extra;
    if (place == 0 || place == rows_.size()) return row;
    const auto& above = rows_[place - 1].groups;
    const auto& below = rows_[place].groups;
    for (std::size_t i = 0; i < above.size() && i < below.size() && above[i] == below[i]; ++i) {
      row.groups.push_back(above[i]);
    }
    return row;
  }

  void write_columns() {
    if (table_.print.widths.empty()) return;
    out_ += "<colgroup>";
    for (const std::uint16_t width : table_.print.widths) {
      // The style counts; word processors read the number, in pixels of a page of 590. Viewers refuse styles.
      out_ += places_.in_viewer()
                  ? fmt::format("<col width=\"{}.{}%\">", width / 10, width % 10)
                  : fmt::format("<col width=\"{}\" style=\"width:{}.{}%\">", width * 59 / 100, width / 10, width % 10);
    }
    out_ += "</colgroup>\n";
  }

  [[nodiscard]] const report::LabelReading* written(std::string_view entry) const {
    const auto found = written_.find(entry);
    return found == written_.end() ? nullptr : found->second;
  }

  [[nodiscard]] std::string official(std::string_view entry) const {
    const Entry* found = form_.entry(entry);
    return found == nullptr ? std::string() : found->label;
  }

  /// A head or group cell; its marks are those of the label as written.
  void label_cell(std::string_view entry, const std::string& text, std::string_view classes, const std::string& more,
                  bool breaks) {
    const report::LabelReading* reading = entry.empty() ? nullptr : written(entry);
    const std::string shown =
        entry.empty() ? shown_label(text, "", report_.script)
                      : shown_label(official(entry), reading == nullptr ? "" : reading->text, report_.script);
    const std::vector<Mark> marks = reading == nullptr ? std::vector<Mark>{} : places_.claim(reading->range);
    out_ += "<th" + attributes(classes, marks) + more;
    if (reading != nullptr) out_ += places_.anchor(reading->range);
    out_ += ">" + (breaks ? with_breaks(shown) : escaped(shown)) + "</th>";
  }

  void write_head() {
    out_ += "<thead>\n";
    for (const auto& row : table_.print.head) {
      out_ += "<tr>";
      for (const standard::HeadCell& cell : row) {
        const bool narrow = cell.columns == 1 && table_.print.widths.size() >= dense_columns;
        label_cell(cell.entry, cell.text, "",
                   spans(cell.columns, cell.rows) + (cell.columns > 1 ? " scope=\"colgroup\"" : " scope=\"col\""),
                   narrow);
      }
      out_ += "</tr>\n";
    }
    out_ += "</thead>\n";
  }

  /// Caption and column labels of a block of a table without a head of its own.
  void write_block_head(const standard::BlockSpec& block) {
    if (!block.caption.empty()) {
      out_ += "<tr class=\"cap\">";
      label_cell(block.caption, "", "", spans(front() + values_, 1) + " scope=\"colgroup\"", false);
      out_ += "</tr>\n";
    }
    out_ += "<tr>";
    if (labels_ > 0) {
      const std::string corner = table_.header.empty() ? std::string() : table_.header.front();
      label_cell(corner, "", "", spans(front(), 1) + " scope=\"col\"", false);
    }
    for (std::size_t i = 0; i < block.columns.size(); ++i) {
      label_cell(block.columns[i], "", "", spans(width_of(block, i), 1) + " scope=\"col\"", false);
    }
    out_ += "</tr>\n";
  }

  /// The last column takes what is left of the table's width.
  [[nodiscard]] std::size_t width_of(const standard::BlockSpec& block, std::size_t column) const {
    std::size_t before = 0;
    for (std::size_t i = 0; i < column; ++i) before += span_of(block, i);
    const std::size_t left = values_ > before ? values_ - before : 1;
    return column + 1 == block.columns.size() ? left : std::min(left, span_of(block, column));
  }

  void write_body() {
    const standard::BlockSpec* open = nullptr;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      const BodyRow& row = rows_[i];
      if (row.block != nullptr && row.block != open) {
        open = row.block;
        if (table_.print.head.empty()) write_block_head(*open);
      }
      const text::ByteRange line = row.extra != nullptr ? row.extra->line : row.reading->line;
      out_ += "<tr" + places_.anchor(line) + ">";
      write_groups(i);
      row.extra != nullptr ? write_extra(row) : write_row(row);
      out_ += "</tr>\n";
    }
  }

  /// Group cells that begin in this row, over all rows of the group that follow one another.
  void write_groups(std::size_t index) {
    const auto& groups = rows_[index].groups;
    for (std::size_t level = 0; level < groups.size(); ++level) {
      const auto same = [&](std::size_t i) {
        return rows_[i].groups.size() > level &&
               std::equal(groups.begin(), groups.begin() + static_cast<std::ptrdiff_t>(level) + 1,
                          rows_[i].groups.begin());
      };
      if (index > 0 && same(index - 1)) continue;
      std::size_t end = index + 1;
      while (end < rows_.size() && same(end)) ++end;
      label_cell(groups[level]->id, "", "g", spans(1, end - index) + " scope=\"rowgroup\"", true);
    }
  }

  void write_row(const BodyRow& row) {
    // Values first: what is left of the line's marks belongs to the row as a whole, and stands at its label.
    std::string values;
    for (std::uint16_t i = 0; i < row.row->cell_count; ++i) values += value_cell(row, i);
    if (labels_ > 0) write_row_label(row);
    if (table_.print.units) write_unit(row);
    out_ += values;
  }

  void write_row_label(const BodyRow& row) {
    const report::RowReading& reading = *row.reading;
    const std::string shown = row_label(official(row.row->id), reading);
    std::string classes = labels_ > 1 || table_.print.units ? "l" : "";
    if (labels_ == 1 && table_.print.units) {
      const std::size_t depth = depth_of(row.row->id);
      if (depth > 0) classes += fmt::format(" i{}", std::min<std::size_t>(depth, 3));
    }
    const auto marks = places_.claim(reading.line);
    out_ += "<th" + attributes(classes, marks) + spans(labels_ - row.groups.size(), 1) + " scope=\"row\"" +
            places_.anchor(reading.label.empty() ? reading.line : reading.label) + ">" + escaped(shown) + "</th>";
  }

  /// A label that goes on in the line below was read up to the line's end only.
  [[nodiscard]] std::string row_label(const std::string& official, const report::RowReading& reading) const {
    const bool several_lines = report_.text.line_of(reading.line.begin) != report_.text.line_of(reading.line.end);
    const std::string wanted = text::normalise_label(official);
    if (several_lines && text::normalise_label(report_.text.slice(reading.line)).find(wanted) != std::string::npos) {
      return shown_label(official, "", report_.script);
    }
    return shown_label(official, reading.label_text, report_.script);
  }

  [[nodiscard]] std::size_t depth_of(std::string_view id) const {
    std::size_t depth = 0;
    const Entry* entry = form_.entry(id);
    while (entry != nullptr && !entry->parent.empty() && depth < deepest_group) {
      entry = form_.entry(entry->parent);
      ++depth;
    }
    return depth;
  }

  void write_unit(const BodyRow& row) {
    const standard::CellSpec& cell = form_.cells[row.row->first_cell];
    out_ += "<td>" + escaped(cell.type == standard::ValueType::none ? "——" : cell.unit) + "</td>";
  }

  std::string value_cell(const BodyRow& row, std::uint16_t column) {
    const auto index = static_cast<standard::CellIndex>(row.row->first_cell + column);
    const standard::CellSpec& spec = form_.cells[index];
    const report::CellReading* cell = grid_.cell(index);
    const std::string classes = spec.is_total ? "n sum" : "n";
    const std::string span = spans(width_of(*row.block, column), 1);
    const std::string name = fmt::format(" data-cell=\"{}/{}\"", spec.row, spec.column);
    if (cell == nullptr || cell->state == report::CellState::absent) {
      return "<td" + attributes(classes, {}) + span + name + "></td>";
    }
    return "<td" + attributes(classes, places_.claim(cell->range)) + span + name + places_.anchor(cell->range) + ">" +
           escaped(cell->text) + "</td>";
  }

  /// Its last cells stand under the values, what is in front of them is its label.
  void write_extra(const BodyRow& row) {
    const auto& cells = row.extra->cells;
    const std::size_t label = front() - std::min(front(), row.groups.size());
    const std::size_t free = values_ + label;
    const std::size_t own = std::min(cells.empty() ? 0 : cells.size() - 1, values_);
    std::string text;
    for (std::size_t i = 0; i + own < cells.size(); ++i) text += (text.empty() ? "" : " ") + cells[i];
    out_ += "<th" + attributes("l", places_.claim(row.extra->line)) + spans(free - own, 1) + " scope=\"row\">" +
            escaped(text) + "</th>";
    for (std::size_t i = cells.size() - own; i < cells.size(); ++i) {
      out_ += "<td class=\"n\">" + escaped(cells[i]) + "</td>";
    }
  }

  const report::Report& report_;
  const report::Grid& grid_;
  const standard::Form& form_;
  const standard::TableSpec& table_;
  const std::vector<ExtraRow>& extras_;
  Places& places_;
  std::size_t labels_ = 1;
  std::size_t values_ = 1;
  std::map<std::string_view, const report::LabelReading*> written_;  ///< the first of each entry
  std::vector<BodyRow> rows_;
  std::string out_;
};

}  // namespace

std::string shown_label(std::string_view official, std::string_view written, report::Script script) {
  const std::string own =
      script == report::Script::traditional ? text::to_traditional(official) : std::string(official);
  if (written.empty()) return own;
  if (text::normalise_label(written) != text::normalise_label(official)) return std::string(written);
  // Which of several traditional characters is meant is the report's choice: 復議, 複議.
  return script == report::Script::traditional ? std::string(written) : own;
}

bool needs_landscape(const report::Grid& grid, const standard::TableSpec& table) {
  if (table.print.widths.size() < dense_columns || table.blocks.empty()) return false;
  constexpr std::uint32_t text_width = 1560;  // A4 less its margins, in tenths of a millimetre
  constexpr std::uint32_t column_width = 19;  // of a digit of 10.5 points
  constexpr std::uint32_t frame = 14;         // padding and rules
  const auto& widths = table.print.widths;
  const std::size_t count = table.blocks.front().columns.size();
  if (count == 0 || count > widths.size()) return false;
  const standard::CellIndex first = table.blocks.front().rows.front().first_cell;
  return std::any_of(grid.cells.begin(), grid.cells.end(), [&](const report::CellReading& cell) {
    const std::size_t column = static_cast<std::size_t>(cell.cell - first) % count;
    const std::uint32_t room = text_width * widths[widths.size() - count + column] / 1000;
    return text::display_width(cell.text) * column_width + frame > room;
  });
}

std::string official_table(const report::Report& report, const report::Grid& grid, const standard::Form& form,
                           const std::vector<ExtraRow>& extras, Places& places) {
  const standard::TableSpec* table = form.table(grid.table);
  if (table == nullptr) return {};
  return TableWriter(report, grid, form, *table, extras, places).write();
}

}  // namespace nianbao::features
