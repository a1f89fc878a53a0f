// What the rules on citations share.
#include "rules/law_common.h"

#include <algorithm>

namespace nianbao::rules {

const standard::Law* law_of(const Context& context, const report::Citation& citation) {
  return citation.law.empty() ? nullptr : context.standard.law(citation.law);
}

std::string_view plain_name(const standard::Law& law) {
  return std::string_view(law.name).substr(0, law.name.find("（"));
}

std::string short_name_of(const Context& context, const standard::Law& law) {
  const std::string id = "hover.law-short." + law.id;
  return context.knows(id) ? context.say(id) : std::string(plain_name(law));
}

std::string written(const Context& context, text::ByteRange range) {
  std::string out;
  for (const char c : context.report.source.slice(range)) {
    if (c != '\n' && c != '\r' && c != ' ') out += c;
  }
  return out;
}

bool replaceable(const Context& context, text::ByteRange range) {
  return !range.empty() && context.report.source.slice(range).find_first_of("\r\n<") == std::string_view::npos;
}

std::string date_text(const Context& context, std::string_view iso) {
  constexpr std::size_t length = 10;  // 2019-05-15
  if (iso.size() != length) return std::string(iso);
  const auto number = [&](std::size_t at, std::size_t count) {
    std::string_view digits = iso.substr(at, count);
    while (digits.size() > 1 && digits.front() == '0') digits.remove_prefix(1);
    return std::string(digits);
  };
  return context.say("hover.date", {{"year", number(0, 4)}, {"month", number(5, 2)}, {"day", number(8, 2)}});
}

Finding law_finding(std::string_view rule, text::ByteRange range, std::string message) {
  Finding finding;
  finding.rule = rule;
  finding.range = range;
  finding.message = std::move(message);
  return finding;
}

}  // namespace nianbao::rules
