// layout/preamble, layout/part-list: what stands before the first part: basis, period, contact, and the list of parts.
// Must not know any part by name; which words speak of what is data.
#include <algorithm>
#include <optional>

#include "rules/families.h"
#include "rules/layout_common.h"
#include "rules/table_edit.h"
#include "rules/table_words.h"
#include "standard/label_index.h"
#include "text/normalise.h"

namespace nianbao::rules {
namespace {

using report::Heading;
using report::Part;
using report::Report;

/// Text between the title and the first part, and where it is.
struct Preamble {
  text::ByteRange range;
  const Heading* first_part = nullptr;
};

std::optional<Preamble> preamble_of(const Context& context) {
  const Report& report = context.report;
  if (context.form == nullptr || context.form->sections.empty() || !report.title) return std::nullopt;
  const auto first = std::find_if(report.headings.begin(), report.headings.end(),
                                  [](const Heading& heading) { return heading.level == 1; });
  if (first == report.headings.end() || first->section != context.form->sections.front().id) return std::nullopt;
  if (first->line.begin < report.title->range.end) return std::nullopt;
  return Preamble{{report.title->range.end, first->line.begin}, &*first};
}

// --- basis, period, contact -------------------------------------------------------------------------------------

Fix skeleton(const Context& context, const Preamble& preamble) {
  const Report& report = context.report;
  std::string text = context.form->preamble.text;
  const auto fill = [&](std::string_view name, const std::string& value) {
    for (std::size_t at = text.find(name); at != std::string::npos; at = text.find(name, at + value.size())) {
      text.replace(at, name.size(), value);
    }
  };
  fill("{year}", report.year ? std::to_string(*report.year) : "　　");
  fill("{organ}", report.organ.empty() ? "本机关" : text::to_simplified(report.organ));
  const text::Offset at = preamble.first_part->line.begin;
  Fix fix;
  fix.title = context.say("layout/preamble.fix");
  fix.edits = {{{at, at}, in_line_ends(report, at, in_script(report, text) + "\n\n")}};
  fix.asks = true;  // places to fill in
  return fix;
}

void check_preamble(const Context& context, const Preamble& preamble, Sink& sink) {
  constexpr std::string_view rule_id = "layout/preamble";
  const Report& report = context.report;
  const std::string text = mainland_words(context, report.source.slice(preamble.range));
  const bool basis = contains_any(text, words_of(context, rule_id, "basis"));
  const bool period =
      (report.period && report.period->stated_as_period) || contains_any(text, words_of(context, rule_id, "period"));
  // Where the form does not ask for a contact it is missed only together with the rest.
  const bool contact =
      (!context.form->preamble.contact && basis && period) ||
      contains_any(mainland_words(context, report.source.bytes()), words_of(context, rule_id, "contact"));
  if (basis && period && contact) return;
  std::string missing;
  const auto add = [&](bool there, std::string_view what) {
    if (there) return;
    if (!missing.empty()) missing += context.say("layout/preamble.join");
    missing += context.say(what);
  };
  add(basis, "layout/preamble.basis");
  add(period, "layout/preamble.period");
  add(contact, "layout/preamble.contact");
  Finding finding;
  finding.rule = rule_id;
  finding.range = mark_of(*preamble.first_part);
  finding.message = context.say("layout/preamble", {{"missing", missing}});
  const bool nothing_there = !basis && !period;
  if (nothing_there && !is_web_page(report)) finding.fixes.push_back(skeleton(context, preamble));
  sink.add(std::move(finding));
}

// --- the list of parts ------------------------------------------------------------------------------------------

std::string comparable(const Context& context, std::string_view text) {
  return context.standard.labels->body(text);
}

/// The sentence that announces N parts: 报告由…等六个部分组成.
struct Announcement {
  text::ByteRange sentence;
  text::ByteRange count;
  std::int32_t parts = 0;
};

std::optional<Announcement> announcement_of(const Report& report, text::ByteRange preamble,
                                            const std::vector<std::string>& subjects) {
  const std::string_view text = report.source.slice(preamble);
  for (const std::string_view word : {"个部分", "個部分", "部分"}) {
    for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + word.size())) {
      std::size_t begin = at;
      while (begin > 0 && text[begin - 1] == ' ') --begin;
      const std::size_t end = begin;
      if (begin > 0 && text[begin - 1] >= '0' && text[begin - 1] <= '9') {
        while (begin > 0 && text[begin - 1] >= '0' && text[begin - 1] <= '9') --begin;
      } else {
        begin = begin >= 3 ? begin - 3 : 0;
      }
      const auto value = ordinal_value(text.substr(begin, end - begin));
      // 第二部分 counts nothing.
      if (!value || *value < 2 || *value > 12 || text.substr(0, begin).ends_with("第")) continue;
      constexpr std::string_view stop = "。";
      const std::size_t before = text.substr(0, begin).rfind(stop);
      const std::size_t behind = text.find(stop, at);
      const std::size_t from = before == std::string_view::npos ? 0 : before + stop.size();
      const std::size_t to = behind == std::string_view::npos ? text.size() : behind;
      if (!contains_any(text::to_simplified(text.substr(from, to - from)), subjects)) continue;
      const auto offset = [&](std::size_t i) { return static_cast<text::Offset>(preamble.begin + i); };
      return Announcement{{offset(from), offset(to)}, {offset(begin), offset(at + word.size())}, *value};
    }
  }
  return std::nullopt;
}

Finding list_finding(text::ByteRange range, std::string message) {
  Finding finding;
  finding.rule = "layout/part-list";
  finding.range = range;
  finding.message = std::move(message);
  return finding;
}

/// The name among `names` that the sentence uses, the longest of them; empty where it uses none.
std::string name_used(const Context& context, const std::string& sentence, const std::vector<std::string>& names) {
  std::string used;
  for (const std::string& name : names) {
    if (name.size() > used.size() && sentence.find(comparable(context, name)) != std::string::npos) used = name;
  }
  return used;
}

/// Where the sentence says the name; the number of parts where it is written in another script or with spaces.
text::ByteRange place_of(const Context& context, const Announcement& announcement, const std::string& name) {
  const std::string_view sentence = context.report.source.slice(announcement.sentence);
  const std::size_t at = sentence.find(in_script(context.report, name));
  if (at == std::string_view::npos) return announcement.count;
  const text::Offset begin = announcement.sentence.begin + static_cast<text::Offset>(at);
  return {begin, begin + static_cast<text::Offset>(in_script(context.report, name).size())};
}

/// A heading other than the announced one, where one of the two is not the form's own.
void check_names(const Context& context, const Announcement& announcement, Sink& sink) {
  const std::string sentence = comparable(context, context.report.source.slice(announcement.sentence));
  for (const Part& part : context.report.parts) {
    const Heading* heading = heading_of(context.report, part);
    const auto place = place_in_form(*context.form, part.section);
    if (heading == nullptr || !place || heading->title_text.empty()) continue;
    if (sentence.find(comparable(context, heading->title_text)) != std::string::npos) continue;
    const standard::SectionSpec& section = context.form->sections[*place];
    const bool official =
        heading->match == report::TitleMatch::official || heading->match == report::TitleMatch::variant;
    std::vector<std::string> names = section.deviations;
    if (!official) {
      names.insert(names.end(), section.variants.begin(), section.variants.end());
      names.push_back(section.title);
    }
    const std::string announced = name_used(context, sentence, names);
    if (announced.empty()) continue;
    Finding finding = list_finding(place_of(context, announcement, announced),
                                   context.say("layout/part-list", {{"announced", in_script(context.report, announced)},
                                                                    {"heading", heading->title_text}}));
    finding.related.push_back({mark_of(*heading), heading->title_text});
    sink.add(std::move(finding));
  }
}

/// Counted only where the parts are numbered without a gap, so that none can have been overlooked.
void check_count(const Context& context, const Announcement& announcement, Sink& sink) {
  std::int32_t found = 0;
  for (const Heading& heading : context.report.headings) {
    if (heading.level != 1) continue;
    if (heading.marker.empty() || ordinal_value(heading.numeral) != ++found) return;
  }
  if (found < 2 || found == announcement.parts) return;
  // Where as many are announced as the form has, a part is missing: layout/section-missing says so.
  const auto prescribed = static_cast<std::int32_t>(std::count_if(
      context.form->sections.begin(), context.form->sections.end(), [](const auto& each) { return !each.optional; }));
  if (announcement.parts == prescribed && found < prescribed) return;
  sink.add(list_finding(announcement.count,
                        context.say("layout/part-list.count", {{"announced", std::to_string(announcement.parts)},
                                                               {"found", std::to_string(found)}})));
}

void check(const Context& context, Sink& sink) {
  const auto preamble = preamble_of(context);
  if (!preamble) return;
  check_preamble(context, *preamble, sink);
  const auto announcement =
      announcement_of(context.report, preamble->range, words_of(context, "layout/part-list", "subjects"));
  if (!announcement) return;
  check_names(context, *announcement, sink);
  check_count(context, *announcement, sink);
}

}  // namespace

RuleFamily layout_preamble_family() {
  return {{"layout/preamble", "layout/part-list"}, check};
}

}  // namespace nianbao::rules
