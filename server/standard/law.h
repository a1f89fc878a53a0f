// The law as data: articles in our own words (要旨), never the statute's wording.
// Must not know who cites them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "standard/ids.h"
#include "standard/law_text.h"

namespace nianbao::standard {

struct ArticleItem {
  std::string number;  ///< 一, 二, …
  std::string summary;
};

struct ArticleParagraph {
  std::int32_t number = 0;  ///< 第n款
  std::string summary;
  std::vector<ArticleItem> items;
};

struct Article {
  std::int32_t number = 0;
  std::string label;  ///< 第三十六条
  std::string chapter;
  std::string caption;  ///< ≤ 10 characters: 答复的七种情形
  std::vector<ArticleParagraph> paragraphs;
  Confidence confidence = Confidence::seen;
  std::string note;
  std::vector<std::string> cited_by;     ///< entry ids; filled from the basis of the entries
  std::vector<std::int32_t> successors;  ///< articles of `Law::replaced_by` that took its place
};

struct Law {
  std::string id;                    ///< "711"
  std::string name;                  ///< 政府信息公开条例
  std::vector<std::string> aliases;  ///< other true names: 中华人民共和国政府信息公开条例
  std::string law_no;                ///< 国务院令第711号
  std::string in_force;              ///< ISO date, or empty
  std::string repealed;              ///< ISO date of the first day on which it no longer applied, or empty
  std::string replaced_by;           ///< id of the law that took its place, or empty
  std::string note;
  bool complete = false;        ///< every article is listed, so that a number outside is certainly unknown
  bool parts_complete = false;  ///< and every 款 and 项 of each of them
  std::string url;              ///< official text, or empty
  std::vector<Article> articles;
  std::vector<LawText> texts;  ///< exact wordings from the user's library, oldest version first
  bool from_library = false;   ///< known from such a text only

  [[nodiscard]] const Article* article(std::int32_t number) const;
};

}  // namespace nianbao::standard
