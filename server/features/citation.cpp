// How a place in the law is named and summed up in one line. Must not know reports.
#include "features/citation.h"

#include "standard/law_in_force.h"
#include "text/numeral.h"

namespace nianbao::features {
namespace {

const standard::Article* article_of(const rules::Context& context, const standard::LegalBasis& basis) {
  const standard::Law* law = context.standard.law(basis.law_id);
  return law != nullptr ? law->article(basis.article) : nullptr;
}

/// What the place says: the summary of the item, of the paragraph, of an article that is one; else the caption.
std::string summary_of(const standard::Article& article, const standard::LegalBasis& basis) {
  if (!basis.item.empty()) {
    for (const standard::ArticleParagraph& paragraph : article.paragraphs) {
      if (basis.paragraph != 0 && paragraph.number != basis.paragraph) continue;
      for (const standard::ArticleItem& item : paragraph.items) {
        if (item.number == basis.item) return item.summary;
      }
    }
  }
  for (const standard::ArticleParagraph& paragraph : article.paragraphs) {
    const bool named = basis.paragraph != 0 && paragraph.number == basis.paragraph;
    const bool whole = article.paragraphs.size() == 1 && paragraph.items.empty();
    if ((named || whole) && basis.item.empty() && !paragraph.summary.empty()) return paragraph.summary;
  }
  return article.caption;
}

/// With the mark of what is not certain.
std::string marked(const rules::Context& context, std::string text, standard::Confidence confidence) {
  if (confidence == standard::Confidence::seen || text.empty()) return text;
  const bool recalled = confidence == standard::Confidence::recalled;
  return text + " `" + context.say(recalled ? "hover.mark.recalled" : "hover.mark.interpretation") + "`";
}

/// The year from which the law holds, where the form was in use before it and the report is not known to be of that
/// year or later; else 0.
std::int32_t since_when(const rules::Context& context, const standard::LegalBasis& basis) {
  const standard::Law* law = context.standard.law(basis.law_id);
  if (law == nullptr || context.form == nullptr) return 0;
  const std::int32_t year = standard::year_of(law->in_force);
  const bool known = context.report.year && *context.report.year >= year;
  return year > context.form->first_year && !known ? year : 0;
}

/// Reports describe a year: what came into force within it counts for all of it.
bool applies_in(const standard::Law& law, std::int32_t year) {
  const std::int32_t until = standard::year_of(law.repealed);
  return standard::year_of(law.in_force) <= year && (until == 0 || year < until);
}

}  // namespace

std::string law_label(const rules::Context& context, const standard::LegalBasis& basis) {
  const std::string id = "hover.law-short." + basis.law_id;
  return context.knows(id) ? context.say(id) : basis.law;
}

std::string cite(const rules::Context& context, const standard::LegalBasis& basis) {
  std::string out = law_label(context, basis);
  if (basis.article == 0) return out;
  const standard::Article* article = article_of(context, basis);
  out += context.say("hover.article", {{"n", text::chinese_numeral(basis.article)}});
  const bool only_paragraph =
      article != nullptr && article->paragraphs.size() == 1 && article->paragraphs.front().number == basis.paragraph;
  if (basis.paragraph != 0 && !only_paragraph) {
    out += context.say("hover.paragraph", {{"n", text::chinese_numeral(basis.paragraph)}});
  }
  if (!basis.item.empty()) out += context.say("hover.item", {{"n", basis.item}});
  return out;
}

std::string basis_line(const rules::Context& context, const standard::LegalBasis& basis) {
  std::string citation = marked(context, cite(context, basis), basis.confidence);
  std::string text = basis.note;
  if (text.empty()) {
    if (const standard::Article* article = article_of(context, basis)) text = summary_of(*article, basis);
  }
  if (const std::int32_t since = since_when(context, basis);
      since > 0 && text.find(std::to_string(since)) == std::string::npos) {
    text = context.say("hover.basis-since", {{"year", std::to_string(since)}, {"text", text}});
  }
  // What introduces items that are not shown here does not end in the air.
  constexpr std::string_view colon = "：";
  if (text.ends_with(colon)) text.resize(text.size() - colon.size());
  if (text.empty()) return citation;
  return context.say("hover.basis-line", {{"citation", citation}, {"text", text}});
}

std::string definition_of(const rules::Context& context, const standard::Entry& entry) {
  const bool english = context.options.locale == rules::Locale::en && !entry.definition_en.empty();
  return marked(context, english ? entry.definition_en : entry.definition, entry.definition_confidence);
}

std::vector<std::string> counting_advice(const rules::Context& context, const standard::Entry& entry) {
  std::vector<std::string> lines;
  for (const std::string_view group : {"hover.counts.", "hover.mistake."}) {
    const std::string id = std::string(group) + entry.id;
    // Columns and with them what is counted may differ between forms.
    const std::string of_form = context.form != nullptr ? id + "." + std::string(context.form->name) : id;
    if (const std::string& best = context.knows(of_form) ? of_form : id; context.knows(best)) {
      lines.push_back(context.say(best));
    }
  }
  return lines;
}

std::vector<const standard::LegalBasis*> by_certainty(const std::vector<standard::LegalBasis>& basis) {
  using standard::Confidence;
  std::vector<const standard::LegalBasis*> sorted;
  sorted.reserve(basis.size());
  for (const Confidence confidence : {Confidence::seen, Confidence::recalled, Confidence::interpretation}) {
    for (const standard::LegalBasis& one : basis) {
      if (one.confidence == confidence) sorted.push_back(&one);
    }
  }
  return sorted;
}

std::vector<const standard::LegalBasis*> basis_of_year(const rules::Context& context,
                                                       const std::vector<standard::LegalBasis>& basis) {
  std::vector<const standard::LegalBasis*> all = by_certainty(basis);
  if (!context.report.year) return all;
  std::vector<const standard::LegalBasis*> applying;
  for (const standard::LegalBasis* one : all) {
    const standard::Law* law = context.standard.law(one->law_id);
    if (law == nullptr || applies_in(*law, *context.report.year)) applying.push_back(one);
  }
  return applying.empty() ? all : applying;
}

}  // namespace nianbao::features
