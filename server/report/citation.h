// What a report cites: names of laws, document numbers, articles down to 款 and 项, each with what it resolved to.
// A value; must not know rules or editors.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "text/byte_range.h"

namespace nianbao::report {

enum class CitationKind : std::uint8_t { name, number, provision };

enum class Resolution : std::uint8_t {
  resolved,         ///< in our data
  not_listed,       ///< the law is known, but our data does not list the article
  unknown_article,  ///< the law is listed whole and has no such article
  unknown_part,     ///< the article has no such 款 or 项
  unresolved        ///< which law is meant is not known: a local one, or none is named
};

enum class NameForm : std::uint8_t {
  full,       ///< the law's name or a true alias
  defined,    ///< a short name that the report defines somewhere
  undefined,  ///< a usual short name that the report never defines
  wrong,      ///< a name that no law has
  other       ///< a title that is none of our laws
};

/// How it is known to which law an article belongs.
enum class Binding : std::uint8_t {
  none,      ///< no law is named
  named,     ///< its name stands right before
  listed,    ///< goes on after an article of that law: 第十四条、第十五条
  caption,   ///< heads a block of table 二, where the regulation is meant
  sentence,  ///< the law is named earlier in the sentence
  other_law  ///< a law that we do not know stands right before: 民法典第三条
};

struct Citation {
  CitationKind kind = CitationKind::name;
  text::ByteRange range;  ///< in the report's source; may span lines and pages
  std::string text;       ///< as written, simplified, half-width, without white space
  std::string law;        ///< Law::id, or empty
  Resolution resolution = Resolution::unresolved;
  bool in_table = false;
  std::optional<std::size_t> name;  ///< index of the name that it rests on

  // Names
  NameForm form = NameForm::other;
  bool marked = false;               ///< in 《》
  text::ByteRange inner;             ///< without the 《》
  std::string short_name;            ///< the one that is defined right behind: 以下简称《条例》
  text::ByteRange short_name_range;  ///< empty where none is

  // Document numbers
  std::string number;            ///< as it should be written: 国办发〔2014〕32号
  bool irregular = false;        ///< the brackets, a 第 or a leading zero are not as they should be
  text::ByteRange bracket;       ///< from the opening bracket to 号
  std::int32_t number_year = 0;  ///< 0 for 国务院令第711号

  // Provisions; 0 = not named. A range has `last` above the first number, otherwise `last` is equal to it.
  Binding binding = Binding::none;
  std::int32_t article = 0;
  std::int32_t last_article = 0;
  std::int32_t paragraph = 0;
  std::int32_t item = 0;
  std::int32_t last_item = 0;

  friend bool operator==(const Citation&, const Citation&) = default;
};

}  // namespace nianbao::report
