// The parts of the loader, one per kind of file; private to standard/.
// Order matters: laws and rules first, forms refer to both.
#pragma once

#include <string_view>
#include <vector>

#include "standard/json_reader.h"
#include "standard/standard.h"

namespace nianbao::standard {

[[nodiscard]] Law load_law(const Node& node);

[[nodiscard]] std::vector<RuleSpec> load_rules(const Node& node);

[[nodiscard]] std::vector<WordVariant> load_word_variants(const Node& node);

[[nodiscard]] CitationWords load_citation_words(const Node& node);

[[nodiscard]] std::map<std::string, std::string, std::less<>> load_messages(const Node& node);

/// `standard` holds laws and rules already. Relations included.
[[nodiscard]] Form load_form(const Node& node, const Standard& standard);

/// Relations of a form whose cells and entries stand and are indexed.
void load_relations(const Node& node, const Standard& standard, Form& form);

/// Forms are loaded already, as subjects name cells.
[[nodiscard]] FactWords load_facts(const Node& node, const Standard& standard);

/// The value of a closed vocabulary, or a problem that names what was found. `parse` is one of the functions of ids.h.
template <typename Parse>
auto closed_word(const Node& node, const char* key, Parse parse) {
  const std::string name = node.text(key);
  const auto value = parse(name);
  if (!value) node.fail(key, "unknown value \"" + name + "\"");
  return value.value_or(typename decltype(value)::value_type{});
}

}  // namespace nianbao::standard
