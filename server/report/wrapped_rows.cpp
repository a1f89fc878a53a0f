#include "report/wrapped_rows.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "text/utf8.h"

namespace nianbao::report {
namespace {

constexpr std::size_t most_lines = 5;            // of one label
constexpr std::size_t longest_piece_bytes = 90;  // of one line of it

struct Span {
  std::size_t first = 0;
  std::size_t last = 0;
  std::string label;
  [[nodiscard]] std::size_t lines() const { return last - first + 1; }
};

bool is_text(const Token& token) {
  return token.kind == TokenKind::other || token.kind == TokenKind::label;
}

class Joiner {
 public:
  Joiner(const std::vector<PhysicalRow>& rows, const std::vector<TokenRow>& tokens, const standard::LabelIndex& index)
      : rows_(rows), tokens_(tokens), index_(index) {}

  JoinedRows join() {
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (!has_values_only(i)) continue;
      if (const auto span = label_around(i)) take(*span, i);
    }
    if (!joined_.rows.empty()) heal_runs();
    return std::move(joined_);
  }

 private:
  [[nodiscard]] static bool is_aligned(const PhysicalRow& row) {
    return !row.delimited && (row.layout == Layout::aligned || row.layout == Layout::lines);
  }

  /// Numbers, and no name of a row right before them; in front of that a group's may stand.
  [[nodiscard]] bool has_values_only(std::size_t i) const {
    const TokenRow& tokens = tokens_[i];
    if (tokens.numbers == 0 || rows_[i].cells.size() < 2 || !is_aligned(rows_[i])) return false;
    for (std::size_t c = tokens.tokens.size(); c-- > 0;) {
      if (is_text(tokens.tokens[c])) return !index_.is_row(tokens.tokens[c].key.body);
    }
    return true;
  }

  /// A line that may be a piece of a label.
  [[nodiscard]] bool is_piece(std::size_t i) const {
    if (i >= rows_.size() || taken(i) || tokens_[i].numbers > 0 || !is_aligned(rows_[i])) return false;
    const RowKind kind = rows_[i].kind;
    if (kind == RowKind::blank || kind == RowKind::rule || kind == RowKind::page_break) return false;
    if (rows_[i].cells.empty() || rows_[i].cells.back().text.size() > longest_piece_bytes) return false;
    // A group's name and a label; more texts are the heads of columns.
    return std::ranges::count_if(tokens_[i].tokens, is_text) <= 2;
  }

  [[nodiscard]] bool taken(std::size_t i) const { return !joined_.taken_by.empty() && joined_.taken_by[i] != i; }

  /// What a line may add to a label: its last text, that behind a space (a group's name stands in front), or nothing
  /// where it is the name of a group.
  [[nodiscard]] std::vector<std::string> pieces(std::size_t i) const {
    std::vector<std::string> result;
    const std::vector<Token>& tokens = tokens_[i].tokens;
    std::size_t texts = 0;
    for (std::size_t c = tokens.size(); c-- > 0;) {
      if (!is_text(tokens[c])) continue;
      if (++texts > 1) continue;
      const std::string& text = rows_[i].cells[c].text;
      result.push_back(text);
      if (const std::size_t space = text.find(' '); space != std::string::npos)
        result.push_back(text.substr(space + 1));
      if (tokens[c].kind == TokenKind::label || ends_group(i, text)) result.emplace_back();
    }
    if (texts == 0) result.emplace_back();
    return result;
  }

  /// The tail of a group's name that a line above begins: （六）其 and below it 他处理, between them the row's own
  /// label.
  [[nodiscard]] bool ends_group(std::size_t i, const std::string& tail) const {
    const std::size_t last = i - std::min(i, most_lines - 1);
    for (std::size_t above = i; above > last;) {
      --above;
      if (!is_piece(above)) break;
      // The last text right above and this one would be the label itself.
      const std::size_t end = rows_[above].cells.size() - (above + 1 == i ? 1 : 0);
      for (std::size_t c = 0; c < end; ++c) {
        if (!is_text(tokens_[above].tokens[c])) continue;
        if (!index_.find(index_.key(rows_[above].cells[c].text + tail).body).empty()) return true;
      }
    }
    return false;
  }

  /// The longest label that the lines around the values make up.
  [[nodiscard]] std::optional<Span> label_around(std::size_t values) {
    best_.reset();
    values_ = values;
    first_ = values;
    for (std::size_t lines = 1; lines <= most_lines; ++lines) {
      extend(first_, std::string());
      if (first_ == 0 || !is_piece(first_ - 1)) break;
      --first_;
    }
    return std::move(best_);
  }

  void extend(std::size_t line, const std::string& before) {
    for (const std::string& piece : pieces(line)) {
      const std::string label = before + piece;
      const std::string body = index_.key(label).body;
      if (!may_begin_row(body)) continue;
      if (line >= values_ && line > first_ && !piece_is_empty_at_end(piece, line) && index_.is_row(body) &&
          (!best_ || best_->lines() < line - first_ + 1)) {
        best_ = Span{first_, line, label};
      }
      const std::size_t next = line + 1;
      if (next - first_ < most_lines && (next == values_ || is_piece(next))) extend(next, label);
    }
  }

  /// The last character may be half of a regional word, which is made standard as a whole: 資｜訊.
  [[nodiscard]] bool may_begin_row(std::string_view body) const {
    return index_.begins_row(body) || index_.begins_row(body.substr(0, text::scalar_begin(body, body.size() - 1)));
  }

  /// A line below the values that adds nothing belongs to another row.
  [[nodiscard]] bool piece_is_empty_at_end(const std::string& piece, std::size_t line) const {
    return piece.empty() && line > values_;
  }

  void take(const Span& span, std::size_t values) {
    if (joined_.rows.empty()) {
      joined_.rows = rows_;
      joined_.tokens = tokens_;
      joined_.taken_by.resize(rows_.size());
      for (std::size_t i = 0; i < rows_.size(); ++i) joined_.taken_by[i] = i;
    }
    joined_.rows[values] = row_of(span, values);
    joined_.tokens[values] = tokens_of_row(span, values);
    for (std::size_t i = span.first; i <= span.last; ++i) {
      joined_.taken_by[i] = values;
      if (i == values) continue;
      joined_.rows[i].kind = RowKind::rule;
      joined_.rows[i].cells.clear();
      joined_.tokens[i] = {};
    }
  }

  /// The label's place is its piece beside the values, or that nearest to them.
  [[nodiscard]] PhysicalCell label_cell(const Span& span, std::size_t values) const {
    const auto text_in = [&](std::size_t i) -> const PhysicalCell* {
      for (std::size_t c = tokens_[i].tokens.size(); c-- > 0;) {
        if (!is_text(tokens_[i].tokens[c])) continue;
        if (span.label.find(rows_[i].cells[c].text) != std::string::npos) return &rows_[i].cells[c];
      }
      return nullptr;
    };
    const PhysicalCell* place = text_in(values);
    for (std::size_t i = values; place == nullptr && i-- > span.first;) place = text_in(i);
    for (std::size_t i = values + 1; place == nullptr && i <= span.last; ++i) place = text_in(i);
    PhysicalCell cell = place != nullptr ? *place : PhysicalCell{};
    cell.text = span.label;
    cell.contiguous = false;
    return cell;
  }

  [[nodiscard]] PhysicalRow row_of(const Span& span, std::size_t values) const {
    PhysicalRow row = rows_[values];
    row.kind = RowKind::cells;
    row.line = {rows_[span.first].line.begin, rows_[span.last].line.end};
    row.cells = {label_cell(span, values)};
    for (std::size_t c = 0; c < rows_[values].cells.size(); ++c) {
      if (!is_text(tokens_[values].tokens[c])) row.cells.push_back(rows_[values].cells[c]);
    }
    return row;
  }

  [[nodiscard]] TokenRow tokens_of_row(const Span& span, std::size_t values) const {
    TokenRow row;
    Token label;
    label.kind = TokenKind::label;
    label.key = index_.key(span.label);
    const auto found = index_.find(label.key.body);
    label.candidates.assign(found.begin(), found.end());
    row.tokens.push_back(std::move(label));
    for (const Token& token : tokens_[values].tokens) {
      if (!is_text(token)) row.tokens.push_back(token);
    }
    row.numbers = tokens_[values].numbers;
    row.labels = 1;
    return row;
  }

  /// Lines of labels do not cut a table in two.
  void heal_runs() {
    std::optional<std::size_t> before;
    for (std::size_t i = 0; i < joined_.rows.size(); ++i) {
      PhysicalRow& row = joined_.rows[i];
      if (joined_.taken_by[i] != i) continue;
      if (row.kind == RowKind::line && !joined_.tokens[i].prose) continue;
      const bool cells = row.kind == RowKind::cells && is_aligned(row);
      if (cells && before) row.run = joined_.rows[*before].run;
      before = cells ? std::optional(i) : std::nullopt;
    }
  }

  const std::vector<PhysicalRow>& rows_;
  const std::vector<TokenRow>& tokens_;
  const standard::LabelIndex& index_;
  JoinedRows joined_;
  std::size_t values_ = 0;
  std::size_t first_ = 0;
  std::optional<Span> best_;
};

}  // namespace

JoinedRows join_wrapped_rows(const std::vector<PhysicalRow>& rows, const std::vector<TokenRow>& tokens,
                             const standard::LabelIndex& index) {
  return Joiner(rows, tokens, index).join();
}

}  // namespace nianbao::report
