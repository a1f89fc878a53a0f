// layout/section-missing, section-order, section-title, section-empty: the form's parts and their headings.
// Must not know any part by name; which words speak of a topic is data. Numbers of parts: layout_number.cpp.
#include <algorithm>

#include "rules/families.h"
#include "rules/layout_common.h"
#include "rules/table_edit.h"
#include "rules/table_words.h"
#include "text/normalise.h"

namespace nianbao::rules {
namespace {

using report::Heading;
using report::Part;
using report::Report;
using standard::Form;
using standard::SectionSpec;
using standard::Severity;

constexpr std::size_t too_many_missing = 4;  // then the text is not written in parts at all: one finding

std::string numbered(const SectionSpec& section) {
  return section.numeral + "、" + section.title;
}

Finding finding_of(std::string_view rule, Severity severity, text::ByteRange range, std::string message) {
  Finding finding;
  finding.rule = rule;
  finding.severity = severity;
  finding.range = range;
  finding.message = std::move(message);
  return finding;
}

// --- missing ----------------------------------------------------------------------------------------------------

bool blank_line_before(const text::Text& source, text::Offset offset) {
  const std::uint32_t line = source.line_of(offset);
  return line > 0 && trimmed(source, source.line(line - 1)).empty();
}

/// The new heading decorated as a neighbour: ### , **…**.
std::string heading_like(const Report& report, const Heading* model, const SectionSpec& section) {
  const std::string title = in_script(report, section.title);
  if (model == nullptr || model->marker.empty() || model->title.empty()) return section.numeral + "、" + title;
  const text::Text& source = report.source;
  const std::string_view lead = source.slice({model->line.begin, model->marker.begin});
  const std::string_view between = source.slice({model->marker.end, model->title.begin});
  const text::ByteRange line = source.line(source.line_of(model->title.end));
  const std::string_view tail = source.slice({model->title.end, line.end});
  const bool plain_tail = tail.find_first_not_of("*# ") == std::string_view::npos;
  const bool plain_lead = lead.find_first_not_of("*# ") == std::string_view::npos;
  return (plain_lead ? std::string(lead) : std::string()) + section.numeral + "、" +
         (between.find_first_not_of("* ") == std::string_view::npos ? std::string(between) : std::string()) + title +
         (plain_tail ? std::string(tail) : std::string());
}

/// The heading of the nearest part that is there, before or behind.
const Heading* neighbour(const Report& report, const Form& form, std::size_t place) {
  for (std::size_t distance = 1; distance < form.sections.size(); ++distance) {
    for (const std::size_t other : {place + distance, place - distance}) {
      if (other >= form.sections.size()) continue;
      const Part* part = report.part(form.sections[other].id);
      const Heading* heading = part != nullptr ? heading_of(report, *part) : nullptr;
      if (heading != nullptr && !heading->marker.empty()) return heading;
    }
  }
  return nullptr;
}

/// Where a lost part belongs: before the next part that is there, else behind the last one.
text::Offset place_of_part(const Report& report, const Form& form, std::size_t place) {
  for (std::size_t next = place + 1; next < form.sections.size(); ++next) {
    const Part* part = report.part(form.sections[next].id);
    if (part == nullptr) continue;
    const Heading* heading = heading_of(report, *part);
    const text::Offset at = heading != nullptr ? heading->line.begin : part->body.begin;
    return report.source.line(report.source.line_of(at)).begin;
  }
  text::Offset at = report.parts.empty() ? report.source.size() : report.parts.back().body.end;
  if (report.signing_date && report.signing_date->range.begin < at) {
    std::uint32_t line = report.source.line_of(report.signing_date->range.begin);
    while (line > 0 && trimmed(report.source, report.source.line(line - 1)).empty()) --line;
    if (line > 0 && !report.organ.empty() &&
        report.source.slice(report.source.line(line - 1)).find(report.organ) != std::string_view::npos)
      --line;
    at = report.source.line(line).begin;
  }
  return at;
}

Fix insert_heading(const Context& context, const Form& form, std::size_t place) {
  const Report& report = context.report;
  const text::Offset at = place_of_part(report, form, place);
  const Heading* model = neighbour(report, form, place);
  const bool apart = model == nullptr || blank_line_before(report.source, model->line.begin);
  const std::string_view before = report.source.bytes().substr(0, at);
  std::string text;
  if (!before.empty() && !before.ends_with('\n')) {
    text.append("\n\n");
  } else if (apart && !before.empty() && !blank_line_before(report.source, at)) {
    text.append("\n");
  }
  text += heading_like(report, model, form.sections[place]);
  text += apart ? "\n\n" : "\n";
  Fix fix;
  fix.title = context.say("layout/section-missing.fix", {{"section", numbered(form.sections[place])}});
  fix.edits = {{{at, at}, in_line_ends(report, at, std::move(text))}};
  fix.asks = true;  // a part to be written
  return fix;
}

/// What a finding on a lost part marks: the heading that stands in its place, else the end of the last line.
text::ByteRange mark_of_lost(const Report& report, const Form& form, std::size_t place) {
  for (std::size_t next = place + 1; next < form.sections.size(); ++next) {
    const Part* part = report.part(form.sections[next].id);
    const Heading* heading = part != nullptr ? heading_of(report, *part) : nullptr;
    if (heading != nullptr) return mark_of(*heading);
  }
  for (std::size_t back = place; back > 0; --back) {
    const Part* part = report.part(form.sections[back - 1].id);
    const Heading* heading = part != nullptr ? heading_of(report, *part) : nullptr;
    if (heading != nullptr) return mark_of(*heading);
  }
  return report.title ? report.title->range : report.source.line(0);
}

void prescribed_parts(const Context& context, const Form& form, Sink& sink) {
  std::vector<std::size_t> lost;
  for (std::size_t i = 0; i < form.sections.size(); ++i) {
    if (!form.sections[i].optional && context.report.part(form.sections[i].id) == nullptr) lost.push_back(i);
  }
  if (lost.size() >= too_many_missing) {
    Finding finding =
        finding_of("layout/section-missing", Severity::error, mark_of_lost(context.report, form, lost.front()),
                   context.say("layout/section-missing.many", {{"count", std::to_string(lost.size())}}));
    for (const std::size_t place : lost) {
      finding.related.push_back({mark_of_lost(context.report, form, place), numbered(form.sections[place])});
    }
    sink.add(std::move(finding));
    return;
  }
  for (const std::size_t place : lost) {
    Finding finding = finding_of("layout/section-missing", Severity::error, mark_of_lost(context.report, form, place),
                                 context.say("layout/section-missing", {{"section", numbered(form.sections[place])}}));
    if (!is_web_page(context.report)) finding.fixes = {insert_heading(context, form, place)};
    sink.add(std::move(finding));
  }
}

/// Free headings: only a topic of which no word is said anywhere.
void free_topics(const Context& context, const Form& form, Sink& sink) {
  const auto& topics = words_of(context, "layout/section-missing", "topics");
  if (topics.empty() || context.report.parts.empty()) return;
  std::string text;
  for (const SectionSpec& section : form.sections) {
    const bool asked = std::find(topics.begin(), topics.end(), section.id) != topics.end();
    if (!section.optional || !asked || context.report.part(section.id) != nullptr) continue;
    if (text.empty()) text = text::to_simplified(context.report.source.bytes());
    if (section.keywords.empty() || contains_any(text, section.keywords)) continue;
    sink.add(finding_of("layout/section-missing", Severity::warning,
                        context.report.title ? context.report.title->range : context.report.source.line(0),
                        context.say("layout/section-missing.topic", {{"section", section.title}})));
  }
}

// --- order ------------------------------------------------------------------------------------------------------

struct Placed {
  const Part* part = nullptr;
  std::size_t place = 0;
};

/// Longest run of parts in the form's order; true for those outside of it. Few parts: quadratic is fine.
std::vector<bool> out_of_order(const std::vector<Placed>& parts) {
  std::vector<std::size_t> length(parts.size(), 1);
  std::vector<std::size_t> previous(parts.size(), SIZE_MAX);
  std::size_t best = 0;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (parts[j].place < parts[i].place && length[j] + 1 > length[i]) {
        length[i] = length[j] + 1;
        previous[i] = j;
      }
    }
    if (length[i] > length[best]) best = i;
  }
  std::vector<bool> outside(parts.size(), true);
  for (std::size_t i = best; i < parts.size(); i = previous[i]) outside[i] = false;
  return outside;
}

void check_order(const Context& context, const Form& form, Sink& sink) {
  std::vector<Placed> parts;
  for (const Part& part : context.report.parts) {
    const auto place = place_in_form(form, part.section);
    if (!place || form.sections[*place].optional || heading_of(context.report, part) == nullptr) continue;
    const bool again =
        std::any_of(parts.begin(), parts.end(), [&](const Placed& other) { return other.place == *place; });
    if (!again) parts.push_back({&part, *place});
  }
  const std::vector<bool> outside = out_of_order(parts);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (!outside[i]) continue;
    const Placed* next = nullptr;      // the nearest part that should follow it
    const Placed* previous = nullptr;  // the nearest part that it should follow
    for (const Placed& other : parts) {
      if (other.place > parts[i].place && (next == nullptr || other.place < next->place)) next = &other;
      if (other.place < parts[i].place && (previous == nullptr || other.place > previous->place)) previous = &other;
    }
    const bool too_late = next != nullptr && next->part->body.begin < parts[i].part->body.begin;
    const Placed* anchor = too_late ? next : previous;
    if (anchor == nullptr) continue;
    const std::string section = numbered(form.sections[parts[i].place]);
    const std::string other = numbered(form.sections[anchor->place]);
    Finding finding =
        finding_of("layout/section-order", Severity::warning, mark_of(*heading_of(context.report, *parts[i].part)),
                   too_late ? context.say("layout/section-order", {{"section", section}, {"before", other}})
                            : context.say("layout/section-order.after", {{"section", section}, {"after", other}}));
    finding.related.push_back({mark_of(*heading_of(context.report, *anchor->part)), other});
    sink.add(std::move(finding));
  }
}

// --- title ------------------------------------------------------------------------------------------------------

void check_titles(const Context& context, const Form& form, Sink& sink) {
  for (const Part& part : context.report.parts) {
    const auto place = place_in_form(form, part.section);
    const Heading* heading = heading_of(context.report, part);
    if (!place || heading == nullptr || form.sections[*place].optional || heading->title.empty()) continue;
    if (heading->match != report::TitleMatch::deviation && heading->match != report::TitleMatch::similar) continue;
    const SectionSpec& section = form.sections[*place];
    Finding finding = finding_of("layout/section-title", Severity::warning, heading->title,
                                 context.say("layout/section-title", {{"title", numbered(section)}}));
    Fix fix;
    fix.title = context.say("layout/section-title.fix");
    fix.edits = {{heading->title, in_script(context.report, section.title)}};
    fix.preferred = heading->match == report::TitleMatch::deviation;
    finding.fixes.push_back(std::move(fix));
    sink.add(std::move(finding));
  }
}

// --- empty ------------------------------------------------------------------------------------------------------

bool holds_table(const Form& form, std::string_view section) {
  return std::any_of(form.tables.begin(), form.tables.end(),
                     [&](const standard::TableSpec& table) { return table.section == section; });
}

/// 水平有待提高, 制度不健全 name a problem with a measure's word.
std::string without_wants(std::string body, const std::vector<std::string>& wants) {
  for (const std::string& want : wants) {
    // Blotted out, not taken out: what stands around must not become a word.
    for (auto at = body.find(want); at != std::string::npos; at = body.find(want, at + want.size())) {
      body.replace(at, want.size(), want.size(), ' ');
    }
  }
  return body;
}

/// The part that must name problems and measures says nothing of one of them.
void check_subjects(const Context& context, const SectionSpec& section, const Part& part, text::ByteRange mark,
                    Sink& sink) {
  const auto& problem_words = words_of(context, "layout/section-empty", "problems");
  if (section.optional || !contains_any(section.title, problem_words)) return;
  std::string body = text::to_simplified(context.report.source.slice(part.body));
  const bool problems = contains_any(body, problem_words);
  body = without_wants(std::move(body), words_of(context, "layout/section-empty", "wants"));
  const bool measures = contains_any(body, words_of(context, "layout/section-empty", "improvements"));
  if (problems && measures) return;
  const std::string_view message = problems   ? "layout/section-empty.improvements"
                                   : measures ? "layout/section-empty.problems"
                                              : "layout/section-empty.both";
  sink.add(finding_of("layout/section-empty", Severity::warning, mark, context.say(message)));
}

void check_contents(const Context& context, const Form& form, Sink& sink) {
  for (const Part& part : context.report.parts) {
    const auto place = place_in_form(form, part.section);
    const Heading* heading = heading_of(context.report, part);
    if (!place || heading == nullptr) continue;
    if (part.has_picture || part.has_table) continue;
    const bool nothing = !part.has_text && trimmed(context.report.source, part.body).empty();
    if (nothing && holds_table(form, part.section)) continue;  // table/missing says it
    if (nothing) {
      sink.add(finding_of("layout/section-empty", Severity::warning, mark_of(*heading),
                          context.say("layout/section-empty", {{"section", form.sections[*place].title}})));
    } else if (part.has_text) {
      check_subjects(context, form.sections[*place], part, mark_of(*heading), sink);
    }
  }
}

void check(const Context& context, Sink& sink) {
  if (context.form == nullptr) return;
  prescribed_parts(context, *context.form, sink);
  free_topics(context, *context.form, sink);
  check_order(context, *context.form, sink);
  check_titles(context, *context.form, sink);
  check_contents(context, *context.form, sink);
}

}  // namespace

RuleFamily layout_section_family() {
  return {{"layout/section-missing", "layout/section-order", "layout/section-title", "layout/section-empty"}, check};
}

}  // namespace nianbao::rules
