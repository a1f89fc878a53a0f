// How a place in the law is named and summed up in one line. Must not know reports.
#include "features/citation.h"

#include "text/numeral.h"

namespace nianbao::features {
namespace {

const standard::Article* article_of(const rules::Context& context, const standard::LegalBasis& basis) {
  const standard::Law* law = context.standard.law(basis.law_id);
  return law != nullptr ? law->article(basis.article) : nullptr;
}

/// What the place says: the item's summary, the paragraph's where the article has several, else the caption.
std::string summary_of(const standard::Article& article, const standard::LegalBasis& basis) {
  if (!basis.item.empty()) {
    for (const standard::ArticleParagraph& paragraph : article.paragraphs) {
      if (basis.paragraph != 0 && paragraph.number != basis.paragraph) continue;
      for (const standard::ArticleItem& item : paragraph.items) {
        if (item.number == basis.item) return item.summary;
      }
    }
  }
  return article.caption;
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
  std::string citation = cite(context, basis);
  if (basis.confidence != standard::Confidence::seen) {
    const bool recalled = basis.confidence == standard::Confidence::recalled;
    citation += " `" + context.say(recalled ? "hover.mark.recalled" : "hover.mark.interpretation") + "`";
  }
  std::string text = basis.note;
  if (text.empty()) {
    if (const standard::Article* article = article_of(context, basis)) text = summary_of(*article, basis);
  }
  if (text.empty()) return citation;
  return context.say("hover.basis-line", {{"citation", citation}, {"text", text}});
}

std::vector<std::string> counting_advice(const rules::Context& context, const standard::Entry& entry) {
  std::vector<std::string> lines;
  for (const std::string_view group : {"hover.counts.", "hover.mistake."}) {
    const std::string id = std::string(group) + entry.id;
    if (context.knows(id)) lines.push_back(context.say(id));
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

}  // namespace nianbao::features
