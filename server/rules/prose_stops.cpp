// prose/punctuation: a full stop before a remark in brackets that ends in one itself; a mark written twice.
// Must not know words.
#include "rules/layout_common.h"
#include "rules/wording_rules.h"

namespace nianbao::rules {
namespace {

constexpr std::string_view rule_id = "prose/punctuation";

bool is_stop(char32_t c) {
  constexpr std::u32string_view stops = U"。，、；：";
  return stops.find(c) != std::u32string_view::npos;
}

void add(const Context& context, const Wording& wording, text::ByteRange marked, std::string message, std::size_t begin,
         std::size_t end, Sink& sink) {
  Finding finding = wording_finding(rule_id, marked, std::move(message));
  Fix fix;
  fix.title = context.say("prose/punctuation.fix-delete", {{"mark", wording.text(begin, begin + 1)}});
  fix.edits = {{wording.range(begin, end), ""}};
  fix.preferred = true;
  finding.fixes.push_back(std::move(fix));
  sink.add(std::move(finding));
}

/// Of 。， and 。。 one is too many; which one stays is clear only where both are the same or a 。 ends the paragraph.
void doubled(const Context& context, const Wording& wording, const Stretch& stretch, std::size_t at, Sink& sink) {
  const char32_t first = wording.value(at);
  std::size_t end = at + 1;
  while (end < stretch.end && is_stop(wording.value(end))) ++end;
  bool same = true;
  for (std::size_t i = at; i < end; ++i) same = same && wording.value(i) == first;
  // 。。。 stands for an ellipsis.
  if (same && first == U'。' && end - at > 2) return;
  const text::ByteRange marked = wording.range(at, end);
  std::string message = context.say("prose/punctuation.doubled", {{"marks", wording.text(at, end)}});
  if (same) {
    add(context, wording, marked, std::move(message), at + 1, end, sink);
  } else if (end == stretch.end && wording.value(end - 1) == U'。') {
    add(context, wording, marked, std::move(message), at, end - 1, sink);
  } else {
    sink.add(wording_finding(rule_id, marked, std::move(message)));
  }
}

}  // namespace

void check_stops(const Context& context, const Wording& wording, Sink& sink) {
  for (const Stretch& stretch : wording.stretches()) {
    std::size_t stop = stretch.end;     // of “。（”, where the bracket is still open
    std::size_t bracket = stretch.end;  // the bracket itself
    std::size_t doubled_end = stretch.begin;
    for (const std::size_t at : wording.marks(stretch.begin, stretch.end)) {
      if (at < doubled_end) continue;
      const char32_t c = wording.value(at);
      const char32_t next = at + 1 < stretch.end ? wording.value(at + 1) : 0;
      if (c == U'。' && (next == U'（' || next == '(')) {
        stop = at;
        bracket = at + 1;
      } else if (stop < stretch.end && (c == U'）' || c == ')')) {
        if (next == U'。') {
          const text::ByteRange marked = wording.range(stop, bracket + 1);
          add(context, wording, marked, context.say("prose/punctuation.stop-twice"), stop, stop + 1, sink);
        }
        stop = stretch.end;
      }
      if (is_stop(c) && is_stop(next) && !wording.characters()[at + 1].gap) {
        doubled(context, wording, stretch, at, sink);
        doubled_end = at + 1;
        while (doubled_end < stretch.end && is_stop(wording.value(doubled_end))) ++doubled_end;
      }
    }
  }
}

}  // namespace nianbao::rules
