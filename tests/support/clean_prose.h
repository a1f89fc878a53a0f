// Sentences whose numbers agree with the tables, or are of no concern to them: from tests/fixtures/prose/clean.json.
// Must not know rules; a slot only names the rule that should notice a changed number.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "report/number.h"
#include "standard/form.h"

namespace nianbao::test {

/// Which changes of a slot's number make the sentence wrong.
enum class Direction : std::uint8_t { any, down };

/// A number in a sentence.
struct ProseSlot {
  std::size_t begin = 0;  ///< bytes of ProseSentence::text
  std::size_t end = 0;
  std::string rule;  ///< that finds a change; empty where none has to
  Direction direction = Direction::any;
  report::Decimal value;
  bool plain = true;  ///< written in ASCII digits
};

struct ProseSentence {
  std::string id;    ///< of the template
  std::string part;  ///< section id of the form
  bool trap = false;
  std::string text;  ///< one paragraph, without line end
  std::vector<ProseSlot> slots;
};

struct ProseValues {
  const standard::Form& form;
  std::int32_t year = 0;
  std::string organ;
  const std::vector<report::Decimal>& cells;  ///< by CellIndex
};

/// Every template that fits the form and values, filled; free numbers by the seed. In the order of the file.
[[nodiscard]] std::vector<ProseSentence> clean_sentences(const ProseValues& values, std::uint64_t seed);

/// The paragraphs of one part, `share` percent of the sentences that fit, joined by blank lines. No two are on one
/// subject where that would read oddly is not asked for: every one of them is right.
[[nodiscard]] std::string clean_prose(const ProseValues& values, const std::string& part, int share,
                                      std::uint64_t seed);

}  // namespace nianbao::test
