#include "text/script.h"

namespace nianbao::text {
namespace {

struct Pair {
  char16_t from;
  char16_t to;
};

#include "text/hans/hans_table.inc"

template <std::size_t N>
constexpr IdeographTable table_of(const Pair (&pairs)[N]) {
  IdeographTable table{};
  for (const Pair& pair : pairs) table[pair.from - first_ideograph] = pair.to;
  return table;
}

constexpr IdeographSet set_of(const IdeographTable& table) {
  IdeographSet set{};
  for (std::size_t at = 0; at < table.size(); ++at) {
    if (table[at] != 0) set[at / 64] |= std::uint64_t{1} << (at % 64);
  }
  return set;
}

constexpr IdeographTable traditional_table = table_of(to_traditional_pairs);

}  // namespace

constexpr IdeographTable simplified_table = table_of(to_simplified_pairs);
constexpr IdeographSet traditional_set = set_of(simplified_table);

char32_t traditional_of(char32_t value) {
  if (!is_ideograph(value)) return value;
  const char16_t found = traditional_table[value - first_ideograph];
  return found != 0 ? char32_t{found} : value;
}

}  // namespace nianbao::text
