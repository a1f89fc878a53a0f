#include "text/width.h"

#include "text/icu.h"
#include "text/utf8.h"

namespace nianbao::text {
namespace {

std::uint32_t columns_of(char32_t value) {
  if (value >= 0x20 && value < 0x7F) return 1;
  const bool han = value >= 0x4E00 && value <= 0x9FFF;
  const bool full_width_form = value >= 0xFF01 && value <= 0xFF60;
  return han || full_width_form ? 2 : icu::columns(value);
}

}  // namespace

std::uint32_t display_width(std::string_view utf8) {
  std::uint32_t width = 0;
  for (std::size_t i = 0; i < utf8.size();) {
    const Scalar scalar = scalar_at(utf8, i);
    width += columns_of(scalar.value);
    i += scalar.length;
  }
  return width;
}

std::string pad_to_width(std::string_view utf8, std::uint32_t columns) {
  std::string out(utf8);
  const std::uint32_t width = display_width(utf8);
  if (width < columns) out.append(columns - width, ' ');
  return out;
}

}  // namespace nianbao::text
