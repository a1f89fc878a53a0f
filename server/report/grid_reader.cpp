#include "report/grid_reader.h"

#include <algorithm>
#include <array>
#include <utility>

#include "report/grid_builders.h"
#include "report/open_row.h"
#include "report/row_finder.h"
#include "report/spliced_rows.h"
#include "report/unread_tables.h"
#include "report/value_columns.h"
#include "report/value_window.h"

namespace nianbao::report {
namespace {

using standard::EntryKind;
using standard::TableId;

/// A short text where a number is expected is a malformed number, a longer one is prose.
constexpr std::size_t longest_value_bytes = 48;

bool is_header_kind(EntryKind kind) {
  return kind != EntryKind::row && kind != EntryKind::row_group;
}

class GridReader {
 public:
  GridReader(const std::vector<PhysicalRow>& rows, const std::vector<TokenRow>& tokens,
             const standard::LabelIndex& index, GridBuilders builders)
      : rows_(rows), tokens_(tokens), index_(index), builders_(std::move(builders)), used_(rows.size()) {}

  GridReading read() {
    for (std::size_t i = 0; i < rows_.size(); ++i) read_row(i);
    close_row();
    GridReading reading;
    reading.grids = builders_.finish();
    reading.unread = unread_tables(rows_, tokens_, used_);
    reading.used = std::move(used_);
    return reading;
  }

 private:
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
        if (open_ && open_->physical->layout == Layout::lines) open_->slots.push_back({row.line, {}, true, true});
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

  void enter(GridBuilder& table) {
    if (active_ != &table) {
      close_row();
      fragment_.reset();
      columns_.reset();
    }
    active_ = &table;
  }

  // --- rows of cells ---------------------------------------------------------------------------------------------

  bool read_cells(const PhysicalRow& row, const TokenRow& tokens) {
    if (GridBuilder* table = builders_.table_of(tokens, active_)) {
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

  bool read_labelled(const PhysicalRow& row, const TokenRow& tokens) {
    const TableId table = active_->id();
    const bool header = is_header(row, tokens);
    std::optional<std::size_t> label;
    const standard::LabelCandidate* entry = nullptr;
    for (std::size_t c = 0; c < tokens.tokens.size(); ++c) {
      if (tokens.tokens[c].kind != TokenKind::label) continue;
      const standard::LabelCandidate* each = builders_.candidate(tokens.tokens[c], table, !header);
      if (each == nullptr) continue;
      if (each->is_row && !header) {
        label = c;
        entry = each;
      } else {
        take_label(active_->form().entries[each->entry], row.cells[c]);
        if (header && active_->heads_values(active_->form().entries[each->entry].id)) columns_.add_head(row, c);
      }
    }
    // Labels of groups, and beside them a row's own label that is not known.
    const bool other = std::any_of(tokens.tokens.begin(), tokens.tokens.end(),
                                   [](const Token& token) { return token.kind == TokenKind::other; });
    if (!label && !header && other && tokens.numbers > 0) return read_unknown(row, tokens);
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

  void take_label(const standard::Entry& entry, const PhysicalCell& cell) {
    active_->add_label(entry, cell);
    if (entry.kind == EntryKind::caption) columns_.begin_block();
  }

  /// A row of column heads: no numbers, and labels that cannot all be rows.
  [[nodiscard]] bool is_header(const PhysicalRow& row, const TokenRow& tokens) {
    if (tokens.numbers > 0) return false;
    std::size_t heads = 0;
    std::size_t rows = 0;
    for (std::size_t c = 0; c < tokens.tokens.size(); ++c) {
      if (tokens.tokens[c].kind != TokenKind::label || row.cells[c].covered) continue;
      const standard::LabelCandidate* head = builders_.candidate(tokens.tokens[c], active_->id(), false);
      const standard::LabelCandidate* data = builders_.candidate(tokens.tokens[c], active_->id(), true);
      if (head != nullptr && is_header_kind(active_->form().entries[head->entry].kind)) ++heads;
      if (data != nullptr && data->is_row) ++rows;
    }
    return heads >= 2 ? heads >= rows : (heads == 1 && (rows == 0 || !active_->started()));
  }

  void take_row(const PhysicalRow& row, const TokenRow& tokens, std::size_t label, std::size_t index, bool deviates) {
    close_row();
    fragment_.reset();
    open(index, row, row.cells[label]);
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
    if (const auto found = RowFinder(*active_, index_).find(fragment_.value_or(std::string()), body)) {
      take_row(row, tokens, *text, found->index, found->deviates);
      return true;
    }
    if (tokens.numbers == 0) {
      fragment_ = fragment_.value_or(std::string()) + body;
      active_->touch(row);
      return true;
    }
    if (!active_->started()) return false;
    if (const auto next = RowFinder(*active_, index_).by_ordinal(row.cells[*text].text)) {
      const std::size_t expected = active_->row(*next).cell_count;
      if (value_window(row, tokens, *text + 1, expected, columns_.hint()).size() == expected) {
        take_row(row, tokens, *text, *next, true);
        return true;
      }
    }
    active_->add_local_row(row.cells[*text]);
    active_->touch(row);
    return true;
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
      GridBuilder* table = builders_.table_of(tokens, active_);
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
    const standard::LabelCandidate* each = builders_.candidate(token, table, rows);
    if (each == nullptr) return;
    close_row();
    fragment_.reset();
    active_->touch(row);
    after_head_ = !each->is_row && is_header_kind(active_->form().entries[each->entry].kind);
    const auto index = each->is_row ? active_->row_of_entry(active_->form().entries[each->entry].id) : std::nullopt;
    if (!index) {
      take_label(active_->form().entries[each->entry], cell);
      header_seen_[static_cast<std::size_t>(table)] = true;
      return;
    }
    columns_.settle(active_->row(*index).cell_count);
    open(*index, row, cell);
  }

  bool read_line_text(const PhysicalRow& row, const Token& token, const PhysicalCell& cell) {
    if (row.kind == RowKind::heading) return false;
    const std::string joined = fragment_.value_or(std::string()) + token.key.body;
    const RowFinder finder(*active_, index_);
    const auto whole = finder.exact(joined);
    const bool begins = finder.begins(joined);
    if (whole && active_->row_count() > 1) {
      close_row();
      open(*whole, row, cell);
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
    const bool has_digit = cell.text.find_first_of("0123456789") != std::string::npos;
    return token.number.form == NumberForm::approximate || open_->numbers > 0 || (open_->unit_seen && has_digit);
  }

  void open(std::size_t index, const PhysicalRow& row, const PhysicalCell& label) {
    active_->claim(index);
    open_.emplace();
    open_->index = index;
    open_->physical = &row;
    open_->label = label;
  }

  // --- values ---------------------------------------------------------------------------------------------------

  void push_values(const PhysicalRow& row, const TokenRow& tokens, std::size_t first, std::size_t expected) {
    for (std::size_t c = first; c < row.cells.size(); ++c) {
      open_->unit_seen = open_->unit_seen || tokens.tokens[c].kind == TokenKind::unit;
    }
    for (Slot& slot : columns_.values(row, tokens, first, expected)) open_->slots.push_back(std::move(slot));
  }

  void push(const PhysicalRow& row, const PhysicalCell& cell, const Token& token) {
    if (token.kind == TokenKind::unit) open_->unit_seen = true;
    if (token.kind == TokenKind::unit || cell.covered) return;
    if (token.kind == TokenKind::blank) {
      // The empty first column of a line is no place for a value; the last one is.
      if (&cell != &row.cells.back() || row.cells.size() < 2) return;
      const bool filled =
          std::any_of(row.cells.begin(), row.cells.end(), [](const PhysicalCell& each) { return !each.text.empty(); });
      if (filled) return;
    }
    if (token.kind == TokenKind::number) ++open_->numbers;
    push_slot(cell);
    if (open_->slots.size() >= active_->row(open_->index).cell_count && row.layout != Layout::lines) close_row();
  }

  void push_slot(const PhysicalCell& cell) {
    if (open_) open_->slots.push_back(slot_of(cell));
  }

  void close_row() {
    if (!open_ || active_ == nullptr) {
      open_.reset();
      return;
    }
    OpenRow row = std::move(*open_);
    open_.reset();
    const std::size_t expected = active_->row(row.index).cell_count;
    settle_blanks(row, expected, active_->layout(), active_->row_count() > 1);
    if (!row.has_label && row.slots.size() != expected) active_->doubt();
    active_->add_row(row.index, *row.physical, row.has_label ? &row.label : nullptr, row.deviates, row.slots);
  }

  const std::vector<PhysicalRow>& rows_;
  const std::vector<TokenRow>& tokens_;
  const standard::LabelIndex& index_;
  GridBuilders builders_;
  std::array<bool, standard::table_count> header_seen_{};
  GridBuilder* active_ = nullptr;
  std::optional<OpenRow> open_;
  std::optional<std::string> fragment_;
  bool after_head_ = false;  ///< in lines: the line before was a column head
  ValueColumns columns_;
  std::vector<bool> used_;
};

GridReading read_rows(const std::vector<PhysicalRow>& rows, const std::vector<TokenRow>& tokens,
                      const standard::Standard& standard, standard::FormId fallback) {
  const FormChoice choice = choose_form(rows, tokens, standard.forms.size());
  GridBuilders builders(standard, choice, choice.form.value_or(fallback));
  GridReading reading = GridReader(rows, tokens, *standard.labels, std::move(builders)).read();
  reading.choice = choice;
  return reading;
}

}  // namespace

GridReading read_grids(const text::Text& text, const std::vector<PhysicalRow>& rows,
                       const std::vector<TokenRow>& tokens, const standard::Standard& standard,
                       standard::FormId fallback) {
  const JoinedRows joined = join_lines(text, rows, tokens, *standard.labels);
  if (joined.rows.empty()) return read_rows(rows, tokens, standard, fallback);
  GridReading reading = read_rows(joined.rows, joined.tokens, standard, fallback);
  for (std::size_t i = 0; i < joined.taken_by.size(); ++i) {
    // Lines of a table are no running text, whether a form explains it or not.
    const bool drawn = joined.rows[i].in_table && !rows[i].in_table;
    if (drawn || reading.used[joined.taken_by[i]]) reading.used[i] = true;
  }
  return reading;
}

}  // namespace nianbao::report
