// words/facts.json: the words of counts, and the cells that each subject means.
#include <algorithm>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "standard/loaders.h"

namespace nianbao::standard {
namespace {

constexpr std::array<std::pair<std::string_view, WordRole>, 22> roles{{{"noun", WordRole::noun},
                                                                       {"phase", WordRole::phase},
                                                                       {"and", WordRole::conjunction},
                                                                       {"filler", WordRole::filler},
                                                                       {"total", WordRole::total},
                                                                       {"own", WordRole::own},
                                                                       {"whole_year", WordRole::whole_year},
                                                                       {"wide", WordRole::wide},
                                                                       {"part_year", WordRole::part_year},
                                                                       {"other_year", WordRole::other_year},
                                                                       {"comparison", WordRole::comparison},
                                                                       {"limit", WordRole::limit},
                                                                       {"through", WordRole::through},
                                                                       {"channel", WordRole::channel},
                                                                       {"parts", WordRole::parts},
                                                                       {"closed_parts", WordRole::closed_parts},
                                                                       {"open", WordRole::open},
                                                                       {"rest", WordRole::rest},
                                                                       {"overlap", WordRole::overlap},
                                                                       {"share", WordRole::share},
                                                                       {"rate", WordRole::rate},
                                                                       {"none", WordRole::none}}};

std::optional<WordRole> role_of(std::string_view name) {
  const auto found = std::find_if(roles.begin(), roles.end(), [&](const auto& role) { return role.first == name; });
  return found == roles.end() ? std::nullopt : std::optional(found->second);
}

/// These act and say nothing of what is counted; of the others, a class named like its role does the same.
bool only_acts(WordRole role, std::string_view word_class) {
  switch (role) {
    case WordRole::filler:
    case WordRole::conjunction:
    case WordRole::total:
    case WordRole::own:
    case WordRole::whole_year:
    case WordRole::parts:
    case WordRole::closed_parts:
    case WordRole::open:
    case WordRole::overlap:
      return true;
    case WordRole::none:
      return word_class == "none";
    default:
      return false;
  }
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

class FactsLoader {
 public:
  explicit FactsLoader(const Standard& standard) : standard_(standard) {}

  FactWords run(const Node& node) {
    node.with("units", [&](const Node& units) { load_units(units); });
    node.with("approximate", [&](const Node& words) {
      facts_.before_approximate = words.optional_texts("before");
      facts_.after_approximate = words.optional_texts("after");
    });
    node.each("words", [&](const Node& group) { load_group(group); });
    node.each("subjects", [&](const Node& subject) { load_subject(subject); });
    facts_.build_index(std::move(words_));
    return std::move(facts_);
  }

 private:
  void load_units(const Node& node) {
    for (std::string& text : node.optional_texts("counts")) {
      facts_.units.push_back({std::move(text), UnitKind::count, 1});
    }
    for (std::string& text : node.optional_texts("other"))
      facts_.units.push_back({std::move(text), UnitKind::other, 1});
    node.with("money", [&](const Node& money) {
      money.each_member([&](const std::string& text, const Node& factor) {
        facts_.units.push_back({text, UnitKind::money, factor.integer()});
      });
    });
  }

  void load_group(const Node& node) {
    const std::string name = node.text("class");
    const auto role = node.has("role") ? role_of(node.text("role")) : std::optional(WordRole::noun);
    if (!role) return node.fail("role", "unknown value \"" + node.text("role") + "\"");
    FactWord word{{}, class_of(node, name), *role, topic_of(node), !only_acts(*role, name), false};
    word.absorbs = node.optional_flag("absorbs");
    for (const std::string& text : node.optional_texts("words")) {
      add(node, word, text);
      std::string regional = text;
      for (const WordVariant& variant : standard_.word_variants) {
        regional = replaced(std::move(regional), variant.to, variant.from);
      }
      if (regional != text && !seen_.contains(regional)) add(node, word, regional);
    }
  }

  void add(const Node& node, FactWord word, const std::string& text) {
    if (!seen_.insert(text).second) return node.fail("words", fmt::format("\"{}\" stands there twice", text));
    word.text = text;
    words_.push_back(std::move(word));
  }

  WordClass class_of(const Node& node, const std::string& name) {
    const auto found = std::find(facts_.classes.begin(), facts_.classes.end(), name);
    if (found != facts_.classes.end()) return static_cast<WordClass>(found - facts_.classes.begin());
    if (facts_.classes.size() == max_word_classes) node.fail("class", "too many classes of words");
    facts_.classes.push_back(name);
    return static_cast<WordClass>(std::min(facts_.classes.size(), max_word_classes) - 1);
  }

  std::uint8_t topic_of(const Node& node) {
    const std::string name = node.optional_text("topic");
    const auto found = std::find(facts_.topics.begin(), facts_.topics.end(), name);
    if (found != facts_.topics.end()) return static_cast<std::uint8_t>(found - facts_.topics.begin());
    facts_.topics.push_back(name);
    return static_cast<std::uint8_t>(facts_.topics.size() - 1);
  }

  void add_class(const Node& node, const std::string& name, ClassSet& set) {
    const auto found = std::find(facts_.classes.begin(), facts_.classes.end(), name);
    if (found == facts_.classes.end()) return node.fail(fmt::format("unknown class \"{}\"", name));
    set.set(static_cast<std::size_t>(found - facts_.classes.begin()));
  }

  void load_subject(const Node& node) {
    CountSubject subject;
    subject.id = node.text("id");
    subject.name = node.text("name");
    subject.name_en = node.text("name_en");
    subject.topic = topic_of(node);
    subject.units = node.optional_texts("units");
    subject.negatable = node.optional_flag("negatable");
    subject.cells.resize(standard_.forms.size());
    node.each("needs", [&](const Node& group) {
      ClassSet set;
      group.each([&](const Node& name) { add_class(name, name.text(), set); });
      subject.allowed |= set;
      subject.needs.push_back(set);
    });
    for (const std::string& name : node.optional_texts("allows")) add_class(node, name, subject.allowed);
    node.with("cells", [&](const Node& cells) {
      cells.each_member([&](const std::string& form, const Node& sums) { load_sums(form, sums, subject); });
    });
    facts_.subjects.push_back(std::move(subject));
  }

  void load_sums(const std::string& form_name, const Node& node, CountSubject& subject) {
    const Form* named = standard_.form_named(form_name);
    if (named == nullptr) return node.fail(fmt::format("unknown form \"{}\"", form_name));
    const Form& form = *named;
    node.each([&](const Node& sum) {
      Expression expression;
      sum.each([&](const Node& term) { load_term(form, term, expression); });
      subject.cells[static_cast<std::size_t>(form.id)].push_back(std::move(expression));
    });
  }

  /// row/column, or -row/column to subtract.
  static void load_term(const Form& form, const Node& node, Expression& expression) {
    const std::string written = node.text();
    const bool minus = written.starts_with("-");
    const std::string_view name = std::string_view(written).substr(minus ? 1 : 0);
    const std::size_t slash = name.find('/');
    const auto cell =
        slash == std::string_view::npos ? std::nullopt : form.cell(name.substr(0, slash), name.substr(slash + 1));
    if (!cell) return node.fail(fmt::format("unknown cell \"{}\"", written));
    expression.terms.push_back({*cell, minus ? -1 : 1});
  }

  const Standard& standard_;
  FactWords facts_;
  std::vector<FactWord> words_;
  std::set<std::string, std::less<>> seen_;
};

}  // namespace

FactWords load_facts(const Node& node, const Standard& standard) {
  return FactsLoader(standard).run(node);
}

}  // namespace nianbao::standard
