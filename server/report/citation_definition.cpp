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
constexpr std::array<std::string_view, 7> quotes = {"《", "〈", "“", "”", "「", "\"", "》"};

/// Behind all quotation marks that stand at `at`: “《条例》” has two kinds.
std::size_t behind_quotes(std::string_view text, std::size_t at) {
  for (auto quote = quotes.begin(); quote != quotes.end();) {
    if (text.substr(at).starts_with(*quote)) {
      at += quote->size();
      quote = quotes.begin();
    } else {
      ++quote;
    }
  }
  return at;
}

/// End of the ideographs and digits from `at` on.
std::size_t name_end(std::string_view text, std::size_t at, std::size_t limit) {
  std::size_t end = at;
  while (end < limit) {
    const text::Scalar scalar = text::scalar_at(text, end);
    if (!text::is_ideograph(scalar.value) && !(scalar.value >= '0' && scalar.value <= '9')) break;
    end += scalar.length;
  }
  return end;
}

std::optional<FoldedRange> name_at(std::string_view text, std::size_t at, std::size_t limit) {
  for (const std::string_view word : {"为", ":"}) {
    if (text.substr(at).starts_with(word)) at += word.size();
  }
  at = behind_quotes(text, at);
  std::size_t end = name_end(text, at, limit);
  // 新《条例》: the name is what stands in the marks.
  if (end > at && end < limit && text.substr(end).starts_with("《")) {
    at = behind_quotes(text, end);
    end = name_end(text, at, limit);
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
