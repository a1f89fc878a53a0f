// Colours by meaning. Must not know LSP's numbers or an editor's columns.
#include "features/semantic_tokens.h"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <optional>
#include <utility>

#include "features/law_tokens.h"
#include "syntax/cursor.h"
#include "text/forward_lines.h"

namespace nianbao::features {
namespace {

using syntax::NodeKind;

/// A report has some thousands; what has more is no report, and its end stays uncoloured.
constexpr std::size_t most_tokens = 200'000;

std::optional<TokenType> type_of(NodeKind kind) {
  switch (kind) {
    case NodeKind::h1_marker:
    case NodeKind::h2_marker:
    case NodeKind::h3_marker:
    case NodeKind::h4_marker:
    case NodeKind::ordinal:
      return TokenType::mark;
    case NodeKind::title:
      return TokenType::heading;
    case NodeKind::article_reference:
    case NodeKind::document_number:
      return TokenType::citation;
    case NodeKind::title_citation:
      return TokenType::law;
    case NodeKind::date:
    case NodeKind::period:
      return TokenType::date;
    case NodeKind::quantity:
      return TokenType::number;
    case NodeKind::comment_line:
      return TokenType::comment;
    case NodeKind::pipe:
    case NodeKind::pipe_delimiter_row:
    case NodeKind::page_break:
      return TokenType::structure;
    default:
      return std::nullopt;
  }
}

bool is_cell(NodeKind kind) {
  return kind == NodeKind::pipe_cell || kind == NodeKind::tsv_cell || kind == NodeKind::flat_cell ||
         kind == NodeKind::aligned_cell;
}

/// Tokens that may lie in each other: the inner ones show, the outer ones around them.
class Painter {
 public:
  explicit Painter(const text::Text& text) : text_(text) {}

  void add(text::ByteRange range, TokenType type, std::uint32_t modifiers = 0) {
    if (!range.empty() && coats_.size() + layer_.size() < most_tokens) layer_.push_back({range, type, modifiers});
  }

  /// What follows lies on top of what was added so far, where two have the same range.
  void begin_layer() {
    // Most layers come in order: a text has tens of thousands of marks and few cells.
    if (!std::ranges::is_sorted(layer_, lies_under)) sort_layer();
    std::vector<Token> merged;
    merged.reserve(coats_.size() + layer_.size());
    std::ranges::merge(coats_, layer_, std::back_inserter(merged), lies_under);
    coats_ = std::move(merged);
    layer_.clear();
  }

  std::vector<Token> take() {
    begin_layer();
    for (const Token& coat : coats_) {
      while (!open_.empty() && open_.back().range.end <= coat.range.begin) close();
      if (!open_.empty()) show_until(coat.range.begin);
      open_.push_back(coat);
      // One that runs over the end of the one around it is cut there.
      if (open_.size() > 1) {
        text::ByteRange& inner = open_.back().range;
        inner.end = std::min(inner.end, open_[open_.size() - 2].range.end);
      }
      at_ = std::max(at_, coat.range.begin);
    }
    while (!open_.empty()) close();
    return std::move(tokens_);
  }

 private:
  static bool lies_under(const Token& a, const Token& b) {
    return a.range.begin != b.range.begin ? a.range.begin < b.range.begin : a.range.end > b.range.end;
  }

  /// What was added later stays behind its equals.
  void sort_layer() {
    std::vector<std::size_t> order(layer_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, [&](std::size_t a, std::size_t b) {
      if (lies_under(layer_[a], layer_[b])) return true;
      return !lies_under(layer_[b], layer_[a]) && a < b;
    });
    std::vector<Token> sorted;
    sorted.reserve(order.size());
    for (const std::size_t at : order) sorted.push_back(layer_[at]);
    layer_ = std::move(sorted);
  }

  void close() {
    show_until(open_.back().range.end);
    open_.pop_back();
  }

  /// Paints what is on top from where painting stands, line by line.
  void show_until(text::Offset end) {
    text::Offset begin = std::max(at_, open_.back().range.begin);
    end = std::min(end, open_.back().range.end);
    while (begin < end) {
      const text::Offset stop = std::min(end, text_.full_line(lines_.line_of(begin)).end);
      show({begin, stop});
      if (stop <= begin) break;
      begin = stop;
    }
    at_ = std::max(at_, end);
  }

  void show(text::ByteRange range) {
    const std::string_view bytes = text_.bytes();
    const auto is_blank = [](char byte) { return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n'; };
    while (range.begin < range.end && is_blank(bytes[range.begin])) ++range.begin;
    while (range.end > range.begin && is_blank(bytes[range.end - 1])) --range.end;
    if (!range.empty()) tokens_.push_back({range, open_.back().type, open_.back().modifiers});
  }

  const text::Text& text_;
  std::vector<Token> coats_;  ///< of the layers below, in the order of `lies_under`
  std::vector<Token> layer_;
  text::ForwardLines lines_{text_};
  std::vector<Token> open_;
  std::vector<Token> tokens_;
  text::Offset at_ = 0;
};

void add_syntax(const syntax::Tree& tree, Painter& painter) {
  syntax::Cursor cursor(tree);
  for (bool more = cursor.next(); more;) {
    const syntax::Node& node = cursor.node();
    if (const auto type = type_of(node.kind)) {
      const bool declares = *type == TokenType::heading;
      painter.add(node.range, *type, declares ? bit_of(TokenModifier::declaration) : 0);
    }
    // Cells are coloured by what the form says of them.
    const bool closed = is_cell(node.kind) || node.kind == NodeKind::pipe_delimiter_row;
    more = closed ? cursor.skip() : cursor.next();
  }
}

void add_grid(const View& view, const report::Grid& grid, Painter& painter) {
  const standard::Form& form = view.standard.form(grid.form);
  for (const report::LabelReading& label : grid.labels) painter.add(label.range, TokenType::label);
  for (const report::RowReading& row : grid.rows) {
    if (row.present) painter.add(row.label, TokenType::label);
  }
  for (const report::CellReading& cell : grid.cells) {
    if (cell.state != report::CellState::number && cell.state != report::CellState::malformed) continue;
    const bool total = cell.cell < form.cells.size() && form.cells[cell.cell].is_total;
    std::uint32_t modifiers = total ? bit_of(TokenModifier::readonly) : 0;
    if (cell.state == report::CellState::malformed) modifiers |= bit_of(TokenModifier::deprecated);
    painter.add(cell.range, total ? TokenType::total : TokenType::number, modifiers);
  }
}

}  // namespace

std::string_view name_of(TokenType type) {
  switch (type) {
    case TokenType::heading:
      return "namespace";
    case TokenType::label:
      return "property";
    case TokenType::number:
      return "number";
    case TokenType::total:
      return "enumMember";
    case TokenType::citation:
      return "macro";
    case TokenType::law:
      return "class";
    case TokenType::date:
      return "string";
    case TokenType::mark:
      return "keyword";
    case TokenType::structure:
      return "operator";
    case TokenType::comment:
      return "comment";
  }
  return "property";
}

std::string_view name_of(TokenModifier modifier) {
  switch (modifier) {
    case TokenModifier::declaration:
      return "declaration";
    case TokenModifier::readonly:
      return "readonly";
    case TokenModifier::deprecated:
      return "deprecated";
  }
  return "declaration";
}

std::vector<Token> semantic_tokens(const View& view) {
  Painter painter(view.snapshot.text);
  const report::Report& report = view.report();
  if (report.title) painter.add(report.title->range, TokenType::heading, bit_of(TokenModifier::declaration));
  painter.begin_layer();
  if (view.snapshot.tree != nullptr) add_syntax(*view.snapshot.tree, painter);
  painter.begin_layer();
  for (const report::Grid& grid : report.grids) add_grid(view, grid, painter);
  painter.begin_layer();
  for (const Token& token : law_tokens(view)) painter.add(token.range, token.type, token.modifiers);
  return painter.take();
}

}  // namespace nianbao::features
