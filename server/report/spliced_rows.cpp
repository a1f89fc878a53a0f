#include "report/spliced_rows.h"

#include <algorithm>
#include <utility>

namespace nianbao::report {
namespace {

constexpr std::size_t fewest_heads = 3;         // of columns, in a line of nothing else
constexpr std::size_t longest_head_line = 600;  // bytes

bool is_ascii_word(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

class Splicer {
 public:
  Splicer(const text::Text& text, const std::vector<PhysicalRow>& rows, const std::vector<TokenRow>& tokens,
          const standard::LabelIndex& index)
      : text_(text), rows_(rows), tokens_(tokens), index_(index) {}

  JoinedRows splice() {
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (rows_[i].layout == Layout::html || rows_[i].kind == RowKind::blank) continue;
      std::vector<SplicedRow> table = drawn_table(text_, rows_, i, index_);
      if (!table.empty()) {
        i = take_table(std::move(table));
      } else if (auto row = quoted_row(text_, rows_, i)) {
        i = take_quoted(std::move(*row));
      } else if (auto heads = narrow_heads(i)) {
        take(std::move(*heads));
      }
    }
    if (!joined_.rows.empty()) heal_runs();
    return std::move(joined_);
  }

 private:
  /// Runs of the text are numbered from 1 on: those of drawn tables are counted down.
  std::size_t take_table(std::vector<SplicedRow> table) {
    --next_run_;
    const std::size_t last = table.back().last;
    for (SplicedRow& each : table) {
      each.row.run = next_run_;
      take(std::move(each));
    }
    return last;
  }

  /// Heads of columns that one space parts, as text from PDF has them: all words are labels, and some cell is none.
  [[nodiscard]] std::optional<SplicedRow> narrow_heads(std::size_t i) const {
    const PhysicalRow& row = rows_[i];
    const TokenRow& tokens = tokens_[i];
    const bool words = row.kind == RowKind::line || (row.kind == RowKind::cells && row.layout == Layout::aligned);
    if (!words || tokens.prose || tokens.numbers > 0 || row.line.size() > longest_head_line) return std::nullopt;
    const auto unknown = [](const Token& token) { return token.kind == TokenKind::other; };
    if (std::ranges::none_of(tokens.tokens, unknown)) return std::nullopt;
    SplicedRow heads{i, i, row};
    heads.row.cells = words_of(text_, row.line);
    const auto is_label = [&](const PhysicalCell& cell) { return !index_.find(index_.key(cell.text).body).empty(); };
    if (heads.row.cells.size() < fewest_heads || !std::ranges::all_of(heads.row.cells, is_label)) return std::nullopt;
    heads.row.kind = RowKind::cells;
    heads.row.layout = Layout::aligned;
    heads.row.in_table = true;
    return heads;
  }

  std::size_t take_quoted(SplicedRow spliced) {
    const std::size_t last = spliced.last;
    spliced.row.run = rows_[last].in_table ? rows_[last].run : --next_run_;
    take(std::move(spliced));
    return last;
  }

  void take(SplicedRow spliced) {
    if (joined_.rows.empty()) {
      joined_.rows = rows_;
      joined_.tokens = tokens_;
      joined_.taken_by.resize(rows_.size());
      for (std::size_t i = 0; i < rows_.size(); ++i) joined_.taken_by[i] = i;
      spliced_.resize(rows_.size());
    }
    for (std::size_t i = spliced.first; i <= spliced.last; ++i) {
      joined_.taken_by[i] = spliced.last;
      joined_.rows[i].kind = RowKind::rule;
      joined_.rows[i].cells.clear();
      joined_.rows[i].in_table = true;
      joined_.rows[i].run = spliced.row.run;
      joined_.tokens[i] = {};
      spliced_[i] = true;
    }
    joined_.tokens[spliced.last] = tokens_of(text_, spliced.row, index_);
    joined_.rows[spliced.last] = std::move(spliced.row);
  }

  /// A quoted row does not cut the table in which it stands in two.
  void heal_runs() {
    std::optional<std::size_t> before;
    for (std::size_t i = 0; i < joined_.rows.size(); ++i) {
      if (joined_.taken_by[i] != i) continue;
      PhysicalRow& row = joined_.rows[i];
      const bool tabs = row.kind == RowKind::cells && row.layout == Layout::tab;
      if (tabs && before) {
        const bool healed = joined_.rows[*before].run != rows_[*before].run;
        if (healed || spliced_[i] || spliced_[*before]) row.run = joined_.rows[*before].run;
      }
      before = tabs ? std::optional(i) : std::nullopt;
    }
  }

  const text::Text& text_;
  const std::vector<PhysicalRow>& rows_;
  const std::vector<TokenRow>& tokens_;
  const standard::LabelIndex& index_;
  JoinedRows joined_;
  std::vector<bool> spliced_;
  std::uint32_t next_run_ = 0;
};

}  // namespace

void append_piece(PhysicalCell& cell, const PhysicalCell& piece) {
  if (piece.text.empty()) return;
  if (cell.text.empty()) {
    cell.text = piece.text;
    cell.range = piece.range;
    cell.contiguous = piece.contiguous;
    return;
  }
  // Chinese words are broken without a space.
  if (is_ascii_word(cell.text.back()) && is_ascii_word(piece.text.front())) cell.text += ' ';
  cell.text += piece.text;
  cell.contiguous = false;
}

JoinedRows join_lines(const text::Text& text, const std::vector<PhysicalRow>& rows, const std::vector<TokenRow>& tokens,
                      const standard::LabelIndex& index) {
  JoinedRows spliced = Splicer(text, rows, tokens, index).splice();
  if (spliced.rows.empty()) return join_wrapped_rows(rows, tokens, index);
  JoinedRows wrapped = join_wrapped_rows(spliced.rows, spliced.tokens, index);
  if (wrapped.rows.empty()) return spliced;
  for (std::size_t& owner : spliced.taken_by) owner = wrapped.taken_by[owner];
  wrapped.taken_by = std::move(spliced.taken_by);
  return wrapped;
}

}  // namespace nianbao::report
