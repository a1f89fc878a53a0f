// Document numbers (发文字号) in right and wrong brackets, read from a folded text (report/flow.h).
// Must not know laws.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "standard/citation_words.h"

namespace nianbao::report {

struct ParsedNumber {
  std::size_t prefix = 0;  ///< where the letters of the organ begin
  std::size_t begin = 0;   ///< the opening bracket
  std::size_t end = 0;     ///< behind 号
  std::int32_t year = 0;
  std::string bracket;     ///< as it should be written: 〔2021〕30号
  bool irregular = false;  ///< written otherwise
};

/// The number whose opening bracket is at `open`: 宁政办发[2020]15号 with `open` at the [. `from` bounds the way back.
[[nodiscard]] std::optional<ParsedNumber> read_document_number(std::string_view text, std::size_t open,
                                                               std::size_t from, const standard::CitationWords& words);

}  // namespace nianbao::report
