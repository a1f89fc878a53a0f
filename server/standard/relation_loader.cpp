// "relations" and "notes" of a form → Relation, one per id of for_each, with cells looked up.
// A cell is written row/column; {x} stands for the id of the instance.
#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "standard/loaders.h"

namespace nianbao::standard {
namespace {

constexpr std::string_view placeholder = "{x}";

std::optional<RelationKind> relation_kind_of(std::string_view name) {
  constexpr std::array<std::string_view, 5> names{"equality", "inequality", "implication", "cross_year", "aggregate"};
  const auto found = std::ranges::find(names, name);
  if (found == names.end()) return std::nullopt;
  return static_cast<RelationKind>(found - names.begin());
}

std::optional<Comparison> comparison_of(std::string_view name) {
  if (name == "=") return Comparison::equal;
  if (name == "<=") return Comparison::less_equal;
  if (name == ">=") return Comparison::greater_equal;
  if (name == ">") return Comparison::greater;
  if (name == "<") return Comparison::less;
  return std::nullopt;
}

std::optional<Fold> fold_of(std::string_view name) {
  if (name == "sum") return Fold::sum;
  if (name == "max") return Fold::max;
  return std::nullopt;
}

/// Reads the formulas of one relation for one instance.
class FormulaReader {
 public:
  FormulaReader(const Form& form, std::string_view instance) : form_(form), instance_(instance) {}

  [[nodiscard]] Condition condition(const Node& node) const {
    Condition result;
    node.with("left", [&](const Node& side) { result.left = expression(side); });
    result.comparison = closed_word(node, "op", comparison_of);
    node.with("right", [&](const Node& side) { result.right = expression(side); });
    return result;
  }

 private:
  /// [[cell, factor], …], or {"fold", "terms", "constant"} where more than a sum is meant.
  [[nodiscard]] Expression expression(const Node& node) const {
    Expression result;
    if (node.is_array()) {
      terms(node, result);
      return result;
    }
    if (node.has("fold")) result.fold = closed_word(node, "fold", fold_of);
    result.constant = node.optional_integer("constant");
    if (node.has("terms")) node.with("terms", [&](const Node& list) { terms(list, result); });
    return result;
  }

  void terms(const Node& list, Expression& result) const {
    result.terms.reserve(list.size());
    list.each([&](const Node& pair) {
      Term term;
      std::size_t position = 0;
      pair.each([&](const Node& part) {
        if (position == 0) term.cell = cell(part);
        if (position == 1) term.factor = part.integer();
        ++position;
      });
      if (position != 2) pair.fail("expected [cell, factor]");
      result.terms.push_back(term);
    });
  }

  [[nodiscard]] CellIndex cell(const Node& node) const {
    const std::string reference = with_instance(node.text());
    const std::size_t slash = reference.find('/');
    if (slash == std::string::npos) {
      node.fail("expected row/column");
      return 0;
    }
    const std::string_view view = reference;
    const auto found = form_.cell(view.substr(0, slash), view.substr(slash + 1));
    if (!found) node.fail(fmt::format("unknown cell \"{}\"", reference));
    return found.value_or(CellIndex{0});
  }

  [[nodiscard]] std::string with_instance(std::string reference) const {
    const std::size_t at = reference.find(placeholder);
    if (at != std::string::npos) reference.replace(at, placeholder.size(), instance_);
    return reference;
  }

  const Form& form_;
  std::string_view instance_;
};

Relation load_instance(const Node& node, const Form& form, const std::string& instance) {
  Relation relation;
  relation.id = node.text("id");
  relation.instance = instance;
  relation.rule = node.text("rule");
  relation.kind = closed_word(node, "kind", relation_kind_of);
  if (relation.kind != RelationKind::aggregate) relation.table = closed_word(node, "table", table_id_of);
  relation.severity = closed_word(node, "severity", severity_of);
  relation.confidence = closed_word(node, "confidence", confidence_of);
  relation.rationale = node.text("rationale");
  relation.risk = node.optional_text("risk");
  const FormulaReader reader(form, instance);
  node.optional_each("when", [&](const Node& condition) { relation.when.push_back(reader.condition(condition)); });
  if (relation.kind != RelationKind::aggregate || node.has("then")) {
    node.with("then", [&](const Node& condition) { relation.then = reader.condition(condition); });
  }
  return relation;
}

void check_rule(const Node& node, const Standard& standard, std::string_view rule) {
  if (standard.rule(rule) == nullptr) node.fail("rule", fmt::format("unknown rule \"{}\"", rule));
}

RelationNote load_note(const Node& node) {
  RelationNote note;
  note.id = node.text("id");
  note.kind = node.text("kind");
  note.rule = node.text("rule");
  note.formula = node.text("formula");
  note.severity = closed_word(node, "severity", severity_of);
  note.confidence = closed_word(node, "confidence", confidence_of);
  note.rationale = node.text("rationale");
  note.risk = node.optional_text("risk");
  return note;
}

void check_new(const Node& node, std::vector<std::string>& ids) {
  std::string id = node.text("id");
  if (std::ranges::find(ids, id) != ids.end()) node.fail("id", fmt::format("duplicate relation \"{}\"", id));
  ids.push_back(std::move(id));
}

}  // namespace

void load_relations(const Node& node, const Standard& standard, Form& form) {
  std::vector<std::string> ids;
  node.each("relations", [&](const Node& relation) {
    check_new(relation, ids);
    check_rule(relation, standard, relation.text("rule"));
    if (!relation.has("for_each")) {
      form.relations.push_back(load_instance(relation, form, ""));
      return;
    }
    relation.each("for_each", [&](const Node& instance) {
      const std::string id = instance.text();
      if (form.entry(id) == nullptr) instance.fail(fmt::format("unknown entry \"{}\"", id));
      form.relations.push_back(load_instance(relation, form, id));
    });
  });
  node.optional_each("notes", [&](const Node& entry) {
    check_new(entry, ids);
    form.notes.push_back(load_note(entry));
    const std::string& rule = form.notes.back().rule;
    if (!rule.empty()) check_rule(entry, standard, rule);
  });
}

}  // namespace nianbao::standard
