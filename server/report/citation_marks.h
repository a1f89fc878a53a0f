// Marks around citations in a folded text (report/flow.h): the ends of 《…》 and of a remark in brackets.
// Must not know laws.
#pragma once

#include <cstddef>
#include <string_view>

namespace nianbao::report {

inline constexpr std::size_t longest_remark = 300;  ///< bytes of a (…) behind a title

/// Position behind the 》 that belongs to the 《 at `open`, or npos.
[[nodiscard]] std::size_t close_of(std::string_view text, std::size_t open);

/// True where the text begins with a mark that ends a sentence.
[[nodiscard]] bool is_sentence_end(std::string_view rest);

/// Position behind the ) that belongs to the ( at `open`, or `open`.
[[nodiscard]] std::size_t remark_end(std::string_view text, std::size_t open);

}  // namespace nianbao::report
