// Names of laws as reports write them, and which law of the data they mean.
// Must not know where in a report they stand.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "report/citation.h"
#include "standard/standard.h"
#include "text/character_set.h"

namespace nianbao::report {

class LawNames {
 public:
  /// `standard` must outlive this.
  LawNames(const standard::Standard& standard, std::optional<std::int32_t> report_year);

  struct Match {
    const standard::Law* law = nullptr;
    NameForm form = NameForm::other;
  };
  /// A title in folded form, without marks; `before` is the text in front of it, where an issuer may stand.
  [[nodiscard]] Match title(std::string_view name, std::string_view before) const;

  /// Length of the longest known name at the begin of a folded text, or 0.
  struct Bare {
    std::size_t length = 0;
    bool is_short = false;
  };
  [[nodiscard]] Bare bare(std::string_view text) const;

  /// The law of that document number as it should be written (国办发〔2014〕32号), or null.
  struct Numbered {
    const standard::Law* law = nullptr;
    std::size_t prefix = 0;  ///< bytes of `before` that belong to the number
  };
  [[nodiscard]] Numbered numbered(std::string_view before, std::string_view bracket) const;
  /// 国务院令第711号 at the begin of the text: the law and the length.
  [[nodiscard]] std::pair<const standard::Law*, std::size_t> decree(std::string_view text) const;

  /// False where no known name begins with that character.
  [[nodiscard]] bool may_begin(char32_t first) const { return heads_.contains(first); }

  /// As in force for the report's year.
  [[nodiscard]] const standard::Law* current(const standard::Law* law) const;
  [[nodiscard]] const standard::Law* former(const standard::Law* law) const;

 private:
  struct Name {
    std::string folded;
    const standard::Law* law = nullptr;
    bool is_short = false;
  };
  void add(std::string_view name, const standard::Law* law, bool is_short);
  [[nodiscard]] const standard::Law* exact(std::string_view name) const;

  const standard::Standard& standard_;
  std::optional<std::int32_t> year_;
  std::vector<Name> names_;                                 ///< longest first
  std::vector<std::pair<char32_t, std::size_t>> by_first_;  ///< names by first character, longest first
  std::vector<Name> numbers_;                               ///< law numbers as folded
  std::vector<Name> decrees_;                               ///< those without a year in brackets: 国务院令第711号
  text::CharacterSet decree_heads_;
  text::CharacterSet heads_;  ///< first characters of names and decrees
};

/// True where the text begins with, or ends in, one of the words.
[[nodiscard]] bool starts_with_any(std::string_view text, const std::vector<std::string>& words);
[[nodiscard]] bool ends_in_any(std::string_view text, const std::vector<std::string>& words);

}  // namespace nianbao::report
