// law/unknown-article: an article, 款 or 项 that the cited law does not have.
// Must not know any law: only those whose articles are all in the data are judged.
#include <algorithm>

#include "rules/families.h"
#include "rules/law_common.h"
#include "standard/law_in_force.h"
#include "text/numeral.h"

namespace nianbao::rules {
namespace {

using report::Citation;
using standard::Severity;

constexpr std::string_view rule_id = "law/unknown-article";
constexpr std::int32_t first_year_of_forms = 2019;

/// Certain where the law is named right before, and the name can only mean this law.
bool is_certain(const Context& context, const Citation& citation) {
  const bool bound = citation.binding == report::Binding::named || citation.binding == report::Binding::listed;
  if (!bound || !citation.name) return false;
  const report::NameForm form = context.report.citations[*citation.name].form;
  if (form == report::NameForm::full || form == report::NameForm::defined) return true;
  return context.report.year && *context.report.year >= first_year_of_forms;
}

std::string number_text(const Context& context, std::size_t number) {
  return context.options.locale == Locale::en ? std::to_string(number)
                                              : text::chinese_numeral(static_cast<std::int32_t>(number));
}

std::string article_message(const Context& context, const standard::Law& law, const Citation& citation) {
  std::int32_t unknown = citation.article;
  while (unknown < citation.last_article && law.article(unknown) != nullptr) ++unknown;
  return context.say(rule_id, {{"law", short_name_of(context, law)},
                               {"count", number_text(context, law.articles.size())},
                               {"article", text::chinese_numeral(unknown)}});
}

std::string part_message(const Context& context, const standard::Law& law, const Citation& citation) {
  const standard::Article& article = *law.article(citation.article);
  const std::size_t paragraphs = article.paragraphs.size();
  const bool wrong_paragraph = citation.paragraph > static_cast<std::int32_t>(paragraphs);
  std::size_t items = 0;
  for (const standard::ArticleParagraph& paragraph : article.paragraphs) {
    if (citation.paragraph == 0 || paragraph.number == citation.paragraph) items += paragraph.items.size();
  }
  const std::string place = short_name_of(context, law) + article.label;
  const std::int32_t part = wrong_paragraph ? citation.paragraph : std::max(citation.item, citation.last_item);
  const std::string_view id = wrong_paragraph ? "law/unknown-article.paragraph"
                              : items == 0    ? "law/unknown-article.no-items"
                                              : "law/unknown-article.item";
  return context.say(id, {{"place", place},
                          {"count", number_text(context, wrong_paragraph ? paragraphs : items)},
                          {"part", text::chinese_numeral(part)}});
}

/// 第492号令 is cited by mistake for a later year (law/superseded says so), its articles are those of the law in force.
bool is_meant_of_current_law(const Context& context, const standard::Law& law, const Citation& citation) {
  const std::int32_t ended = standard::year_of(law.repealed);
  if (!context.report.year || ended == 0 || ended > *context.report.year || law.replaced_by.empty()) return false;
  const standard::Law* current = context.standard.law(law.replaced_by);
  return current != nullptr && current->article(citation.article) != nullptr;
}

void check(const Context& context, Sink& sink) {
  for (const Citation& citation : context.report.citations) {
    const bool unknown = citation.resolution == report::Resolution::unknown_article ||
                         citation.resolution == report::Resolution::unknown_part;
    if (!unknown || citation.kind != report::CitationKind::provision) continue;
    const standard::Law* law = law_of(context, citation);
    if (law == nullptr || citation.binding == report::Binding::none) continue;
    if (is_meant_of_current_law(context, *law, citation)) continue;
    if (citation.resolution == report::Resolution::unknown_article) {
      Finding finding = law_finding(rule_id, citation.range, article_message(context, *law, citation));
      finding.severity = is_certain(context, citation) ? Severity::error : Severity::warning;
      sink.add(std::move(finding));
    } else {
      Finding finding = law_finding(rule_id, citation.range, part_message(context, *law, citation));
      finding.severity = Severity::warning;
      sink.add(std::move(finding));
    }
  }
}

}  // namespace

RuleFamily law_article_family() {
  return {{rule_id}, check};
}

}  // namespace nianbao::rules
