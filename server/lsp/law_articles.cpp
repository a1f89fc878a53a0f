#include "lsp/law_articles.h"

#include "lsp/writer.h"

namespace nianbao::lsp {

bool read(const Value& value, LawArticlesParams& out) {
  return required(value, "textDocument", out.text_document) && optional(value, "law", out.law);
}

namespace {

Json json_of(const LawArticle& article) {
  return ObjectWriter()
      .put("number", article.number)
      .put("label", article.label)
      .put("caption", article.caption)
      .put("uri", article.uri)
      .put("cited", article.cited)
      .take();
}

}  // namespace

Json json_of(const LawArticles& articles) {
  Json listed = Json::array();
  for (const LawArticle& article : articles.articles) listed.push_back(json_of(article));
  return ObjectWriter()
      .put("name", articles.name)
      .put("number", articles.number)
      .put("articles", RawJson(std::move(listed)))
      .take();
}

}  // namespace nianbao::lsp
