#include "jsonrpc/json_text.h"

#include <algorithm>

#include "text/utf8.h"

namespace nianbao::jsonrpc {
namespace {

constexpr std::string_view replacement_escape = "\\uFFFD";

std::uint32_t hex_value(char c) {
  if (c >= '0' && c <= '9') return static_cast<std::uint32_t>(c - '0');
  if (c >= 'a' && c <= 'f') return static_cast<std::uint32_t>(c - 'a' + 10);
  if (c >= 'A' && c <= 'F') return static_cast<std::uint32_t>(c - 'A' + 10);
  return 0x10000;
}

/// The code unit of an escape \uXXXX at `at`; 0x10000 or more if there is none.
std::uint32_t escaped_unit(std::string_view text, std::size_t at) {
  if (text.size() < at + 6 || text[at] != '\\' || text[at + 1] != 'u') return 0x10000;
  std::uint32_t unit = 0;
  for (std::size_t i = at + 2; i < at + 6; ++i) {
    const std::uint32_t digit = hex_value(text[i]);
    if (digit > 15) return 0x10000;
    unit = unit * 16 + digit;
  }
  return unit;
}

constexpr bool is_high(std::uint32_t unit) {
  return unit >= 0xD800 && unit <= 0xDBFF;
}
constexpr bool is_low(std::uint32_t unit) {
  return unit >= 0xDC00 && unit <= 0xDFFF;
}

struct Step {
  std::size_t length;
  bool lone;
};

/// An escape: two characters, six, or twelve for a pair. Backslashes stand only in strings, so no state is needed.
Step step_over_escape(std::string_view text, std::size_t at) {
  const std::uint32_t unit = escaped_unit(text, at);
  if (is_low(unit)) return {6, true};
  if (is_high(unit)) return is_low(escaped_unit(text, at + 6)) ? Step{12, false} : Step{6, true};
  return {std::min<std::size_t>(2, text.size() - at), false};
}

bool has_lone_escape(std::string_view text) {
  std::size_t at = text.find('\\');
  while (at != std::string_view::npos) {
    const Step step = step_over_escape(text, at);
    if (step.lone) return true;
    at = text.find('\\', at + step.length);
  }
  return false;
}

/// Bytes of what has to become one U+FFFD: a surrogate in UTF-8 form is one unit for the client that sent it.
std::size_t broken_length(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  const bool surrogate = text.size() - at >= 3 && byte(0) == 0xED && byte(1) >= 0xA0 && byte(1) <= 0xBF &&
                         byte(2) >= 0x80 && byte(2) <= 0xBF;
  return surrogate ? 3 : 1;
}

}  // namespace

std::uint32_t nesting_of(std::string_view text) {
  std::uint32_t depth = 0;
  std::uint32_t deepest = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '"') {
      for (++i; i < text.size() && text[i] != '"'; ++i) {
        if (text[i] == '\\') ++i;
      }
    } else if (c == '[' || c == '{') {
      deepest = std::max(deepest, ++depth);
    } else if ((c == ']' || c == '}') && depth > 0) {
      --depth;
    }
  }
  return deepest;
}

bool needs_repair(std::string_view text) {
  return has_lone_escape(text) || !text::is_valid_utf8(text);
}

std::string repair(std::string_view text) {
  std::string out;
  out.reserve(text.size() + 16);
  for (std::size_t i = 0; i < text.size();) {
    if (text[i] == '\\') {
      const Step step = step_over_escape(text, i);
      out.append(step.lone ? replacement_escape : text.substr(i, step.length));
      i += step.length;
      continue;
    }
    const text::Scalar scalar = text::scalar_at(text, i);
    if (scalar.valid) {
      out.append(text.substr(i, scalar.length));
      i += scalar.length;
    } else {
      text::append_utf8(out, text::replacement_character);
      i += broken_length(text, i);
    }
  }
  return out;
}

}  // namespace nianbao::jsonrpc
