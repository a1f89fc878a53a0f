// The family of rules that read the prose as characters: they share one reading of it.
// Must not know what they look for.
#include "rules/families.h"
#include "rules/wording_rules.h"

namespace nianbao::rules {
namespace {

void check(const Context& context, Sink& sink) {
  const Wording wording(context.report);
  check_words(context, wording, sink);
  check_relative_time(context, wording, sink);
  check_repeats(context, wording, sink);
  check_half_width(context, wording, sink);
  check_brackets(context, wording, sink);
  check_stops(context, wording, sink);
  check_list_marks(context, wording, sink);
  check_ranges(context, wording, sink);
  check_identity(context, wording, sink);
  check_series(context, wording, sink);
  check_debris(context, wording, sink);
}

}  // namespace

Finding wording_finding(std::string_view rule, text::ByteRange range, std::string message) {
  Finding finding;
  finding.rule = rule;
  finding.range = range;
  finding.message = std::move(message);
  return finding;
}

RuleFamily wording_family() {
  return {{"prose/word", "prose/relative-time", "prose/repeat", "prose/punctuation", "prose/list-mark", "prose/range",
           "privacy/identity", "layout/debris"},
          check};
}

}  // namespace nianbao::rules
