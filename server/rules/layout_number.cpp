// layout/section-number: the numbers of the parts run 一、二、三… without gap or repeat.
// Must not know any part by name. Where parts are lost or misplaced, numbers that follow the text are not blamed too.
#include <algorithm>

#include "rules/families.h"
#include "rules/layout_common.h"

namespace nianbao::rules {
namespace {

using report::Heading;
using standard::Form;
using standard::Severity;

constexpr std::size_t fewest_numbered = 2;  // in a free text: below, its parts are not numbered at all

/// A part's heading with the number it has and the one it should have.
struct Numbered {
  const Heading* heading = nullptr;
  std::optional<std::int32_t> number;  ///< nothing where it is lost
};

/// 五、 and not （五）, 5. or 第五部分.
bool is_plain(const report::Report& report, const Heading& heading) {
  const bool digits = heading.numeral.find_first_of("0123456789") != std::string::npos;
  return !digits && report.source.slice(heading.marker).starts_with(heading.numeral);
}

std::string found_number(const report::Report& report, const Heading& heading) {
  return is_plain(report, heading) ? heading.numeral
                                   : std::string(report.source.slice(trimmed(report.source, heading.marker)));
}

Finding finding_of(const Context& context, const Heading& heading, std::int32_t expected) {
  const std::string wanted = chinese_ordinal(expected);
  Finding finding;
  finding.rule = "layout/section-number";
  finding.severity = Severity::warning;
  const bool lost = heading.marker.empty();
  finding.range = lost ? mark_of(heading) : heading.marker;
  finding.message = lost ? context.say("layout/section-number.missing", {{"numeral", wanted}})
                         : context.say("layout/section-number",
                                       {{"found", found_number(context.report, heading)}, {"numeral", wanted}});
  return finding;
}

/// The heading's number replaced or put in.
std::optional<TextEdit> renumber(const report::Report& report, const Heading& heading, std::int32_t expected) {
  const std::string wanted = chinese_ordinal(expected);
  if (heading.marker.empty()) {
    const text::ByteRange at{mark_of(heading).begin, mark_of(heading).begin};
    return TextEdit{at, wanted + "、"};
  }
  if (!is_plain(report, heading)) return TextEdit{heading.marker, wanted + "、"};
  const std::string_view marker = report.source.slice(heading.marker);
  const std::size_t at = marker.find(heading.numeral);
  if (heading.numeral.empty() || at == std::string_view::npos) return TextEdit{heading.marker, wanted + "、"};
  const auto begin = static_cast<text::Offset>(heading.marker.begin + at);
  return TextEdit{{begin, static_cast<text::Offset>(begin + heading.numeral.size())}, wanted};
}

void add_fix(const Context& context, Finding& finding, std::vector<TextEdit> edits, std::int32_t expected,
             bool preferred) {
  if (edits.empty()) return;
  Fix fix;
  fix.title = edits.size() == 1
                  ? context.say("layout/section-number.fix", {{"numeral", chinese_ordinal(expected)}})
                  : context.say("layout/section-number.fix-many", {{"count", std::to_string(edits.size())}});
  fix.edits = std::move(edits);
  fix.preferred = preferred;
  finding.fixes.push_back(std::move(fix));
}

// --- prescribed parts: each has its number ----------------------------------------------------------------------

/// Parts are lost, doubled, misplaced, or local ones stand between: then the text's own count is accepted as well.
bool is_irregular(const report::Report& report, const Form& form) {
  std::size_t expected = 0;
  for (const report::Part& part : report.parts) {
    const auto place = place_in_form(form, part.section);
    if (!place || *place != expected) return true;
    ++expected;
  }
  const bool local = std::any_of(report.headings.begin(), report.headings.end(), [](const Heading& heading) {
    return heading.level == 1 && heading.section.empty() && !heading.marker.empty();
  });
  return local || expected != form.sections.size();
}

void prescribed_numbers(const Context& context, const Form& form, Sink& sink) {
  const bool irregular = is_irregular(context.report, form);
  std::int32_t position = 0;
  for (const Heading& heading : context.report.headings) {
    const auto place = place_in_form(form, heading.section);
    if (heading.level == 1) ++position;
    if (!place) continue;
    const auto official = static_cast<std::int32_t>(*place) + 1;
    const auto number = heading.marker.empty() ? std::nullopt : ordinal_value(heading.numeral);
    if (!heading.marker.empty() && !number) continue;
    const bool plain = !heading.marker.empty() && is_plain(context.report, heading);
    if (plain && (number == official || (irregular && number == position))) continue;
    Finding finding = finding_of(context, heading, official);
    std::vector<TextEdit> edits;
    if (auto edit = renumber(context.report, heading, official)) edits.push_back(std::move(*edit));
    add_fix(context, finding, std::move(edits), official, !irregular);
    sink.add(std::move(finding));
  }
}

// --- free parts: the numbers follow each other ------------------------------------------------------------------

std::vector<Numbered> parts_of(const report::Report& report) {
  std::vector<Numbered> parts;
  for (const Heading& heading : report.headings) {
    if (heading.level != 1) continue;
    parts.push_back({&heading, heading.marker.empty() ? std::nullopt : ordinal_value(heading.numeral)});
  }
  return parts;
}

/// Headings without a number between two numbers that leave room for exactly them.
void lost_numbers(const Context& context, const std::vector<Numbered>& parts, std::size_t begin, std::size_t end,
                  std::int32_t first, Sink& sink) {
  for (std::size_t i = begin; i < end; ++i) {
    const auto expected = first + static_cast<std::int32_t>(i - begin);
    Finding finding = finding_of(context, *parts[i].heading, expected);
    std::vector<TextEdit> edits;
    if (auto edit = renumber(context.report, *parts[i].heading, expected)) edits.push_back(std::move(*edit));
    add_fix(context, finding, std::move(edits), expected, false);
    sink.add(std::move(finding));
  }
}

/// A number that does not follow the one before. Where all numbers behind it are shifted alike, one fix sets them all.
std::int32_t wrong_number(const Context& context, const std::vector<Numbered>& parts, std::size_t at,
                          std::int32_t expected, Sink& sink) {
  const std::int32_t found = *parts[at].number;
  const bool alone = at + 1 < parts.size() && parts[at + 1].number == expected + 1;
  Finding finding = finding_of(context, *parts[at].heading, expected);
  std::vector<TextEdit> edits;
  for (std::size_t i = at; i < parts.size(); ++i) {
    const auto offset = static_cast<std::int32_t>(i - at);
    if (parts[i].number != found + offset) break;
    if (auto edit = renumber(context.report, *parts[i].heading, expected + offset)) edits.push_back(std::move(*edit));
    if (alone) break;
  }
  add_fix(context, finding, std::move(edits), expected, false);
  sink.add(std::move(finding));
  return alone ? expected : found;
}

void free_numbers(const Context& context, Sink& sink) {
  const std::vector<Numbered> parts = parts_of(context.report);
  const auto numbered =
      std::count_if(parts.begin(), parts.end(), [](const Numbered& part) { return part.number.has_value(); });
  if (static_cast<std::size_t>(numbered) < fewest_numbered) return;
  std::int32_t last = 0;
  std::size_t i = 0;
  while (i < parts.size()) {
    std::size_t next = i;
    while (next < parts.size() && !parts[next].number) ++next;
    const auto lost = static_cast<std::int32_t>(next - i);
    if (next == parts.size()) {
      if (last > 0) lost_numbers(context, parts, i, next, last + 1, sink);
      return;
    }
    const std::int32_t number = *parts[next].number;
    if (lost > 0 && number == last + lost + 1) lost_numbers(context, parts, i, next, last + 1, sink);
    last = lost == 0 && number != last + 1 ? wrong_number(context, parts, next, last + 1, sink) : number;
    i = next + 1;
  }
}

void check(const Context& context, Sink& sink) {
  if (context.form == nullptr) return;
  const bool free = std::all_of(context.form->sections.begin(), context.form->sections.end(),
                                [](const standard::SectionSpec& section) { return section.optional; });
  if (free) {
    free_numbers(context, sink);
  } else {
    prescribed_numbers(context, *context.form, sink);
  }
}

}  // namespace

RuleFamily layout_number_family() {
  return {{"layout/section-number"}, check};
}

}  // namespace nianbao::rules
