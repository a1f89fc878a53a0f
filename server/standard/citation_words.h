// How laws and documents are named in reports: short names, wrong names, words around a citation.
// Must not know how a text is read.
#pragma once

#include <string>
#include <vector>

namespace nianbao::standard {

/// A name and the name of the law that is meant by it.
struct NameOfLaw {
  std::string name;
  std::string law;
};

/// All in simplified characters, compared without white space.
struct CitationWords {
  std::vector<NameOfLaw> short_names;          ///< 条例: usual without the full name
  std::vector<NameOfLaw> wrong_names;          ///< 信息公开条例: no law is called so
  std::string country;                         ///< 中华人民共和国, which a national law's name may begin with
  std::vector<std::string> defining;           ///< 以下简称
  std::vector<std::string> before_short_name;  ///< words behind which a bare 条例 begins: 按照, 的
  std::vector<std::string> former;             ///< 原, 旧: the provisions before the last revision are meant
  std::vector<std::string> same;               ///< 该, 本: the law named last
  std::vector<std::string> local;              ///< ends of place names: 省, 市
  std::vector<std::string> law_endings;        ///< 法, 条例, 办法: what names of laws end in
  std::vector<std::string> connectors;         ///< between a law's name and its article: 的, 规定的
  std::vector<std::string> number_openings;    ///< words that stand before a document number and are no part of it
  std::vector<std::string> other_numbers;      ///< ends of what has a year in brackets but is no document: 初 (cases)
  std::vector<std::string> numbers_with_ordinal;  ///< ends of prefixes whose numbers take 第: 公告, 令
};

}  // namespace nianbao::standard
