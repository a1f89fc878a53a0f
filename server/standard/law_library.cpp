// Puts texts of the user's own library beside our summaries.
#include "standard/law_library.h"

#include <algorithm>
#include <string>
#include <utility>

#include "standard/law_in_force.h"
#include "text/normalise.h"
#include "text/numeral.h"

namespace nianbao::standard {
namespace {

std::string comparable(const Standard& standard, std::string_view name) {
  std::string out = text::normalise_label(name);
  for (std::size_t open = out.find('('); open != std::string::npos; open = out.find('(')) {
    const std::size_t close = out.find(')', open);
    out.erase(open, close == std::string::npos ? std::string::npos : close + 1 - open);
  }
  const std::string& country = standard.citation_words.country;
  if (out.starts_with(country)) out.erase(0, country.size());
  return out;
}

/// By number, else by name: of several versions the one that was in force within a year after the text's date.
Law* owner_of(Standard& standard, const LawText& text) {
  Law* found = nullptr;
  const std::string name = comparable(standard, text.name);
  const std::int32_t year = year_of(text.version);
  for (Law& law : standard.laws) {
    if (!text.number.empty() && law.law_no == text.number) return &law;
    if (comparable(standard, law.name) != name) continue;
    const bool later = found == nullptr || year_of(law.in_force) > year_of(found->in_force);
    const bool fits = year == 0 || year_of(law.in_force) <= year + 1;
    if (found == nullptr || (later && fits)) found = &law;
  }
  return found;
}

/// An article as our data has it, filled with the exact words.
Article article_of(const ArticleWording& wording) {
  Article article;
  article.number = wording.number;
  article.label = "第" + text::chinese_numeral(wording.number) + "条";
  article.chapter = wording.chapter;
  for (const ParagraphWording& paragraph : wording.paragraphs) {
    ArticleParagraph& added = article.paragraphs.emplace_back();
    added.number = static_cast<std::int32_t>(article.paragraphs.size());
    added.summary = paragraph.text;
    for (const ItemWording& item : paragraph.items) {
      added.items.push_back({text::chinese_numeral(item.number), item.text});
    }
  }
  return article;
}

void fill(Law& law, const LawText& text) {
  law.articles.clear();
  for (const ArticleWording& wording : text.articles) law.articles.push_back(article_of(wording));
  law.complete = true;
  law.parts_complete = true;
  law.law_no = text.number;
  law.note = text.file;
}

Law new_law(const LawText& text) {
  Law law;
  law.id = text::normalise_label(text.name);
  law.name = text.name;
  law.from_library = true;
  fill(law, text);
  return law;
}

}  // namespace

void add_law_texts(Standard& standard, std::vector<LawText> texts) {
  std::ranges::sort(texts, [](const LawText& a, const LawText& b) {
    return a.version != b.version ? a.version < b.version : a.file < b.file;
  });
  for (LawText& text : texts) {
    if (text.articles.empty()) continue;
    Law* law = owner_of(standard, text);
    if (law == nullptr) {
      standard.laws.push_back(new_law(text));
      law = &standard.laws.back();
    } else if (law->from_library) {
      fill(*law, text);  // the newest version is what the law says
    }
    law->texts.push_back(std::move(text));
  }
}

const LawText* text_for(const Law& law, std::optional<std::int32_t> report_year) {
  if (law.texts.empty()) return nullptr;
  const LawText* found = &law.texts.front();
  for (const LawText& text : law.texts) {
    const std::int32_t year = year_of(text.version);
    if (!report_year || year == 0 || year <= *report_year) found = &text;
  }
  return found;
}

}  // namespace nianbao::standard
