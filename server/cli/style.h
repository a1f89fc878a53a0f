// Colours of a terminal, or none. Must not know what is coloured.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "cli/environment.h"

namespace nianbao::cli {

enum class Colour : std::uint8_t { red, yellow, cyan, green, blue };

class Style {
 public:
  explicit Style(bool coloured) : coloured_(coloured) {}

  [[nodiscard]] std::string paint(Colour colour, std::string_view text) const {
    static constexpr std::string_view codes[] = {"\x1b[1;31m", "\x1b[1;33m", "\x1b[1;36m", "\x1b[1;32m", "\x1b[34m"};
    if (!coloured_ || text.empty()) return std::string(text);
    return std::string(codes[static_cast<std::size_t>(colour)]) + std::string(text) + "\x1b[0m";
  }

 private:
  bool coloured_ = false;
};

/// Colours on a terminal only, and not where NO_COLOR (no-color.org) is set or TERM is dumb.
[[nodiscard]] inline Style style_for(const Environment& environment) {
  const auto variable = [&](const char* name) {
    return environment.variable ? environment.variable(name).value_or("") : std::string();
  };
  return Style(environment.out_is_terminal && variable("NO_COLOR").empty() && variable("TERM") != "dumb");
}

}  // namespace nianbao::cli
