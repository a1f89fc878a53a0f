#include "cli/explain.h"

#include <algorithm>
#include <optional>
#include <set>

#include "features/law_page.h"
#include "features/pages.h"
#include "report/citations.h"
#include "rules/wording.h"
#include "text/normalise.h"
#include "text/numeral.h"
#include "text/utf8.h"

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
          {"form", form.name},
          {"label", entry.label},
          {"definition", entry.definition},
          {"definitionEn", entry.definition_en},
          {"confidence", standard::name_of(entry.definition_confidence)},
          {"basis", std::move(basis)},
          {"note", entry.note}};
}

Explanation of_rule(const standard::RuleSpec& rule) {
  return {features::rule_page_uri(rule.id), {}, {}, {}, rule_facts(rule)};
}

Explanation of_entry(const standard::Form& form, const standard::Entry& entry) {
  return {features::entry_page_uri(form, entry), {}, {}, {}, entry_facts(form, entry)};
}

/// 第二十三条第一款: the article and the paragraph that was named.
std::string paragraph_name(const standard::Article& article, const report::Citation& cited) {
  return cited.paragraph == 0 ? article.label : article.label + "第" + text::chinese_numeral(cited.paragraph) + "款";
}

/// 第三十六条第八项 where the article has none.
std::string missing_of(const standard::Article& article, const report::Citation& cited) {
  if (cited.resolution != report::Resolution::unknown_part) return {};
  std::string place = paragraph_name(article, cited);
  if (cited.item != 0) place += "第" + text::chinese_numeral(std::max(cited.item, cited.last_item)) + "项";
  return place;
}

/// Summary of the item or paragraph that was named, with its name.
std::string lead_of(const standard::Article& article, const report::Citation& cited) {
  if (cited.paragraph == 0 && cited.item == 0) return {};
  const std::string place = paragraph_name(article, cited);
  for (const auto& paragraph : article.paragraphs) {
    if (cited.paragraph != 0 && paragraph.number != cited.paragraph) continue;
    if (cited.item == 0) return place + "　" + paragraph.summary;
    for (const auto& item : paragraph.items) {
      if (text::read_numeral(item.number).value == cited.item)
        return place + "第" + item.number + "项　" + item.summary;
    }
  }
  return {};
}

/// 36 and 第三十六条 are of the regulation in force; 行政复议法第二十三条 names its law.
std::string as_citation(std::string_view query) {
  std::string normal = text::normalise_label(query);
  const text::Numeral number = text::read_numeral(normal);
  if (number.length > 0 && number.length == normal.size()) return "条例第" + normal + "条";
  if (!normal.starts_with("第")) return normal;
  // 第492号令第二十一条 names its law, 第三十六条 does not.
  const std::string_view behind = std::string_view(normal).substr(std::string_view("第").size());
  constexpr std::string_view decree = "号令";
  const std::size_t digits = text::read_numeral(behind).length;
  if (!behind.substr(digits).starts_with(decree)) return "条例" + normal;
  return "国务院令第" + std::string(behind.substr(0, digits)) + "号" +
         std::string(behind.substr(digits + decree.size()));
}

/// On the very 款 or 项 that was named; false where a whole article was.
bool rests_on_part(const standard::Entry& entry, const standard::Law& law, const report::Citation& cited) {
  if (cited.paragraph == 0 && cited.item == 0) return false;
  return std::ranges::any_of(entry.basis, [&](const standard::LegalBasis& basis) {
    if (basis.law_id != law.id || basis.article != cited.article) return false;
    if (cited.paragraph != 0 && basis.paragraph != 0 && basis.paragraph != cited.paragraph) return false;
    if (cited.item == 0) return basis.paragraph == cited.paragraph;
    const std::int64_t item = text::read_numeral(basis.item).value;
    return item >= cited.item && item <= std::max(cited.item, cited.last_item);
  });
}

void add_provision(const report::Citation& cited, const standard::Law& law, const standard::Standard& standard,
                   std::vector<Explanation>& found) {
  for (std::int32_t number = cited.article; number <= cited.last_article; ++number) {
    const standard::Article* article = law.article(number);
    if (article == nullptr || found.size() >= most_explanations) continue;
    Json facts = article_facts(law, *article);
    std::string missing = missing_of(*article, cited);
    if (!missing.empty()) facts["missing"] = missing;
    std::vector<std::string> labels;
    Json ids = Json::array();
    for (const features::CitingEntry& row : features::citing_entries(standard, *article)) {
      if (!rests_on_part(*row.entry, law, cited)) continue;
      if (std::ranges::find(labels, row.entry->label) == labels.end()) labels.push_back(row.entry->label);
      ids.push_back(row.entry->id);
    }
    if (!ids.empty()) facts["partRows"] = std::move(ids);
    found.push_back({features::law_page_uri(law, number), lead_of(*article, cited), std::move(missing),
                     std::move(labels), std::move(facts)});
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
      add_provision(cited, *law, standard, found);
    } else if (!articles && found.empty()) {
      found.push_back({features::law_page_uri(*law), {}, {}, {}, law_facts(*law)});
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

/// Letters and digits of a label: what somebody types who looks for it.
std::string letters_of(std::string_view label) {
  const std::string whole = bare(label);
  std::string letters;
  for (std::size_t at = 0; at < whole.size();) {
    const text::Scalar scalar = text::scalar_at(whole, at);
    const char32_t c = scalar.value;
    if (rules::is_han(c) || rules::is_ascii_digit(c) || rules::is_ascii_letter(c))
      letters += whole.substr(at, scalar.length);
    at += scalar.length;
  }
  return letters;
}

/// 三安全一稳定, 逾期不补正: the words of a label are enough, in their order.
void add_entries_with_words(std::string_view query, const standard::Standard& standard,
                            std::vector<Explanation>& found) {
  constexpr std::size_t shortest = 6;  // bytes: two characters
  const std::string wanted = letters_of(query);
  if (wanted.size() < shortest) return;
  std::set<std::string> seen;
  for_each_entry(standard, [&](const standard::Form& form, const standard::Entry& entry) {
    const std::string label = letters_of(entry.label);
    std::size_t at = 0;  // of `wanted`: how much of it the label has in order
    for (std::size_t i = 0; i < label.size() && at < wanted.size();) {
      const std::size_t length = text::scalar_at(label, i).length;
      const std::size_t next = text::scalar_at(wanted, at).length;
      if (label.compare(i, length, wanted, at, next) == 0) at += next;
      i += length;
    }
    if (at < wanted.size() || found.size() >= most_explanations || !seen.insert(entry.id).second) return;
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
  if (found.empty()) add_entries_with_words(query, standard, found);
  return found;
}

}  // namespace nianbao::cli
