#include "report/grid_reader.h"

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

#include "report/grid_builder.h"
#include "report/value_window.h"

namespace nianbao::report {
namespace {

using standard::EntryKind;
using standard::FormId;
using standard::TableId;

constexpr std::size_t table_count = 4;
/// A short text where a number is expected is a malformed number, a longer one is prose.
constexpr std::size_t longest_value_bytes = 48;
/// Shorter pieces of a label say too little to find the rest.
constexpr std::size_t shortest_fragment_bytes = 12;

bool is_header_kind(EntryKind kind) { return kind != EntryKind::row && kind != EntryKind::row_group; }

class GridReader {
 public:
  GridReader(const std::vector<PhysicalRow>& rows, const LabelIndex& index, const standard::Standard& standard,
             FormId fallback)
      : rows_(rows), index_(index), standard_(standard), fallback_(fallback) {
    tokens_.reserve(rows.size());
    for (const PhysicalRow& row : rows) tokens_.push_back(tokens_of(row, index));
    choice_ = choose_form(rows_, tokens_);
    if (choice_.form) fallback_ = *choice_.form;
    used_.resize(rows.size());
  }

  GridReading read() {
    for (std::size_t i = 0; i < rows_.size(); ++i) read_row(i);
    close_row();
    GridReading reading;
    reading.unread = unread_tables();
    reading.choice = choice_;
    for (auto& builder : builders_) {
      if (builder && builder->started()) reading.grids.push_back(std::move(*builder).finish());
    }
    std::sort(reading.grids.begin(), reading.grids.end(),
              [](const Grid& a, const Grid& b) { return a.range < b.range; });
    reading.used = std::move(used_);
    return reading;
  }

 private:
  /// A row whose label was read and whose values may still come, one cell or line at a time.
  struct OpenRow {
    std::size_t index = 0;
    const PhysicalRow* physical = nullptr;
    PhysicalCell label;
    bool has_label = true;
    bool deviates = false;
    std::vector<Slot> slots;
    std::size_t numbers = 0;
    bool unit_seen = false;
  };

  void read_row(std::size_t i) {
    const PhysicalRow& row = rows_[i];
    const TokenRow& tokens = tokens_[i];
    switch (row.kind) {
      case RowKind::rule:
        if (active_ != nullptr) used_[i] = true;
        return;
      case RowKind::page_break:
        return;
      case RowKind::blank:
        if (open_ && row.layout == Layout::lines) open_->slots.push_back({row.line, {}, true, true});
        return;
      case RowKind::heading:
      case RowKind::line:
        if (active_ != nullptr && row.cells.size() > 1 && !tokens.prose && read_cells(row, tokens)) {
          used_[i] = true;
        } else if (!read_line(i)) {
          leave();
        }
        return;
      case RowKind::cells:
        if (read_cells(row, tokens)) used_[i] = true;
        return;
    }
  }

  /// Prose or a heading ends every table that is written line by line.
  void leave() {
    close_row();
    active_ = nullptr;
    fragment_.reset();
  }

  // --- which table -----------------------------------------------------------------------------------------------

  GridBuilder& builder(TableId table) {
    auto& slot = builders_[static_cast<std::size_t>(table)];
    if (!slot) {
      const FormId id = table == TableId::stat2014 ? FormId::f2014 : choice_.of(table, fallback_);
      const standard::Form& form = standard_.form(id);
      const standard::TableSpec* spec = form.table(table);
      slot = std::make_unique<GridBuilder>(spec != nullptr ? form : other_form(table),
                                           spec != nullptr ? *spec : *other_form(table).table(table));
    }
    return *slot;
  }

  /// A table that the chosen form does not have (表二 under a 2014 title): the newest form that has it.
  const standard::Form& other_form(TableId table) const {
    const standard::Form* found = nullptr;
    for (const standard::Form& form : standard_.forms) {
      if (form.table(table) != nullptr) found = &form;
    }
    return *found;
  }

  /// The candidate of the table's chosen form: a row or, with `rows` false, a head where it can be either. Among rows of
  /// one wording (（二）被依法纠错数 of two groups) the first unread one in the form's order.
  [[nodiscard]] const LabelCandidate* candidate(const Token& token, TableId table, bool rows) {
    GridBuilder& target = builder(table);
    const LabelCandidate* found = nullptr;
    for (const LabelCandidate& each : token.candidates) {
      if (each.table != table || each.form != target.form().id) continue;
      const bool better = found == nullptr || (each.is_row == rows && found->is_row != rows) ||
                          (each.is_row && found->is_row && is_read(target, *found) && !is_read(target, each));
      if (better) found = &each;
    }
    return found;
  }

  [[nodiscard]] bool is_read(const GridBuilder& target, const LabelCandidate& each) const {
    const auto row = target.row_of_entry(target.form().entries[each.entry].id);
    return row && (target.has_row(*row) || (open_ && &target == active_ && open_->index == *row));
  }

  /// The table that most labels of the row belong to, the table being read where they leave it open.
  GridBuilder* table_of(const TokenRow& tokens) {
    std::array<std::uint32_t, table_count> exclusive{};
    std::array<std::uint32_t, table_count> shared{};
    for (const Token& token : tokens.tokens) {
      if (token.kind != TokenKind::label) continue;
      std::array<bool, table_count> seen{};
      for (const LabelCandidate& each : token.candidates) seen[static_cast<std::size_t>(each.table)] = true;
      const auto count = std::count(seen.begin(), seen.end(), true);
      for (std::size_t t = 0; t < table_count; ++t) {
        if (seen[t]) ++(count == 1 ? exclusive[t] : shared[t]);
      }
    }
    const auto best = std::max_element(exclusive.begin(), exclusive.end());
    if (*best > 0) return &builder(static_cast<TableId>(best - exclusive.begin()));
    if (active_ != nullptr && shared[static_cast<std::size_t>(active_->id())] > 0) return active_;
    return nullptr;
  }

  void enter(GridBuilder& table) {
    if (active_ != &table) {
      close_row();
      fragment_.reset();
      window_hint_.reset();
      columns_.clear();
    }
    active_ = &table;
  }

  // --- rows of cells ---------------------------------------------------------------------------------------------

  bool read_cells(const PhysicalRow& row, const TokenRow& tokens) {
    if (GridBuilder* table = table_of(tokens)) {
      enter(*table);
      return read_labelled(row, tokens);
    }
    if (active_ == nullptr) return false;
    if (open_ && open_->numbers == 0 && continues(row, tokens)) {
      for (std::size_t c = 0; c < row.cells.size(); ++c) push(row, row.cells[c], tokens.tokens[c]);
      if (open_) open_->physical = &row;
      active_->touch(row);
      return true;
    }
    if (is_unlabelled_data(row, tokens)) return read_unlabelled(row, tokens);
    return read_unknown(row, tokens);
  }

  /// Cells of one logical row that stand on lines of their own: label, unit and value each.
  [[nodiscard]] static bool continues(const PhysicalRow& row, const TokenRow& tokens) {
    std::size_t filled = 0;
    for (const Token& token : tokens.tokens) {
      if (token.kind == TokenKind::other || token.kind == TokenKind::label) return false;
      if (token.kind != TokenKind::blank) ++filled;
    }
    return filled <= 1 && row.cells.size() <= 3;
  }

  bool read_labelled(const PhysicalRow& row, const TokenRow& tokens) {
    const TableId table = active_->id();
    const bool header = is_header(row, tokens);
    std::optional<std::size_t> label;
    const LabelCandidate* entry = nullptr;
    for (std::size_t c = 0; c < tokens.tokens.size(); ++c) {
      if (tokens.tokens[c].kind != TokenKind::label) continue;
      const LabelCandidate* each = candidate(tokens.tokens[c], table, !header);
      if (each == nullptr) continue;
      if (each->is_row && !header) {
        label = c;
        entry = each;
      } else {
        active_->add_label(active_->form().entries[each->entry], row.cells[c]);
        if (header) take_head(row, c, active_->form().entries[each->entry]);
      }
    }
    if (!label) {
      close_row();
      active_->touch(row);
      header_seen_[static_cast<std::size_t>(table)] = true;
      return true;
    }
    const auto index = active_->row_of_entry(active_->form().entries[entry->entry].id);
    if (!index) return false;
    take_row(row, tokens, *label, *index, false);
    return true;
  }

  /// The heads of data columns say where values stand, when blanks leave it open.
  void take_head(const PhysicalRow& row, std::size_t cell, const standard::Entry& entry) {
    if (!active_->heads_values(entry.id)) return;
    if (head_spans_.empty()) window_hint_ = WindowHint{cell, row.cells.size()};
    head_spans_.push_back({row.cells[cell].column, row.cells[cell].end_column});
  }

  /// Heads that were seen before the first row under them become the columns of aligned values.
  void settle_columns(std::size_t expected) {
    if (head_spans_.size() == expected) {
      columns_ = head_spans_;
      std::sort(columns_.begin(), columns_.end(),
                [](const ColumnSpan& a, const ColumnSpan& b) { return a.begin < b.begin; });
    }
    head_spans_.clear();
  }

  /// A row of column heads: no numbers, and labels that cannot all be rows.
  [[nodiscard]] bool is_header(const PhysicalRow& row, const TokenRow& tokens) {
    if (tokens.numbers > 0) return false;
    std::size_t heads = 0;
    std::size_t rows = 0;
    for (std::size_t c = 0; c < tokens.tokens.size(); ++c) {
      if (tokens.tokens[c].kind != TokenKind::label || row.cells[c].covered) continue;
      const LabelCandidate* head = candidate(tokens.tokens[c], active_->id(), false);
      const LabelCandidate* data = candidate(tokens.tokens[c], active_->id(), true);
      if (head != nullptr && is_header_kind(active_->form().entries[head->entry].kind)) ++heads;
      if (data != nullptr && data->is_row) ++rows;
    }
    return heads >= 2 ? heads >= rows : (heads == 1 && (rows == 0 || !active_->started()));
  }

  void take_row(const PhysicalRow& row, const TokenRow& tokens, std::size_t label, std::size_t index, bool deviates) {
    close_row();
    fragment_.reset();
    open_.emplace();
    open_->index = index;
    open_->physical = &row;
    open_->label = row.cells[label];
    open_->deviates = deviates;
    const std::size_t expected = active_->row(index).cell_count;
    push_values(row, tokens, label + 1, expected);
    // Tabs and pipes close a row; in the other shapes values may follow on lines of their own.
    if (row.delimited || !open_->slots.empty()) close_row();
  }

  /// Table 四 has no row labels: the numbers under its heads.
  [[nodiscard]] bool is_unlabelled_data(const PhysicalRow& row, const TokenRow& tokens) const {
    if (active_->row_count() != 1 || active_->started()) return false;
    if (!header_seen_[static_cast<std::size_t>(active_->id())]) return false;
    const bool texts = std::any_of(tokens.tokens.begin(), tokens.tokens.end(),
                                   [](const Token& token) { return token.kind == TokenKind::label; });
    if (texts) return false;
    return tokens.numbers > 0 || row.cells.size() >= active_->row(0).cell_count;
  }

  bool read_unlabelled(const PhysicalRow& row, const TokenRow& tokens) {
    open_.emplace();
    open_->physical = &row;
    open_->has_label = false;
    push_values(row, tokens, 0, active_->row(0).cell_count);
    close_row();
    return true;
  }

  /// A row without a known label: a piece of one, a misspelt one, or a row that the form does not have.
  bool read_unknown(const PhysicalRow& row, const TokenRow& tokens) {
    std::optional<std::size_t> text;
    for (std::size_t c = 0; c < tokens.tokens.size(); ++c) {
      if (tokens.tokens[c].kind == TokenKind::other && !row.cells[c].covered) {
        if (text && tokens.numbers > 0 && has_number_before(tokens, c)) break;
        text = c;
      }
    }
    if (!text) return tokens.labels == 0 && tokens.numbers == 0;
    const std::string body = tokens.tokens[*text].key.body;
    if (tokens.numbers == 0 && !all_blank_behind(tokens, *text)) return false;
    if (const auto found = find_row(body)) {
      take_row(row, tokens, *text, found->first, found->second);
      return true;
    }
    if (tokens.numbers == 0) {
      fragment_ = fragment_.value_or(std::string()) + body;
      active_->touch(row);
      return true;
    }
    if (!active_->started()) return false;
    active_->add_local_row(row.cells[*text]);
    active_->touch(row);
    return true;
  }

  static bool has_number_before(const TokenRow& tokens, std::size_t cell) {
    return std::any_of(tokens.tokens.begin(), tokens.tokens.begin() + static_cast<std::ptrdiff_t>(cell),
                       [](const Token& token) { return token.kind == TokenKind::number; });
  }

  static bool all_blank_behind(const TokenRow& tokens, std::size_t cell) {
    return std::all_of(tokens.tokens.begin() + static_cast<std::ptrdiff_t>(cell) + 1, tokens.tokens.end(),
                       [](const Token& token) { return token.kind == TokenKind::blank; });
  }

  // --- inexact labels --------------------------------------------------------------------------------------------

  /// The row that a label of no known wording means, nearest behind the last row read; true: it deviates.
  std::optional<std::pair<std::size_t, bool>> find_row(const std::string& body) {
    if (active_->row_count() <= 1) return std::nullopt;
    const std::string joined = fragment_.value_or(std::string()) + body;
    if (const auto row = search([&](const std::string& known) { return known == joined; })) return {{*row, false}};
    if (body.size() < shortest_fragment_bytes) return std::nullopt;
    const auto piece = [&](const std::string& known) {
      return known.size() > body.size() && (known.starts_with(body) || known.ends_with(body));
    };
    if (const auto row = search(piece)) return {{*row, false}};
    // A group's name in front of the row's own: 三、本年度办理结果（一）予以公开.
    const auto tail = [&](const std::string& known) {
      return known.size() >= shortest_fragment_bytes && body.size() > known.size() && body.ends_with(known);
    };
    if (const auto row = search(tail)) return {{*row, false}};
    const auto close = [&](const std::string& known) {
      const auto limit = static_cast<std::uint32_t>(std::max<std::size_t>(1, body.size() / 15));
      return edit_distance(known, body, limit) <= limit;
    };
    if (const auto row = search(close)) return {{*row, true}};
    return std::nullopt;
  }

  template <typename Matches>
  std::optional<std::size_t> search(Matches matches) {
    const std::size_t count = active_->row_count();
    for (std::size_t step = 0; step < count; ++step) {
      const std::size_t row = (active_->expected() + step) % count;
      if (active_->has_row(row)) continue;
      for (const std::string& known : bodies_of(row)) {
        if (matches(known)) return row;
      }
    }
    return std::nullopt;
  }

  const std::vector<std::string>& bodies_of(std::size_t row) {
    const standard::Form& form = active_->form();
    const standard::Entry* entry = form.entry(active_->row(row).id);
    return index_.bodies(form.id, static_cast<std::uint16_t>(entry - form.entries.data()));
  }

  // --- one cell per line -----------------------------------------------------------------------------------------

  /// False where the line is no cell of a table.
  bool read_line(std::size_t i) {
    const PhysicalRow& row = rows_[i];
    const TokenRow& tokens = tokens_[i];
    if (tokens.prose || tokens.tokens.empty()) return false;
    if (!row.in_table && active_ == nullptr) return false;
    const Token& token = tokens.tokens.front();
    const PhysicalCell& cell = row.cells.front();
    if (token.kind == TokenKind::label) {
      GridBuilder* table = table_of(tokens);
      if (table == nullptr) return false;
      enter(*table);
      read_line_label(row, token, cell);
      used_[i] = true;
      return true;
    }
    if (active_ == nullptr) return false;
    used_[i] = row.in_table;
    if (token.kind == TokenKind::other) return read_line_text(row, token, cell);
    if (!open_ && is_unlabelled_data(row, tokens)) {
      open_.emplace();
      open_->has_label = false;
      open_->physical = &row;
    }
    after_head_ = false;
    if (!open_) return row.in_table;
    push(row, cell, token);
    used_[i] = true;
    return true;
  }

  void read_line_label(const PhysicalRow& row, const Token& token, const PhysicalCell& cell) {
    const TableId table = active_->id();
    // 总计 is a head where heads stand before it, the name of a row where numbers do.
    const bool rows = token.key.has_ordinal || ((active_->started() || open_.has_value()) && !after_head_);
    const LabelCandidate* each = candidate(token, table, rows);
    if (each == nullptr) return;
    close_row();
    fragment_.reset();
    active_->touch(row);
    after_head_ = !each->is_row && is_header_kind(active_->form().entries[each->entry].kind);
    const auto index = each->is_row ? active_->row_of_entry(active_->form().entries[each->entry].id) : std::nullopt;
    if (!index) {
      active_->add_label(active_->form().entries[each->entry], cell);
      header_seen_[static_cast<std::size_t>(table)] = true;
      return;
    }
    open_.emplace();
    open_->index = *index;
    open_->physical = &row;
    open_->label = cell;
  }

  bool read_line_text(const PhysicalRow& row, const Token& token, const PhysicalCell& cell) {
    if (row.kind == RowKind::heading) return false;
    const std::string joined = fragment_.value_or(std::string()) + token.key.body;
    const auto whole = search([&](const std::string& known) { return known == joined; });
    const bool begins = search([&](const std::string& known) {
                          return joined.size() >= shortest_fragment_bytes && known.size() > joined.size() &&
                                 known.starts_with(joined);
                        }).has_value();
    if (whole && active_->row_count() > 1) {
      close_row();
      open_.emplace();
      open_->index = *whole;
      open_->physical = &row;
      open_->label = cell;
      fragment_.reset();
    } else if (begins) {
      fragment_ = joined;
    } else if (open_ && expects_value(token, cell)) {
      push_slot(cell);
    } else if (!row.in_table) {
      // An explanation in brackets under a label is no end of the table; any other line is.
      return cell.text.starts_with("（") || cell.text.starts_with("(");
    }
    return true;
  }

  [[nodiscard]] bool expects_value(const Token& token, const PhysicalCell& cell) const {
    if (cell.text.size() > longest_value_bytes || open_->slots.size() >= active_->row(open_->index).cell_count) {
      return false;
    }
    return token.number.form == NumberForm::approximate || open_->numbers > 0;
  }

  // --- values ---------------------------------------------------------------------------------------------------

  void push_values(const PhysicalRow& row, const TokenRow& tokens, std::size_t first, std::size_t expected) {
    settle_columns(expected);
    for (std::size_t c = first; c < row.cells.size(); ++c) {
      open_->unit_seen = open_->unit_seen || tokens.tokens[c].kind == TokenKind::unit;
    }
    const std::vector<std::size_t> places = value_window(row, tokens, first, expected, window_hint_);
    if (row.layout == Layout::aligned && places.size() < expected && !places.empty() && columns_.size() == expected) {
      text::Offset end = row.cells[places.front()].range.begin;
      for (const auto& place : by_columns(row, places, columns_)) {
        if (place) push_slot(row.cells[*place]);
        if (place) end = row.cells[*place].range.end;
        if (!place) open_->slots.push_back({{end, end}, {}, true, false});
      }
      return;
    }
    for (const std::size_t place : places) push_slot(row.cells[place]);
    if (places.size() != expected) return;
    window_hint_ = WindowHint{places.front(), row.cells.size()};
    if (row.layout != Layout::aligned) return;
    columns_.clear();
    for (const std::size_t place : places) columns_.push_back({row.cells[place].column, row.cells[place].end_column});
  }

  void push(const PhysicalRow& row, const PhysicalCell& cell, const Token& token) {
    if (token.kind == TokenKind::unit) open_->unit_seen = true;
    if (token.kind == TokenKind::unit || cell.covered) return;
    if (token.kind == TokenKind::blank) {
      // The empty first column of a line is no place for a value; the last one is.
      if (&cell != &row.cells.back() || row.cells.size() < 2) return;
      const bool filled = std::any_of(row.cells.begin(), row.cells.end(),
                                      [](const PhysicalCell& each) { return !each.text.empty(); });
      if (filled) return;
    }
    if (token.kind == TokenKind::number) ++open_->numbers;
    push_slot(cell);
    if (open_->slots.size() >= active_->row(open_->index).cell_count && row.layout != Layout::lines) close_row();
  }

  void push_slot(const PhysicalCell& cell) {
    if (!open_) return;
    open_->slots.push_back({cell.range, cell.text, cell.contiguous, true});
  }

  void close_row() {
    if (!open_ || active_ == nullptr) {
      open_.reset();
      return;
    }
    OpenRow row = std::move(*open_);
    open_.reset();
    const std::size_t expected = active_->row(row.index).cell_count;
    drop_separating_blanks(row, expected);
    // A label or unit with nothing behind it was left blank, where ends of lines lose their spaces or tabs.
    const bool loses_ends = active_->layout() == Layout::tab || active_->layout() == Layout::aligned;
    if (row.slots.empty() && ((row.unit_seen && expected == 1) || (loses_ends && active_->row_count() > 1))) {
      const text::Offset end = row.physical->line.end;
      row.slots.assign(expected, {{end, end}, {}, true, false});
    }
    if (!row.has_label && row.slots.size() != expected) active_->doubt();
    active_->add_row(row.index, *row.physical, row.has_label ? &row.label : nullptr, row.deviates, row.slots);
  }

  /// In lines, an empty line is a blank cell only where it fills the row exactly; else it parts lines or pages.
  static void drop_separating_blanks(OpenRow& row, std::size_t expected) {
    if (row.physical->layout != Layout::lines || row.slots.size() == expected) return;
    const auto blank = [](const Slot& slot) { return slot.text.empty(); };
    while (!row.slots.empty() && blank(row.slots.back()) && row.slots.size() > expected) row.slots.pop_back();
    if (row.slots.size() == expected && row.numbers > 0) return;
    std::erase_if(row.slots, blank);
  }

  [[nodiscard]] std::vector<UnreadTable> unread_tables() const {
    std::vector<UnreadTable> result;
    for (std::size_t i = 0; i < rows_.size();) {
      std::size_t end = i + 1;
      std::uint32_t numbers = tokens_[i].numbers;
      bool any_used = used_[i];
      while (end < rows_.size() && rows_[end].in_table && rows_[i].in_table && rows_[end].run == rows_[i].run) {
        numbers += tokens_[end].numbers;
        any_used = any_used || used_[end];
        ++end;
      }
      const bool table = rows_[i].in_table && rows_[i].layout != Layout::lines && end - i >= 2;
      if (table && !any_used && numbers >= 2) {
        result.push_back({{rows_[i].line.begin, rows_[end - 1].line.end}, rows_[i].layout});
      }
      i = end;
    }
    return result;
  }

  const std::vector<PhysicalRow>& rows_;
  const LabelIndex& index_;
  const standard::Standard& standard_;
  FormId fallback_;
  std::vector<TokenRow> tokens_;
  FormChoice choice_;
  std::array<std::unique_ptr<GridBuilder>, table_count> builders_;
  std::array<bool, table_count> header_seen_{};
  GridBuilder* active_ = nullptr;
  std::optional<OpenRow> open_;
  std::optional<std::string> fragment_;
  bool after_head_ = false;  ///< in lines: the line before was a column head
  std::optional<WindowHint> window_hint_;
  std::vector<ColumnSpan> head_spans_;  ///< of the data columns' heads since the last data row
  std::vector<ColumnSpan> columns_;     ///< where aligned values stand
  std::vector<bool> used_;
};

}  // namespace

GridReading read_grids(const std::vector<PhysicalRow>& rows, const LabelIndex& index,
                       const standard::Standard& standard, FormId fallback) {
  return GridReader(rows, index, standard, fallback).read();
}

}  // namespace nianbao::report
