// Where a text defines a short name for what it has just named.
#include "report/citation_definition.h"

#include <array>

#include "report/citation_marks.h"
#include "report/law_names.h"
#include "text/script.h"
#include "text/utf8.h"

namespace nianbao::report {
namespace {

constexpr std::size_t longest_short_name = 60;  // bytes
constexpr int most_remarks = 3;
constexpr std::array<std::string_view, 6> quotes = {"《", "“", "”", "「", "\"", "》"};

std::optional<FoldedRange> name_at(std::string_view text, std::size_t at, std::size_t limit) {
  const auto skip = [&](std::string_view word) {
    if (text.substr(at).starts_with(word)) at += word.size();
  };
  skip("为");
  skip(":");
  for (const std::string_view quote : quotes) skip(quote);
  std::size_t end = at;
  while (end < limit) {
    const text::Scalar scalar = text::scalar_at(text, end);
    if (!text::is_ideograph(scalar.value) && !(scalar.value >= '0' && scalar.value <= '9')) break;
    end += scalar.length;
  }
  if (end == at || end - at > longest_short_name) return std::nullopt;
  return FoldedRange{at, end};
}

/// Where the words behind 以下简称 begin; npos where nothing is defined.
std::size_t behind_defining_word(std::string_view text, FoldedRange inside, bool anywhere,
                                 const standard::CitationWords& words) {
  const std::string_view all = text.substr(inside.begin, inside.end - inside.begin);
  for (const std::string& word : words.defining) {
    const std::size_t found = anywhere ? all.find(word) : all.starts_with(word) ? 0 : std::string_view::npos;
    if (found != std::string_view::npos) return inside.begin + found + word.size();
  }
  return std::string_view::npos;
}

}  // namespace

std::optional<FoldedRange> defined_name(std::string_view text, std::size_t at, const standard::CitationWords& words) {
  for (int remark = 0; remark < most_remarks; ++remark) {
    const std::size_t end = remark_end(text, at);
    const bool in_brackets = end > at;
    const std::string_view rest = text.substr(at);
    const bool comma = rest.starts_with(',');
    if (!in_brackets && !comma && !starts_with_any(rest, words.defining)) return std::nullopt;
    const FoldedRange inside =
        in_brackets ? FoldedRange{at + 1, end - 1} : FoldedRange{at + (comma ? 1U : 0U), text.size()};
    const std::size_t begin = behind_defining_word(text, inside, in_brackets, words);
    if (begin != std::string_view::npos) return name_at(text, begin, inside.end);
    if (!in_brackets) return std::nullopt;
    at = end;
  }
  return std::nullopt;
}

}  // namespace nianbao::report
