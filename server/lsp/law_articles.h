// nianbao/lawArticles: the articles of a law and where a report cites them, for a view beside the text.
// Must not know what a law says.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "lsp/basic.h"

namespace nianbao::lsp {

struct LawArticlesParams {
  TextDocumentIdentifier text_document;
  std::string law = "711";  ///< the regulation
};

struct LawArticle {
  std::int32_t number = 0;
  std::string label;    ///< 第三十六条
  std::string caption;  ///< 答复的七种情形
  std::string uri;      ///< the page of the article
  std::vector<Range> cited;
};

struct LawArticles {
  std::string name;
  std::string number;  ///< 国务院令第711号
  std::vector<LawArticle> articles;
};

bool read(const Value& value, LawArticlesParams& out);
[[nodiscard]] Json json_of(const LawArticles& articles);

}  // namespace nianbao::lsp
