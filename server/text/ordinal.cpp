#include <string_view>

#include "text/normalise.h"
#include "text/utf8.h"

namespace nianbao::text {
namespace {

/// Eats characters from the front of a string.
class Eater {
 public:
  explicit Eater(std::string_view text) : rest_(text) {}

  [[nodiscard]] std::string_view rest() const { return rest_; }
  [[nodiscard]] char32_t next() const { return rest_.empty() ? 0 : scalar_at(rest_, 0).value; }

  bool eat(std::u32string_view any_of) {
    if (rest_.empty()) return false;
    const Scalar scalar = scalar_at(rest_, 0);
    if (any_of.find(scalar.value) == std::u32string_view::npos) return false;
    rest_.remove_prefix(scalar.length);
    return true;
  }

  bool eat_up_to(std::u32string_view any_of, int most) {
    int count = 0;
    while (count < most && eat(any_of)) ++count;
    return count > 0;
  }

 private:
  std::string_view rest_;
};

constexpr std::u32string_view numerals = U"〇零一二三四五六七八九十百";
constexpr std::u32string_view digits = U"0123456789";
constexpr std::u32string_view separators = U"、.,:;";
/// What 第一 counts when it is no ordinal mark of its own: 第一条, 第二季度.
constexpr std::u32string_view counted = U"条款项章节季批次名个类种期届轮版部号位届期方";

bool eat_number(Eater& eater) {
  return eater.eat_up_to(numerals, 4) || eater.eat_up_to(digits, 3);
}

/// (一) (1), 一) 1)
bool eat_bracketed(Eater& eater) {
  eater.eat(U"(");
  if (!eat_number(eater) || !eater.eat(U")")) return false;
  eater.eat(separators);
  return true;
}

/// 一、 1. 1、 but neither 1.5 nor 1,234.
bool eat_separated(Eater& eater) {
  const bool numeral = numerals.find(eater.next()) != std::u32string_view::npos;
  if (!eat_number(eater) || !eater.eat(separators)) return false;
  return numeral || digits.find(eater.next()) == std::u32string_view::npos || eater.next() == 0;
}

/// 第一、 第一部分
bool eat_spoken(Eater& eater) {
  if (!eater.eat(U"第") || !eater.eat_up_to(numerals, 4)) return false;
  if (eater.rest().starts_with("部分")) {
    eater.eat(U"部");
    eater.eat(U"分");
    eater.eat(separators);
    return true;
  }
  return eater.eat(separators) || counted.find(eater.next()) == std::u32string_view::npos;
}

}  // namespace

std::string_view strip_ordinal(std::string_view normalised) {
  for (const auto shape : {eat_bracketed, eat_separated, eat_spoken}) {
    Eater eater(normalised);
    if (shape(eater)) return eater.rest();
  }
  return normalised;
}

}  // namespace nianbao::text
