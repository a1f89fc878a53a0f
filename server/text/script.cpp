#include "text/script.h"

#include <array>
#include <cstddef>

namespace nianbao::text {
namespace {

struct Pair {
  char16_t from;
  char16_t to;
};

#include "text/hans/hans_table.inc"

constexpr char32_t first = 0x3400;
constexpr char32_t last = 0x9FFF;
using Direct = std::array<char16_t, last - first + 1>;

/// One entry for every ideograph of the plane, 0 where nothing changes: a look-up is one load.
template <std::size_t N>
constexpr Direct direct_table(const Pair (&pairs)[N]) {
  Direct table{};
  for (const Pair& pair : pairs) table[pair.from - first] = pair.to;
  return table;
}

constexpr Direct simplified_table = direct_table(to_simplified_pairs);
constexpr Direct traditional_table = direct_table(to_traditional_pairs);

char32_t look_up(const Direct& table, char32_t value) {
  if (value < first || value > last) return value;
  const char16_t found = table[value - first];
  return found != 0 ? char32_t{found} : value;
}

}  // namespace

char32_t simplified_of(char32_t value) {
  return look_up(simplified_table, value);
}

char32_t traditional_of(char32_t value) {
  return look_up(traditional_table, value);
}

}  // namespace nianbao::text
