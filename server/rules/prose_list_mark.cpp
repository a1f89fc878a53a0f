// prose/list-mark: 、 between titles or quotations, ； at a paragraph's end, 等 inside a list (GB/T 15834 4.5.3.5).
// Must not know words.
#include <algorithm>

#include "rules/layout_common.h"
#include "rules/wording_rules.h"

namespace nianbao::rules {
namespace {

constexpr std::string_view rule_id = "prose/list-mark";

bool closes(char32_t c) {
  return c == U'》' || c == U'”' || c == U'」';
}
char32_t opening_of(char32_t c) {
  return c == U'》' ? U'《' : c == U'”' ? U'“' : U'「';
}

void needless_marks(const Context& context, const Wording& wording, const Stretch& stretch, Sink& sink) {
  std::vector<text::ByteRange> places;
  for (std::size_t at = stretch.begin; at + 2 < stretch.end; ++at) {
    const char32_t c = wording.value(at);
    if (!closes(c) || wording.value(at + 1) != U'、' || wording.value(at + 2) != opening_of(c)) continue;
    places.push_back(wording.range(at + 1, at + 2));
  }
  if (places.empty()) return;
  const std::string count = std::to_string(places.size());
  Finding finding =
      wording_finding(rule_id, places.front(), context.say("prose/list-mark.needless", {{"count", count}}));
  Fix fix;
  fix.title = context.say("prose/list-mark.fix-needless", {{"count", count}});
  for (const text::ByteRange& place : places) fix.edits.push_back({place, ""});
  finding.fixes.push_back(std::move(fix));
  sink.add(std::move(finding));
}

/// 存在问题：, 改进措施：: a paragraph that begins so stands for itself.
bool has_label(const Wording& wording, const Unit& unit) {
  constexpr std::size_t longest = 10;
  for (std::size_t i = unit.begin; i < unit.end && i < unit.begin + longest; ++i) {
    const char32_t c = wording.value(i);
    if (c == U'：' || c == ':') return i > unit.begin + 1;
    if (!is_han(c)) return false;
  }
  return false;
}

/// Items of a list end in ；; a paragraph before a heading, before another label or at the end of all does not.
void open_ends(const Context& context, const Wording& wording, Sink& sink) {
  const auto& units = wording.units();
  const auto& headings = context.report.headings;
  std::size_t next_heading = 0;
  for (std::size_t i = 0; i < units.size(); ++i) {
    const char32_t last = wording.value(units[i].end - 1);
    if (last != U'；' && last != U'，' && last != ';') continue;
    if (i + 1 < units.size() && units[i + 1].cut_before) continue;
    const text::Offset end = wording.characters()[units[i].end - 1].end;
    while (next_heading < headings.size() && headings[next_heading].line.begin < end) ++next_heading;
    const bool last_of_all = i + 1 == units.size();
    const bool before_part = !last_of_all && next_heading < headings.size() && headings[next_heading].level == 1 &&
                             headings[next_heading].line.begin <= wording.characters()[units[i + 1].begin].begin;
    const bool labels = !last_of_all && has_label(wording, units[i]) && has_label(wording, units[i + 1]);
    if (!last_of_all && !before_part && !labels) continue;
    const std::size_t at = units[i].end - 1;
    const std::string mark = wording.text(at, at + 1);
    Finding finding =
        wording_finding(rule_id, wording.range(at, at + 1), context.say("prose/list-mark.end", {{"mark", mark}}));
    Fix fix;
    fix.title = context.say("prose/list-mark.fix-end");
    fix.edits = {{finding.range, "。"}};
    fix.preferred = true;
    finding.fixes.push_back(std::move(fix));
    sink.add(std::move(finding));
  }
}

/// 三是…有待加强等；四是…: the list goes on, so that nothing is left open. An item that lists things itself may say 等.
void early_and_so_on(const Context& context, const Wording& wording, const Stretch& stretch, Sink& sink) {
  bool ordinal = false;  // the item began with 三是
  bool listed = false;   // and names several things
  for (std::size_t at = stretch.begin; at + 1 < stretch.end; ++at) {
    const char32_t c = wording.value(at);
    const char32_t before = at > stretch.begin ? wording.value(at - 1) : U'。';
    const bool starts = before == U'；' || before == U'。' || before == U'：' || before == ';' || before == ':';
    if (starts) {
      ordinal = is_han_numeral(c) && wording.value(at + 1) == U'是';
      listed = false;
    }
    listed = listed || c == U'、' || c == U'，' || c == U'和' || c == U'及' || c == U'与';
    const bool ends = c == U'等' && (wording.value(at + 1) == U'；' || wording.value(at + 1) == ';');
    const bool goes_on =
        at + 3 < stretch.end && is_han_numeral(wording.value(at + 2)) && wording.value(at + 3) == U'是';
    if (!ends || !goes_on || !ordinal || listed) continue;
    Finding finding = wording_finding(rule_id, wording.range(at, at + 1), context.say("prose/list-mark.and-so-on"));
    Fix fix;
    fix.title = context.say("prose/list-mark.fix-and-so-on");
    fix.edits = {{finding.range, ""}};
    fix.preferred = true;
    finding.fixes.push_back(std::move(fix));
    sink.add(std::move(finding));
  }
}

}  // namespace

void check_list_marks(const Context& context, const Wording& wording, Sink& sink) {
  for (const Stretch& stretch : wording.stretches()) {
    needless_marks(context, wording, stretch, sink);
    early_and_so_on(context, wording, stretch, sink);
  }
  open_ends(context, wording, sink);
}

}  // namespace nianbao::rules
