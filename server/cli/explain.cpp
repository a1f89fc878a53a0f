#include "cli/explain.h"

#include <algorithm>
#include <optional>
#include <set>

#include "cli/article_reference.h"
#include "features/pages.h"
#include "text/normalise.h"

namespace nianbao::cli {
namespace {

constexpr std::string_view regulation = "711";

Json rule_facts(const standard::RuleSpec& rule) {
  return {{"kind", "rule"},          {"id", rule.id},       {"severity", standard::name_of(rule.severity)},
          {"fixable", rule.fixable}, {"title", rule.title}, {"titleEn", rule.title_en}};
}

Json paragraphs_of(const standard::Article& article) {
  Json paragraphs = Json::array();
  for (const auto& paragraph : article.paragraphs) {
    Json items = Json::array();
    for (const auto& item : paragraph.items) items.push_back({{"number", item.number}, {"summary", item.summary}});
    paragraphs.push_back({{"number", paragraph.number}, {"summary", paragraph.summary}, {"items", std::move(items)}});
  }
  return paragraphs;
}

Json article_facts(const standard::Law& law, const standard::Article& article) {
  return {{"kind", "article"},
          {"law", law.name},
          {"lawNumber", law.law_no},
          {"article", article.number},
          {"label", article.label},
          {"caption", article.caption},
          {"confidence", standard::name_of(article.confidence)},
          {"paragraphs", paragraphs_of(article)},
          {"rows", article.cited_by}};
}

Json entry_facts(const standard::Form& form, const standard::Entry& entry) {
  Json basis = Json::array();
  for (const auto& one : entry.basis) {
    basis.push_back({{"law", one.law},
                     {"lawNumber", one.law_no},
                     {"article", one.article == 0 ? Json(nullptr) : Json(one.article)},
                     {"paragraph", one.paragraph == 0 ? Json(nullptr) : Json(one.paragraph)},
                     {"item", one.item.empty() ? Json(nullptr) : Json(one.item)},
                     {"confidence", standard::name_of(one.confidence)}});
  }
  return {{"kind", "entry"},
          {"id", entry.id},
          {"form", standard::name_of(form.id)},
          {"label", entry.label},
          {"definition", entry.definition},
          {"definitionEn", entry.definition_en},
          {"confidence", standard::name_of(entry.definition_confidence)},
          {"basis", std::move(basis)},
          {"note", entry.note}};
}

Explanation of_rule(const standard::RuleSpec& rule) {
  return {features::rule_page_uri(rule.id), {}, rule_facts(rule)};
}

Explanation of_entry(const standard::Form& form, const standard::Entry& entry) {
  return {features::entry_page_uri(form, entry), {}, entry_facts(form, entry)};
}

/// Summary of the item or paragraph that was named, with its name.
std::string lead_of(const standard::Article& article, const ArticleReference& reference) {
  for (const auto& paragraph : article.paragraphs) {
    if (reference.paragraph != 0 && paragraph.number != reference.paragraph) continue;
    if (reference.item == 0) {
      return reference.paragraph == 0 ? std::string() : paragraph.summary;
    }
    for (const auto& item : paragraph.items) {
      if (read_number_word(item.number) == reference.item) {
        return article.label + "第" + item.number + "项　" + item.summary;
      }
    }
  }
  return {};
}

std::optional<Explanation> of_article(std::string_view query, const standard::Standard& standard) {
  const auto reference = read_article_reference(query);
  if (!reference) return std::nullopt;
  const bool is_regulation = reference->law.empty() || reference->law == "条例";
  const standard::Law* law = standard.law(is_regulation ? regulation : std::string_view(reference->law));
  const standard::Article* article = law == nullptr ? nullptr : law->article(reference->article);
  if (article == nullptr) return std::nullopt;
  return Explanation{features::article_page_uri(*law, article->number), lead_of(*article, *reference),
                     article_facts(*law, *article)};
}

/// Newest form first: what is in force stands before what was.
template <typename Visit>
void for_each_entry(const standard::Standard& standard, Visit visit) {
  for (auto form = standard.forms.rbegin(); form != standard.forms.rend(); ++form) {
    for (const auto& entry : form->entries) visit(*form, entry);
  }
}

void add_entries_with_id(std::string_view id, const standard::Standard& standard, std::vector<Explanation>& found) {
  bool done = id.empty();
  for_each_entry(standard, [&](const standard::Form& form, const standard::Entry& entry) {
    if (done || entry.id != id) return;
    found.push_back(of_entry(form, entry));
    done = true;
  });
}

std::string bare(std::string_view label) {
  const std::string normal = text::normalise_label(label);
  return std::string(text::strip_ordinal(normal));
}

/// Rows that share a label come all; the same row of an older form does not come again.
void add_entries_with_label(std::string_view query, const standard::Standard& standard,
                            std::vector<Explanation>& found) {
  const std::string wanted = bare(query);
  if (wanted.empty()) return;
  std::set<std::string> seen;
  for_each_entry(standard, [&](const standard::Form& form, const standard::Entry& entry) {
    const bool fits =
        bare(entry.label) == wanted || std::any_of(entry.variants.begin(), entry.variants.end(),
                                                   [&](const std::string& variant) { return bare(variant) == wanted; });
    if (!fits || found.size() >= most_explanations || !seen.insert(entry.id).second) return;
    found.push_back(of_entry(form, entry));
  });
}

void add_rules(std::string_view query, const standard::Standard& standard, std::vector<Explanation>& found) {
  if (const auto* rule = standard.rule(query)) {
    found.push_back(of_rule(*rule));
    return;
  }
  std::string group(query);
  if (group.ends_with("/*")) group.resize(group.size() - 2);
  group += "/";
  for (const auto& rule : standard.rules) {
    if (rule.id.starts_with(group)) found.push_back(of_rule(rule));
  }
}

}  // namespace

std::vector<Explanation> explain(std::string_view query, const standard::Standard& standard) {
  std::vector<Explanation> found;
  if (query.empty()) return found;
  add_rules(query, standard, found);
  if (!found.empty()) return found;
  if (auto article = of_article(query, standard)) {
    found.push_back(std::move(*article));
    return found;
  }
  add_entries_with_id(query, standard, found);
  const std::size_t slash = query.find('/');
  if (found.empty() && slash != std::string_view::npos) {
    add_entries_with_id(query.substr(0, slash), standard, found);
    add_entries_with_id(query.substr(slash + 1), standard, found);
  }
  if (found.empty()) add_entries_with_label(query, standard, found);
  return found;
}

}  // namespace nianbao::cli
