#include "cli/explain.h"

#include <algorithm>
#include <optional>
#include <set>

#include "features/law_page.h"
#include "features/pages.h"
#include "report/citations.h"
#include "text/normalise.h"
#include "text/numeral.h"

namespace nianbao::cli {
namespace {

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

Json law_facts(const standard::Law& law) {
  Json articles = Json::array();
  for (const auto& article : law.articles)
    articles.push_back({{"article", article.number}, {"caption", article.caption}});
  return {{"kind", "law"},           {"law", law.name},          {"lawNumber", law.law_no},
          {"inForce", law.in_force}, {"repealed", law.repealed}, {"articles", std::move(articles)}};
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
std::string lead_of(const standard::Article& article, const report::Citation& cited) {
  for (const auto& paragraph : article.paragraphs) {
    if (cited.paragraph != 0 && paragraph.number != cited.paragraph) continue;
    if (cited.item == 0) return cited.paragraph == 0 ? std::string() : paragraph.summary;
    for (const auto& item : paragraph.items) {
      if (text::read_numeral(item.number).value == cited.item) {
        return article.label + "第" + item.number + "项　" + item.summary;
      }
    }
  }
  return {};
}

/// 36 and 第三十六条 are of the regulation in force; 行政复议法第二十三条 names its law.
std::string as_citation(std::string_view query) {
  const std::string normal = text::normalise_label(query);
  const text::Numeral number = text::read_numeral(normal);
  if (number.length > 0 && number.length == normal.size()) return "条例第" + normal + "条";
  return normal.starts_with("第") ? "条例" + normal : normal;
}

void add_provision(const report::Citation& cited, const standard::Law& law, std::vector<Explanation>& found) {
  for (std::int32_t number = cited.article; number <= cited.last_article; ++number) {
    const standard::Article* article = law.article(number);
    if (article == nullptr || found.size() >= most_explanations) continue;
    found.push_back({features::law_page_uri(law, number), lead_of(*article, cited), article_facts(law, *article)});
  }
}

/// Articles, lists and ranges of them, whole laws by name or number.
void add_law(std::string_view query, const standard::Standard& standard, std::vector<Explanation>& found) {
  const text::Text text(as_citation(query));
  const auto citations = report::find_citations(report::Flow(text), standard, std::nullopt);
  if (citations.empty() || citations.back().range.end != text.size()) return;
  const bool articles =
      std::ranges::any_of(citations, [](const auto& one) { return one.kind == report::CitationKind::provision; });
  for (const report::Citation& cited : citations) {
    const standard::Law* law = cited.law.empty() ? nullptr : standard.law(cited.law);
    if (law == nullptr) continue;
    if (cited.kind == report::CitationKind::provision) {
      add_provision(cited, *law, found);
    } else if (!articles && found.empty()) {
      found.push_back({features::law_page_uri(*law), {}, law_facts(*law)});
    }
  }
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
  add_law(query, standard, found);
  if (!found.empty()) return found;
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
