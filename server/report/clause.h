// What the words between two numbers or marks of a sentence say.
// Must not know what numbers they belong to.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "report/fact_lexer.h"
#include "report/part_lists.h"
#include "standard/standard.h"

namespace nianbao::report {

struct Clause {
  standard::ClassSet classes;
  std::int32_t unknown = 0;  ///< tokens that no word explains
  bool limited = false;
  bool comparison = false;
  bool share = false;
  bool rate = false;
  bool rest = false;
  bool channel = false;
  bool total = false;
  PartLists::Phase phase = PartLists::Phase::none;
};

/// 、 or 和.
[[nodiscard]] bool joins(const FactToken& token);
/// A word that the data do not have.
[[nodiscard]] bool is_unknown(const FactToken& token);
/// What stands behind the token at `at`, up to the next number or mark.
[[nodiscard]] Clause words_behind(const std::vector<FactToken>& tokens, std::size_t at);

}  // namespace nianbao::report
