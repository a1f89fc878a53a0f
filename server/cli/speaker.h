// Messages of the command line in the reader's language, read from the same tables as those of the rules.
// Must not know commands.
#pragma once

#include <string>
#include <string_view>

#include "cli/environment.h"
#include "rules/rule.h"
#include "rules/rules.h"
#include "standard/standard.h"

namespace nianbao::cli {

class Speaker {
 public:
  Speaker(const standard::Standard& standard, rules::Locale locale);

  /// The message `id` (cli.…) with its placeholders filled.
  [[nodiscard]] std::string say(std::string_view id, rules::Arguments arguments = {}) const;
  [[nodiscard]] bool knows(std::string_view id) const;
  [[nodiscard]] rules::Locale locale() const { return options_.locale; }
  [[nodiscard]] bool english() const { return options_.locale == rules::Locale::en; }

 private:
  const standard::Standard& standard_;
  rules::Options options_;
  report::Report nothing_;
};

/// `--locale` as written, else LC_ALL, LC_MESSAGES and LANG; Chinese unless they ask for English.
[[nodiscard]] rules::Locale choose_locale(std::string_view option, const Environment& environment);

}  // namespace nianbao::cli
