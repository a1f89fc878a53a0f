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
  for (const std::size_t at : wording.marks(stretch.begin, stretch.end)) {
    const char32_t c = wording.value(at);
    if (at + 2 >= stretch.end || !closes(c) || wording.value(at + 1) != U'、' || wording.value(at + 2) != opening_of(c))
      continue;
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

/// The item that ends before `end` began with 三是 and names one thing only.
bool is_plain_item(const Wording& wording, const Stretch& stretch, std::size_t end) {
  const auto starts = [](char32_t c) { return c == U'；' || c == U'。' || c == U'：' || c == ';' || c == ':'; };
  for (std::size_t at = end; at-- > stretch.begin;) {
    const char32_t c = wording.value(at);
    if (starts(c) || c == U'、' || c == U'，' || c == U'和' || c == U'及' || c == U'与') return false;
    if (at == stretch.begin || starts(wording.value(at - 1))) {
      return is_han_numeral(c) && wording.value(at + 1) == U'是';
    }
  }
  return false;
}

/// 三是…有待加强等；四是…: the list goes on, so that nothing is left open. An item that lists things itself may say 等.
void early_and_so_on(const Context& context, const Wording& wording, const Stretch& stretch, Sink& sink) {
  for (const std::size_t mark : wording.marks(stretch.begin, stretch.end)) {
    const char32_t c = wording.value(mark);
    if ((c != U'；' && c != ';') || mark == stretch.begin || wording.value(mark - 1) != U'等') continue;
    const std::size_t at = mark - 1;
    const bool goes_on =
        at + 3 < stretch.end && is_han_numeral(wording.value(at + 2)) && wording.value(at + 3) == U'是';
    if (!goes_on || !is_plain_item(wording, stretch, at)) continue;
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
}

void note_open_ends(const Wording& wording, std::vector<OpenEnd>& notes) {
  const auto& units = wording.units();
  for (std::size_t i = 0; i < units.size(); ++i) {
    const char32_t last = wording.value(units[i].end - 1);
    if (last != U'；' && last != U'，' && last != ';') continue;
    OpenEnd note;
    note.mark = wording.range(units[i].end - 1, units[i].end);
    if (i + 1 < units.size()) {
      if (units[i + 1].cut_before) continue;
      note.next = wording.characters()[units[i + 1].begin].begin;
      note.labels = has_label(wording, units[i]) && has_label(wording, units[i + 1]);
    }
    notes.push_back(note);
  }
}

/// Items of a list end in ；; a paragraph before a heading, before another label or at the end of all does not.
void conclude_open_ends(const Context& context, const std::vector<OpenEnd>& notes, Sink& sink) {
  const auto& headings = context.report.headings;
  std::size_t next_heading = 0;
  for (const OpenEnd& note : notes) {
    while (next_heading < headings.size() && headings[next_heading].line.begin < note.mark.end) ++next_heading;
    const bool before_part = note.next && next_heading < headings.size() && headings[next_heading].level == 1 &&
                             headings[next_heading].line.begin <= *note.next;
    if (note.next && !before_part && !note.labels) continue;
    const std::string mark(context.report.source.slice(note.mark));
    Finding finding = wording_finding(rule_id, note.mark, context.say("prose/list-mark.end", {{"mark", mark}}));
    Fix fix;
    fix.title = context.say("prose/list-mark.fix-end");
    fix.edits = {{finding.range, "。"}};
    fix.preferred = true;
    finding.fixes.push_back(std::move(fix));
    sink.add(std::move(finding));
  }
}

}  // namespace nianbao::rules
