#include "cli/speaker.h"

namespace nianbao::cli {

Speaker::Speaker(const standard::Standard& standard, rules::Locale locale) : standard_(standard) {
  options_.locale = locale;
}

std::string Speaker::say(std::string_view id, rules::Arguments arguments) const {
  return rules::Context{nothing_, standard_, options_}.say(id, arguments);
}

bool Speaker::knows(std::string_view id) const {
  return rules::Context{nothing_, standard_, options_}.knows(id);
}

rules::Locale choose_locale(std::string_view option, const Environment& environment) {
  if (option == "en") return rules::Locale::en;
  if (option == "zh") return rules::Locale::zh;
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const auto value = environment.variable ? environment.variable(name) : std::nullopt;
    if (value && !value->empty()) return value->starts_with("en") ? rules::Locale::en : rules::Locale::zh;
  }
  return rules::Locale::zh;
}

}  // namespace nianbao::cli
