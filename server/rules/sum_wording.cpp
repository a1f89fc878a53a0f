// How relations, cells and sums are put into words: 46＋8＋0＝54, “重复申请”行“自然人”列.
// Must not know any cell, row or table by name: the templates are data.
#include "rules/sum_wording.h"

#include <algorithm>
#include <tuple>

namespace nianbao::rules {
namespace {

using report::Decimal;
using standard::CellIndex;

constexpr std::size_t many_terms = 5;

/// 46＋8－3; a negative value in brackets.
std::string terms_text(const SumScene& scene, const standard::Expression& side) {
  const bool zh = scene.context.options.locale == Locale::zh;
  std::string text;
  for (const standard::Term& term : side.terms) {
    const bool minus = term.factor < 0;
    if (!text.empty()) {
      text += zh ? (minus ? "－" : "＋") : (minus ? " - " : " + ");
    } else if (minus) {
      text += zh ? "－" : "-";
    }
    const bool negative = scene.value(term.cell) < Decimal{};
    if (negative) text += zh ? "（" : "(";
    text += number_text(scene.context, scene.value(term.cell));
    if (negative) text += zh ? "）" : ")";
  }
  return text;
}

Decimal result_of(const SumScene& scene, const standard::Expression& side) {
  Decimal result = Decimal::of(side.constant);
  for (const standard::Term& term : side.terms) result.scaled += scene.value(term.cell).scaled * term.factor;
  return result;
}

void add_terms(const SumScene& scene, const standard::Expression& side, std::string_view prefix,
               ArgumentList& arguments) {
  for (std::size_t i = 0; i < side.terms.size(); ++i) {
    arguments.emplace_back(std::string(prefix) + std::to_string(i + 1),
                           number_text(scene.context, scene.value(side.terms[i].cell)));
  }
}

std::string largest_name(const SumScene& scene, const standard::Relation& relation) {
  const std::vector<standard::Term>& terms = relation.then.right.terms;
  if (terms.empty()) return {};
  const auto largest = std::max_element(terms.begin(), terms.end(), [&](const auto& a, const auto& b) {
    return scene.value(a.cell) < scene.value(b.cell);
  });
  return part_name(scene, cells_of(relation), largest->cell);
}

ArgumentList arguments_of(const SumScene& scene, const Instance& instance) {
  const standard::Relation& relation = *instance.relation;
  const Context& context = scene.context;
  const Decimal distance{instance.residual.scaled < 0 ? -instance.residual.scaled : instance.residual.scaled};
  const std::string amount = number_text(context, distance);
  const CellIndex marked = marked_cell(scene, relation);
  ArgumentList arguments = {
      {"left", number_text(context, instance.left)},
      {"right", number_text(context, instance.right)},
      {"left-terms", terms_text(scene, relation.then.left)},
      {"right-terms", terms_text(scene, relation.then.right)},
      {"difference", amount},
      {"delta", context.say(instance.residual < Decimal{} ? "sum/short" : "sum/over", {{"amount", amount}})},
      {"label", part_name(scene, cells_of(relation), marked)},
      {"instance", relation.instance.empty() ? std::string() : context.label(relation.instance)},
      {"largest", largest_name(scene, relation)},
  };
  add_terms(scene, relation.then.left, "l", arguments);
  add_terms(scene, relation.then.right, "r", arguments);
  if (!relation.then.right.terms.empty()) {
    arguments.emplace_back("other", part_name(scene, cells_of(relation), relation.then.right.terms.front().cell));
  }
  if (!relation.when.empty()) {
    arguments.emplace_back("when", number_text(context, result_of(scene, relation.when.front().left)));
  }
  return arguments;
}

}  // namespace

std::string number_text(const Context& context, Decimal value) {
  std::string text = report::to_string(value);
  if (context.options.locale != Locale::zh || text.empty() || text.front() != '-') return text;
  std::string full_width = "－";
  full_width.append(text, 1);
  return full_width;
}

std::string cell_name(const SumScene& scene, CellIndex cell) {
  const standard::CellSpec& spec = scene.form.cells[cell];
  const std::string row = spec.row.empty() ? std::string() : scene.context.label(spec.row);
  const std::string column = spec.column.empty() ? std::string() : scene.context.label(spec.column);
  if (row.empty()) return scene.context.say("sum/name.column", {{"column", column}});
  if (column.empty()) return scene.context.say("sum/name.row", {{"row", row}});
  return scene.context.say("sum/name.cell", {{"row", row}, {"column", column}});
}

std::string part_name(const SumScene& scene, const std::vector<CellIndex>& among, CellIndex cell) {
  const standard::CellSpec& spec = scene.form.cells[cell];
  if (spec.row.empty()) return scene.context.label(spec.column);
  if (spec.column.empty()) return scene.context.label(spec.row);
  const auto same = [&](auto member) {
    return std::all_of(among.begin(), among.end(),
                       [&](CellIndex other) { return scene.form.cells[other].*member == spec.*member; });
  };
  if (same(&standard::CellSpec::row)) return scene.context.label(spec.column);
  if (same(&standard::CellSpec::column)) return scene.context.label(spec.row);
  return cell_name(scene, cell);
}

std::string cell_id(const standard::Form& form, CellIndex cell) {
  return form.cells[cell].row + "/" + form.cells[cell].column;
}

CellIndex marked_cell(const SumScene& scene, const standard::Relation& relation) {
  for (const standard::Condition& condition : relation.when) {
    for (const standard::Term& term : condition.left.terms) {
      if (scene.value(term.cell) != Decimal{}) return term.cell;
    }
  }
  const std::vector<CellIndex> cells = cells_of(relation);
  if (relation.kind != standard::RelationKind::equality || relation.then.left.terms.size() == 1) {
    return cells.empty() ? CellIndex{0} : cells.front();
  }
  const auto total =
      std::find_if(cells.begin(), cells.end(), [&](CellIndex cell) { return scene.form.cells[cell].is_total; });
  return total != cells.end() ? *total : cells.front();
}

std::string relation_text(const SumScene& scene, const Instance& instance, std::string_view suffix) {
  const standard::Relation& relation = *instance.relation;
  const std::string ending = suffix.empty() ? std::string() : "." + std::string(suffix);
  const std::string own = relation.rule + "." + relation.id + ending;
  const std::string general = relation.rule + ending;
  return scene.context.say_list(scene.context.knows(own) ? own : general, arguments_of(scene, instance));
}

void sort_related(std::vector<Related>& related) {
  std::sort(related.begin(), related.end(), [](const Related& a, const Related& b) {
    return std::tuple(a.range, std::string_view(a.message)) < std::tuple(b.range, std::string_view(b.message));
  });
}

std::vector<Related> related_cells(const SumScene& scene, const standard::Relation& relation) {
  const std::vector<CellIndex> cells = cells_of(relation);
  const CellIndex marked = marked_cell(scene, relation);
  const bool balance = relation.then.left.terms.size() > 1;
  std::vector<Related> related;
  for (const CellIndex cell : cells) {
    const report::CellReading* reading = scene.cells.reading(cell);
    if (reading == nullptr || (cell == marked && !balance)) continue;
    if (cells.size() > many_terms + 1 && scene.value(cell) == Decimal{}) continue;
    related.push_back(
        {reading->range, part_name(scene, cells, cell) + " " + number_text(scene.context, scene.value(cell))});
  }
  sort_related(related);
  return related;
}

}  // namespace nianbao::rules
