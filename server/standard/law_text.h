// The exact wording of a law, read from a text with 第X条 lines: official texts of the user's own library.
// Must not know files; what it cannot read is told with its line.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao::standard {

struct ItemWording {
  std::int32_t number = 0;
  std::string text;  ///< without its （一）
};

struct ParagraphWording {
  std::string text;
  std::vector<ItemWording> items;
};

struct ArticleWording {
  std::int32_t number = 0;
  std::string chapter;
  std::vector<ParagraphWording> paragraphs;
};

struct LawText {
  std::string file;                      ///< name of the file, shown to the user
  std::string name;                      ///< from the title, else the file name: 政府信息公开条例
  std::string version;                   ///< ISO date in the file name, or empty
  std::string number;                    ///< document number of the last promulgation that the text states, or empty
  std::vector<ArticleWording> articles;  ///< ascending

  [[nodiscard]] const ArticleWording* article(std::int32_t number) const;
};

struct LawTextProblem {
  enum class Kind : std::uint8_t {
    no_articles,  ///< no line begins with 第X条
    order,        ///< an article that does not follow the one before
    item_order,   ///< an item that does not follow the one before
    empty         ///< an article without words
  };
  Kind kind = Kind::no_articles;
  std::uint32_t line = 0;  ///< from 1
  std::int32_t expected = 0;
  std::int32_t found = 0;
};

struct LawTextReading {
  LawText text;
  std::vector<LawTextProblem> problems;  ///< articles that could be read are there all the same
};

/// Reads Markdown or plain text. `file` is the name without folders: 政府信息公开条例(2019-04-03).md.
[[nodiscard]] LawTextReading read_law_text(std::string_view file, std::string_view content);

}  // namespace nianbao::standard
