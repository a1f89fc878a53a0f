// rules.json, words/*.json and messages/*.json.
#include <set>
#include <utility>

#include <fmt/format.h>

#include "standard/loaders.h"

namespace nianbao::standard {

std::vector<RuleSpec> load_rules(const Node& node) {
  std::vector<RuleSpec> rules;
  std::set<std::string, std::less<>> ids;
  node.each("rules", [&](const Node& entry) {
    RuleSpec rule;
    rule.id = entry.text("id");
    rule.severity = closed_word(entry, "severity", severity_of);
    rule.fixable = entry.optional_flag("fixable");
    rule.title = entry.text("title");
    rule.title_en = entry.text("title_en");
    if (entry.has("words")) {
      entry.with("words", [&](const Node& words) {
        words.each_member(
            [&](const std::string& name, const Node&) { rule.words[name] = words.optional_texts(name.c_str()); });
      });
    }
    if (!ids.insert(rule.id).second) entry.fail("id", fmt::format("duplicate rule \"{}\"", rule.id));
    rules.push_back(std::move(rule));
  });
  return rules;
}

std::vector<WordVariant> load_word_variants(const Node& node) {
  std::vector<WordVariant> variants;
  std::set<std::string, std::less<>> seen;
  node.each("variants", [&](const Node& entry) {
    WordVariant variant{entry.text("from"), entry.text("to")};
    if (variant.from.empty() || variant.from == variant.to) entry.fail("from", "a variant must change something");
    if (!seen.insert(variant.from).second) entry.fail("from", fmt::format("duplicate variant \"{}\"", variant.from));
    variants.push_back(std::move(variant));
  });
  return variants;
}

CitationWords load_citation_words(const Node& node) {
  CitationWords words;
  const auto names = [&](const char* key, std::vector<NameOfLaw>& list) {
    node.each(key, [&](const Node& entry) { list.push_back({entry.text("name"), entry.text("law")}); });
  };
  names("short_names", words.short_names);
  names("wrong_names", words.wrong_names);
  words.country = node.text("country");
  words.defining = node.optional_texts("defining");
  words.before_short_name = node.optional_texts("before_short_name");
  words.former = node.optional_texts("former");
  words.same = node.optional_texts("same");
  words.local = node.optional_texts("local");
  words.law_endings = node.optional_texts("law_endings");
  words.connectors = node.optional_texts("connectors");
  words.number_openings = node.optional_texts("number_openings");
  words.other_numbers = node.optional_texts("other_numbers");
  words.numbers_with_ordinal = node.optional_texts("numbers_with_ordinal");
  return words;
}

std::map<std::string, std::string, std::less<>> load_messages(const Node& node) {
  std::map<std::string, std::string, std::less<>> messages;
  node.each_member(
      [&](const std::string& id, const Node& text) { messages.emplace_hint(messages.end(), id, text.text()); });
  return messages;
}

}  // namespace nianbao::standard
