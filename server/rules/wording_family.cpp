// The family of rules that read the prose as characters: they share one reading of it.
// Must not know what they look for.
#include <array>
#include <utility>

#include "rules/families.h"
#include "rules/memory.h"
#include "rules/prose_memory.h"
#include "rules/wording_rules.h"

namespace nianbao::rules {
namespace {

using LocalRule = void (*)(const Context&, const Wording&, Sink&);

constexpr std::array<LocalRule, local_rules> rules_of_one_place{check_words,    check_repeats,    check_brackets,
                                                                check_stops,    check_list_marks, check_ranges,
                                                                check_identity, check_garbage,    check_cuts};

void conclude(const Context& context, const ProseNotes& notes, Sink& sink) {
  for (const std::vector<Finding>& findings : notes.findings) {
    for (const Finding& finding : findings) sink.add(finding);
  }
  conclude_relative_time(context, notes.time_words, sink);
  conclude_half_width(context, notes.half_width, sink);
  conclude_open_ends(context, notes.open_ends, sink);
  conclude_series(context, notes.series, sink);
}

void check(const Context& context, Sink& sink) {
  if (context.memory != nullptr) {
    conclude(context, context.memory->prose().read(context), sink);
  } else {
    conclude(context, take_notes(context, Wording(context.report)), sink);
  }
  check_chrome(context, sink);
}

}  // namespace

ProseNotes take_notes(const Context& context, const Wording& wording) {
  ProseNotes notes;
  for (std::size_t i = 0; i < local_rules; ++i) {
    Sink sink;
    rules_of_one_place[i](context, wording, sink);
    notes.findings[i] = std::move(sink.findings());
  }
  note_relative_time(context, wording, notes.time_words);
  note_half_width(context, wording, notes.half_width);
  note_open_ends(wording, notes.open_ends);
  note_series(wording, notes.series);
  return notes;
}

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
