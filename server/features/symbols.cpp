// The outline of a report: title, parts, sub-headings, tables and their rows. Must not know LSP.
#include "features/symbols.h"

#include <utility>

#include "features/outline.h"
#include "features/sums.h"
#include "text/utf8.h"

namespace nianbao::features {
namespace {

using Kind = OutlineNode::Kind;

/// A heading that runs on is cut: an outline is read at a glance.
constexpr std::size_t longest_name_bytes = 150;
/// Values of a row that are shown behind it.
constexpr std::size_t most_values = 1;

SymbolKind kind_of(Kind kind) {
  switch (kind) {
    case Kind::section:
      return SymbolKind::heading;
    case Kind::table:
      return SymbolKind::table;
    case Kind::group:
      return SymbolKind::group;
    case Kind::columns:
      return SymbolKind::column;
    case Kind::row:
      break;
  }
  return SymbolKind::row;
}

std::string brief(std::string name) {
  if (name.size() <= longest_name_bytes) return name;
  name.resize(text::scalar_begin(name, longest_name_bytes));
  return name + "…";
}

class Maker {
 public:
  explicit Maker(const View& view) : view_(view), context_(view.context()) {
    for (const standard::FormId id : rules::forms_of(view.report()))
      sums_.emplace_back(view.standard.form(id), view.report());
  }

  std::vector<Symbol> all(std::vector<OutlineNode> nodes) {
    std::vector<Symbol> symbols;
    symbols.reserve(nodes.size());
    for (OutlineNode& node : nodes) symbols.push_back(symbol_of(std::move(node)));
    return symbols;
  }

 private:
  Symbol symbol_of(OutlineNode node) {
    Symbol symbol;
    symbol.kind = kind_of(node.kind);
    symbol.range = node.range;
    symbol.selection = node.name;
    symbol.name = brief(name_of(node));
    if (symbol.name.empty()) symbol.name = context_.say("symbol.nameless");
    symbol.detail = detail_of(node);
    if (node.heading && !view_.report().headings[*node.heading].section.empty()) symbol.kind = SymbolKind::part;
    symbol.children = all(std::move(node.children));
    return symbol;
  }

  [[nodiscard]] std::string name_of(const OutlineNode& node) const {
    if (node.heading) return std::string(view_.snapshot.text.slice(node.name));
    if (node.row != nullptr) return node.row->label_text;
    const standard::Form& form = view_.standard.form(node.grid->form);
    if (node.kind == Kind::table) {
      const standard::TableSpec* table = form.table(node.grid->table);
      return table == nullptr ? std::string() : table->name + " " + table->title;
    }
    const standard::Entry* entry = form.entry(node.entry);
    return entry == nullptr ? std::string() : entry->label;
  }

  /// Of a table how many sums hold; of a row or a group of columns its total, or its only value.
  [[nodiscard]] std::string detail_of(const OutlineNode& node) const {
    if (node.grid == nullptr) return {};
    if (node.kind == Kind::table) {
      for (const FormSums& sums : sums_) {
        if (sums.form().id != node.grid->form) continue;
        const Tally tally = sums.tally(node.grid->table);
        if (tally.holding + tally.broken == 0) return {};
        return context_.say("symbol.sums", {{"holding", std::to_string(tally.holding)},
                                            {"count", std::to_string(tally.holding + tally.broken)}});
      }
      return {};
    }
    const standard::Form& form = view_.standard.form(node.grid->form);
    const report::CellReading* total = nullptr;
    std::size_t values = 0;
    for (const report::CellReading& cell : node.grid->cells) {
      if (cell.cell >= form.cells.size() || cell.text.empty() || !belongs(form, form.cells[cell.cell], node)) continue;
      ++values;
      if (form.cells[cell.cell].is_total || values <= most_values) total = &cell;
    }
    const bool one = total != nullptr && (values == 1 || form.cells[total->cell].is_total);
    return one ? total->text : std::string();
  }

  static bool belongs(const standard::Form& form, const standard::CellSpec& cell, const OutlineNode& node) {
    if (node.kind == Kind::row) return cell.row == node.entry;
    if (node.kind != Kind::columns) return false;
    const standard::Entry* column = form.entry(cell.column);
    return column != nullptr && column->parent == node.entry;
  }

  const View& view_;
  rules::Context context_;
  std::vector<FormSums> sums_;
};

}  // namespace

std::vector<Symbol> document_symbols(const View& view) {
  std::vector<Symbol> symbols = Maker(view).all(outline(view));
  const std::optional<report::Title>& title = view.report().title;
  if (!title || title->text.empty()) return symbols;
  Symbol whole;
  whole.kind = SymbolKind::report;
  whole.name = brief(title->text);
  whole.range = {0, view.snapshot.text.size()};
  whole.selection = title->range;
  whole.children = std::move(symbols);
  std::vector<Symbol> out;
  out.push_back(std::move(whole));
  return out;
}

}  // namespace nianbao::features
