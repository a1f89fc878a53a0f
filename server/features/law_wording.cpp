// What an article says, line by line.
#include "features/law_wording.h"

#include "standard/law_library.h"
#include "text/numeral.h"

namespace nianbao::features {
namespace {

const standard::ArticleWording* exact(const rules::Context& context, const standard::Law& law,
                                      const standard::Article& article) {
  const standard::LawText* text = standard::text_for(law, context.report.year);
  return text != nullptr ? text->article(article.number) : nullptr;
}

std::string paragraph_mark(const rules::Context& context, std::size_t count, std::int32_t number) {
  if (count < 2) return {};
  return context.say("hover.paragraph", {{"n", text::chinese_numeral(number)}});
}

std::vector<WordingLine> lines_of(const rules::Context& context, const standard::ArticleWording& wording) {
  std::vector<WordingLine> lines;
  std::int32_t number = 0;
  for (const standard::ParagraphWording& paragraph : wording.paragraphs) {
    ++number;
    lines.push_back({number, 0, paragraph_mark(context, wording.paragraphs.size(), number), paragraph.text});
    for (const standard::ItemWording& item : paragraph.items) {
      lines.push_back({number, item.number, context.say("hover.item-mark", {{"n", text::chinese_numeral(item.number)}}),
                       item.text});
    }
  }
  return lines;
}

std::vector<WordingLine> lines_of(const rules::Context& context, const standard::Article& article) {
  std::vector<WordingLine> lines;
  for (const standard::ArticleParagraph& paragraph : article.paragraphs) {
    lines.push_back(
        {paragraph.number, 0, paragraph_mark(context, article.paragraphs.size(), paragraph.number), paragraph.summary});
    for (const standard::ArticleItem& item : paragraph.items) {
      lines.push_back({paragraph.number, text::read_numeral(item.number).value,
                       context.say("hover.item-mark", {{"n", item.number}}), item.summary});
    }
  }
  return lines;
}

}  // namespace

bool is_exact(const rules::Context& context, const standard::Law& law, const standard::Article& article) {
  return exact(context, law, article) != nullptr;
}

std::vector<WordingLine> wording_of(const rules::Context& context, const standard::Law& law,
                                    const standard::Article& article) {
  const standard::ArticleWording* wording = exact(context, law, article);
  return wording != nullptr ? lines_of(context, *wording) : lines_of(context, article);
}

std::string provenance_of(const rules::Context& context, const standard::Law& law, const standard::Article& article) {
  if (!is_exact(context, law, article)) return context.say("hover.paraphrase");
  return context.say("law.exact", {{"file", standard::text_for(law, context.report.year)->file}});
}

}  // namespace nianbao::features
