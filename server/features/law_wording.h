// What an article says, line by line: in our own words, or exactly where the user's library has its text.
// Must not know reports or clients.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/rule.h"
#include "standard/law.h"

namespace nianbao::features {

struct CitedPart {
  std::int32_t paragraph = 0;
  std::int32_t item = 0;
};

struct WordingLine {
  std::int32_t paragraph = 0;
  std::int32_t item = 0;  ///< 0: the paragraph's own words
  std::string mark;       ///< 第二款 or （四）; empty for the only paragraph
  std::string text;

  static constexpr std::string_view gap = "　";  ///< between the mark of a 款 and its words
  /// 第二款　… or （四）…
  [[nodiscard]] std::string whole() const {
    return item == 0 && !mark.empty() ? mark + std::string(gap) + text : mark + text;
  }

  /// True for the line of the cited 款 or 项; a 项 without 款 is looked for in every paragraph.
  [[nodiscard]] bool is(const CitedPart& part) const {
    if (part.item != 0) return item == part.item && (part.paragraph == 0 || paragraph == part.paragraph);
    return part.paragraph != 0 && item == 0 && paragraph == part.paragraph;
  }
};

/// True where `wording_of` gives the statute's exact words.
[[nodiscard]] bool is_exact(const rules::Context& context, const standard::Law& law, const standard::Article& article);

[[nodiscard]] std::vector<WordingLine> wording_of(const rules::Context& context, const standard::Law& law,
                                                  const standard::Article& article);

/// 以上为要点归纳，不是条文原文。 or whose text it is.
[[nodiscard]] std::string provenance_of(const rules::Context& context, const standard::Law& law,
                                        const standard::Article& article);

}  // namespace nianbao::features
