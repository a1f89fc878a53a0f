// The arithmetic of one row, column, group or cell, written out with the numbers of this report.
// Must not know any relation by name.
#include "features/arithmetic.h"

#include <algorithm>
#include <cstdlib>
#include <string>

#include "rules/relations.h"

namespace nianbao::features {
namespace {

using report::Decimal;
using standard::CellIndex;
using standard::CellSpec;

/// More terms than this are not written out; zeros are left out first.
constexpr std::size_t most_terms = 8;

enum class Scope : std::uint8_t { none, row, column, group, item };

std::string_view name_of(Scope scope) {
  switch (scope) {
    case Scope::row:
      return "hover.here.row";
    case Scope::column:
      return "hover.here.column";
    case Scope::group:
      return "hover.here.group";
    default:
      return "hover.here.item";
  }
}

class Writer {
 public:
  Writer(const rules::Context& context, const rules::Cells& cells) : context_(context), cells_(cells) {}

  /// 46＋8－3; empty where there are too many terms to be read.
  [[nodiscard]] std::string side(const standard::Expression& expression) const {
    std::vector<Decimal> parts;
    for (const standard::Term& term : expression.terms) {
      const Decimal value = cells_.value(term.cell).value_or(Decimal{});
      parts.push_back({value.scaled * term.factor});
    }
    if (expression.constant != 0) parts.push_back(Decimal::of(expression.constant));
    if (parts.size() > most_terms) std::erase_if(parts, [](Decimal part) { return part.scaled == 0; });
    if (parts.size() > most_terms) return {};
    std::string out;
    for (const Decimal part : parts) {
      const bool minus = part.scaled < 0;
      if (!out.empty()) out += context_.say(minus ? "hover.minus" : "hover.plus");
      out += to_string(out.empty() ? part : Decimal{std::abs(part.scaled)});
    }
    return out.empty() ? "0" : out;
  }

  [[nodiscard]] std::string line(const rules::Instance& instance, Scope scope) const {
    const standard::Condition& then = instance.relation->then;
    const bool broken = instance.standing == rules::Standing::broken;
    const std::string here = context_.say(name_of(scope));
    const bool total_left = then.left.terms.size() == 1 && then.left.constant == 0;
    const bool total_right = then.right.terms.size() == 1 && then.right.constant == 0;
    if (!total_left && !total_right) {
      const std::string difference = to_string(Decimal{std::abs(instance.residual.scaled)});
      return context_.say(
          broken ? "hover.balance.fails" : "hover.balance.holds",
          {{"here", here}, {"left", side(then.left)}, {"right", side(then.right)}, {"difference", difference}});
    }
    const Decimal total = total_left ? instance.left : instance.right;
    const Decimal result = total_left ? instance.right : instance.left;
    const CellIndex cell = total_left ? then.left.terms.front().cell : then.right.terms.front().cell;
    std::string sum = side(total_left ? then.right : then.left);
    const bool elided = sum.empty();
    if (elided) sum = context_.say("hover.sum.elided", {{"result", to_string(result)}});
    const std::string_view id = !broken ? "hover.sum.holds" : elided ? "hover.sum.fails-elided" : "hover.sum.fails";
    return context_.say(id, {{"here", here},
                             {"sum", sum},
                             {"total", to_string(total)},
                             {"result", to_string(result)},
                             {"label", total_label(cell, scope)}});
  }

 private:
  /// Within a row the total is told by its column, within a column by its row.
  [[nodiscard]] std::string total_label(CellIndex cell, Scope scope) const {
    const CellSpec& spec = context_.form->cells[cell];
    const bool by_column = scope == Scope::row || spec.row.empty();
    return context_.label(by_column ? spec.column : spec.row);
  }

  const rules::Context& context_;
  const rules::Cells& cells_;
};

bool in_group(const standard::Form& form, std::string_view id, std::string_view group) {
  // Parents nest two deep in the forms; the bound only guards against a loop in the data.
  for (int depth = 0; depth < 4 && !id.empty(); ++depth) {
    if (id == group) return true;
    const standard::Entry* entry = form.entry(id);
    if (entry == nullptr) return false;
    id = entry->parent;
  }
  return false;
}

Scope scope_of(const standard::Form& form, const standard::Relation& relation, const standard::Entry& entry) {
  const std::vector<CellIndex> cells = rules::cells_of(relation);
  if (cells.empty()) return Scope::none;
  const auto all = [&](auto&& test) {
    return std::ranges::all_of(cells, [&](CellIndex c) { return test(form.cells[c]); });
  };
  const auto any = [&](auto&& test) {
    return std::ranges::any_of(cells, [&](CellIndex c) { return test(form.cells[c]); });
  };
  const std::string& id = entry.id;
  if (any([](const CellSpec& cell) { return cell.column.empty(); })) {
    return any([&](const CellSpec& cell) { return cell.row == id; }) ? Scope::item : Scope::none;
  }
  if (any([](const CellSpec& cell) { return cell.row.empty(); })) {
    if (entry.kind == standard::EntryKind::column_group) {
      return all([&](const CellSpec& cell) { return in_group(form, cell.column, id); }) ? Scope::group : Scope::none;
    }
    return any([&](const CellSpec& cell) { return cell.column == id; }) ? Scope::group : Scope::none;
  }
  if (all([&](const CellSpec& cell) { return cell.row == id; })) return Scope::row;
  if (all([&](const CellSpec& cell) { return cell.column == id; })) return Scope::column;
  return Scope::none;
}

/// For a cell: a sum along its row is told as the row's, anything else as the column's.
Scope scope_of_cells(const standard::Form& form, const std::vector<CellIndex>& cells) {
  const CellSpec& first = form.cells[cells.front()];
  if (first.column.empty()) return Scope::item;
  if (first.row.empty()) return Scope::group;
  const bool one_row = std::ranges::all_of(cells, [&](CellIndex cell) { return form.cells[cell].row == first.row; });
  return one_row ? Scope::row : Scope::column;
}

bool is_told(const rules::Instance& instance) {
  const standard::Relation& relation = *instance.relation;
  return relation.kind == standard::RelationKind::equality && relation.when.empty() && instance.complete &&
         instance.standing != rules::Standing::unknown && relation.then.left.fold == standard::Fold::sum &&
         relation.then.right.fold == standard::Fold::sum;
}

}  // namespace

std::vector<std::string> arithmetic_of_entry(const rules::Context& context, const standard::Entry& entry) {
  const rules::Cells cells(*context.form, context.report);
  const Writer writer(context, cells);
  std::vector<std::string> broken;
  std::vector<std::string> holding;
  for (const rules::Instance& instance : rules::evaluate(*context.form, cells)) {
    if (!is_told(instance)) continue;
    const Scope scope = scope_of(*context.form, *instance.relation, entry);
    if (scope == Scope::none) continue;
    (instance.standing == rules::Standing::broken ? broken : holding).push_back(writer.line(instance, scope));
  }
  broken.insert(broken.end(), std::make_move_iterator(holding.begin()), std::make_move_iterator(holding.end()));
  return broken;
}

std::vector<std::string> failing_arithmetic_of_cell(const rules::Context& context, standard::CellIndex cell) {
  const rules::Cells cells(*context.form, context.report);
  const Writer writer(context, cells);
  std::vector<std::string> lines;
  for (const rules::Instance& instance : rules::evaluate(*context.form, cells)) {
    if (!is_told(instance) || instance.standing != rules::Standing::broken) continue;
    const std::vector<CellIndex> members = rules::cells_of(*instance.relation);
    if (std::ranges::find(members, cell) == members.end()) continue;
    lines.push_back(writer.line(instance, scope_of_cells(*context.form, members)));
  }
  return lines;
}

}  // namespace nianbao::features
