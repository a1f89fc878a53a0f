// nianbao/lawArticles: the list of articles beside the text.
#include <utility>

#include <nlohmann/json.hpp>

#include "features/law_outline.h"
#include "features/law_page.h"
#include "lsp/law_articles.h"
#include "lsp/writer.h"
#include "workspace/impl.h"

namespace nianbao::workspace {

void Server::Impl::add_law_routes() {
  report_request<lsp::LawArticlesParams>("nianbao/lawArticles", [](const Opened& found, const auto& params) {
    const features::LawOutline outline = features::law_outline(found.view, params.law);
    lsp::LawArticles listed;
    if (outline.law == nullptr) return listed;
    listed.name = outline.law->name;
    listed.number = outline.law->law_no;
    for (const features::CitedArticle& one : outline.articles) {
      lsp::LawArticle article{one.article->number,
                              one.article->label,
                              one.article->caption,
                              features::law_page_uri(*outline.law, one.article->number),
                              {}};
      for (const text::ByteRange range : one.cited) article.cited.push_back(found.convert.range(range));
      listed.articles.push_back(std::move(article));
    }
    return listed;
  });
}

}  // namespace nianbao::workspace
