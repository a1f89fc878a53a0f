#include "text/utf16.h"

#include "text/utf8.h"

namespace nianbao::text {

std::u16string utf16_of(std::string_view utf8) {
  std::u16string out;
  out.reserve(utf8.size());
  for (std::size_t i = 0; i < utf8.size();) {
    const Scalar scalar = scalar_at(utf8, i);
    i += scalar.length;
    if (scalar.value < 0x10000) {
      out.push_back(static_cast<char16_t>(scalar.value));
    } else {
      out.push_back(static_cast<char16_t>(0xD7C0 + (scalar.value >> 10)));
      out.push_back(static_cast<char16_t>(0xDC00 + (scalar.value & 0x3FF)));
    }
  }
  return out;
}

std::optional<std::string> utf8_of(std::u16string_view units) {
  std::string out;
  out.reserve(units.size() * 3);
  for (std::size_t i = 0; i < units.size(); ++i) {
    char32_t value = units[i];
    if (value >= 0xD800 && value < 0xE000) {
      const char32_t low = i + 1 < units.size() ? units[i + 1] : char16_t{0};
      if (value >= 0xDC00 || low < 0xDC00 || low > 0xDFFF) return std::nullopt;
      value = 0x10000 + ((value - 0xD800) << 10) + (low - 0xDC00);
      ++i;
    }
    append_utf8(out, value);
  }
  return out;
}

}  // namespace nianbao::text
