// law/*.json → Law.
#include <algorithm>
#include <utility>

#include "standard/loaders.h"

namespace nianbao::standard {
namespace {

ArticleParagraph load_paragraph(const Node& node) {
  ArticleParagraph paragraph;
  paragraph.number = node.integer("number");
  paragraph.summary = node.text("summary");
  node.optional_each("items",
                     [&](const Node& item) { paragraph.items.push_back({item.text("number"), item.text("summary")}); });
  return paragraph;
}

Article load_article(const Node& node) {
  Article article;
  article.number = node.integer("number");
  article.label = node.text("label");
  article.chapter = node.optional_text("chapter");
  article.caption = node.text("caption");
  article.confidence = closed_word(node, "confidence", confidence_of);
  article.note = node.optional_text("note");
  node.each("paragraphs", [&](const Node& paragraph) { article.paragraphs.push_back(load_paragraph(paragraph)); });
  node.optional_each("successors", [&](const Node& number) { article.successors.push_back(number.integer()); });
  return article;
}

}  // namespace

Law load_law(const Node& node) {
  Law law;
  law.id = node.text("id");
  law.name = node.text("name");
  law.aliases = node.optional_texts("aliases");
  law.law_no = node.text("law_no");
  law.in_force = node.optional_text("in_force");
  law.repealed = node.optional_text("repealed");
  law.replaced_by = node.optional_text("replaced_by");
  law.complete = node.optional_flag("complete");
  law.parts_complete = node.optional_flag("parts_complete");
  law.url = node.optional_text("url");
  law.note = node.optional_text("note");
  node.each("articles", [&](const Node& article) {
    law.articles.push_back(load_article(article));
    const std::size_t count = law.articles.size();
    if (count > 1 && law.articles[count - 2].number >= law.articles[count - 1].number) {
      article.fail("number", "articles must stand in ascending order, each once");
    }
  });
  return law;
}

}  // namespace nianbao::standard
