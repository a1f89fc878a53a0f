// layout/ordinal, layout/ordinal-level: numbered headings below the parts, （一） 1. （1）, and the marks they take
// (GB/T 9704 7.3.3, GB/T 15834). Must not know parts or words. 一是 二是: layout_series.cpp.
#include <algorithm>
#include <array>
#include <optional>

#include "rules/families.h"
#include "rules/layout_common.h"
#include "rules/wording.h"

namespace nianbao::rules {
namespace {

using report::Heading;

constexpr std::int32_t lowest_level = 4;

/// Numbered headings of one level under one parent, in a row.
struct Run {
  std::int32_t level = 0;
  std::int32_t parent_level = 0;
  std::vector<const Heading*> members;
};

std::string name_of(const Heading& heading, std::int32_t value) {
  const std::string number = heading.level == 2 ? chinese_ordinal(value) : std::to_string(value);
  return heading.level == 2 || heading.level == 4 ? "（" + number + "）" : number + ".";
}

std::optional<TextEdit> renumbered(const report::Report& report, const Heading& heading, std::int32_t value) {
  const std::string_view marker = report.source.slice(heading.marker);
  const std::size_t at = marker.find(heading.numeral);
  if (heading.numeral.empty() || at == std::string_view::npos) return std::nullopt;
  const auto begin = static_cast<text::Offset>(heading.marker.begin + at);
  return TextEdit{{begin, static_cast<text::Offset>(begin + heading.numeral.size())},
                  heading.level == 2 ? chinese_ordinal(value) : std::to_string(value)};
}

/// （一）（一）（二）: a lone 1 right before was meant as the first of the same series. With other words between there
/// are two series.
bool stands_twice(const report::Report& report, const Run& run, const Heading& heading) {
  if (run.members.size() != 1) return false;
  const text::Offset end = run.members.front()->line.end;
  return end <= heading.line.begin &&
         report.source.slice({end, heading.line.begin}).find_first_not_of(" \t\r\n") == std::string_view::npos;
}

/// A heading of a higher level closes the runs below it; the number 1 opens a new one.
std::vector<Run> runs_of(const report::Report& report) {
  std::vector<Run> done;
  std::array<std::optional<Run>, lowest_level + 1> open;
  const auto close = [&](std::size_t from) {
    for (std::size_t level = from; level < open.size(); ++level) {
      if (open[level]) done.push_back(std::move(*open[level]));
      open[level].reset();
    }
  };
  for (const Heading& heading : report.headings) {
    const auto level = static_cast<std::size_t>(std::clamp(heading.level, 1, lowest_level));
    close(level + 1);
    if (level == 1) {
      close(1);
      continue;
    }
    const auto value = heading.marker.empty() ? std::nullopt : ordinal_value(heading.numeral);
    if (!value) continue;
    if (*value == 1 && open[level] && !stands_twice(report, *open[level], heading)) close(level);
    if (!open[level]) {
      std::int32_t parent = 1;
      for (std::size_t above = level; above-- > 2;) {
        if (open[above]) {
          parent = static_cast<std::int32_t>(above);
          break;
        }
      }
      open[level] = Run{heading.level, parent, {}};
    }
    open[level]->members.push_back(&heading);
  }
  close(1);
  return done;
}

void check_sequence(const Context& context, const Run& run, Sink& sink) {
  const Heading& first = *run.members.front();
  std::int32_t last = ordinal_value(first.numeral).value_or(1);
  // A run that goes on from another place proves nothing about its beginning.
  for (std::size_t i = 1; i < run.members.size(); ++i) {
    const Heading& heading = *run.members[i];
    const std::int32_t value = ordinal_value(heading.numeral).value_or(0);
    if (value == last + 1) {
      last = value;
      continue;
    }
    Finding finding;
    finding.rule = "layout/ordinal";
    finding.range = heading.marker;
    const std::string before = name_of(heading, last);
    const std::string found = name_of(heading, value);
    std::string missing = name_of(heading, last + 1);
    if (value > last + 2) missing += "”至“" + name_of(heading, value - 1);
    finding.message = value > last
                          ? context.say("layout/ordinal", {{"before", before}, {"found", found}, {"missing", missing}})
                          : context.say("layout/ordinal.again",
                                        {{"before", before}, {"found", found}, {"right", name_of(heading, last + 1)}});
    // Two series of which the first has one entry look the same.
    if (value == 1) finding.severity = standard::Severity::information;
    Fix fix;
    std::int32_t previous = value - 1;
    for (std::size_t k = i; k < run.members.size(); ++k) {
      if (ordinal_value(run.members[k]->numeral) != previous + 1) break;
      ++previous;
      const auto right = last + 1 + static_cast<std::int32_t>(k - i);
      if (auto edit = renumbered(context.report, *run.members[k], right)) fix.edits.push_back(std::move(*edit));
    }
    for (std::size_t k = 0; k < i; ++k) {
      finding.related.push_back(
          {run.members[k]->marker, name_of(*run.members[k], ordinal_value(run.members[k]->numeral).value_or(0))});
    }
    fix.title = context.say("layout/ordinal.fix", {{"count", std::to_string(fix.edits.size())}});
    if (!fix.edits.empty()) finding.fixes.push_back(std::move(fix));
    sink.add(std::move(finding));
    return;  // what follows has the same cause
  }
}

/// （1）…；（2）…；（3）… in one paragraph: the next number stands behind the heading's own in the text.
bool goes_on_in_text(const report::Report& report, const Heading& heading) {
  std::string next(report.source.slice(heading.marker));
  const std::size_t at = next.find(heading.numeral);
  if (heading.numeral.empty() || at == std::string::npos) return false;
  next.replace(at, heading.numeral.size(), heading.level == 2 ? chinese_ordinal(2) : std::to_string(2));
  text::ByteRange range{heading.marker.end, heading.line.end};
  const auto paragraph =
      std::partition_point(report.paragraphs.begin(), report.paragraphs.end(),
                           [&](const report::Paragraph& each) { return each.range.end <= heading.marker.begin; });
  if (paragraph != report.paragraphs.end() && paragraph->range.covers(heading.marker)) {
    range.end = std::max(range.end, paragraph->range.end);
  }
  const std::string_view text = report.source.slice(range);
  for (auto found = text.find(next); found != std::string_view::npos; found = text.find(next, found + 1)) {
    const std::size_t behind = found + next.size();
    const bool inside = (found > 0 && is_ascii_digit(static_cast<unsigned char>(text[found - 1]))) ||
                        (behind < text.size() && is_ascii_digit(static_cast<unsigned char>(text[behind])));
    if (!inside || next.find_first_of("0123456789") != 0) return true;
  }
  return false;
}

/// “1.” with no “2.” numbers nothing.
void check_alone(const Context& context, const Run& run, Sink& sink) {
  const Heading& heading = *run.members.front();
  if (run.members.size() != 1 || ordinal_value(heading.numeral) != 1) return;
  if (goes_on_in_text(context.report, heading)) return;
  Finding finding;
  finding.rule = "layout/ordinal";
  finding.severity = standard::Severity::information;
  finding.range = heading.marker;
  finding.message = context.say("layout/ordinal.alone", {{"found", name_of(heading, 1)}});
  Fix fix;
  fix.title = context.say("layout/ordinal.fix-alone");
  text::ByteRange marker = heading.marker;
  const std::string_view behind = context.report.source.slice({marker.end, heading.title.begin});
  if (behind.find_first_not_of(' ') == std::string_view::npos) marker.end = heading.title.begin;
  fix.edits = {{marker, ""}};
  finding.fixes.push_back(std::move(fix));
  sink.add(std::move(finding));
}

// --- levels -----------------------------------------------------------------------------------------------------

/// 1、 2、: the Arabic numeral takes a point.
bool has_comma(const report::Report& report, const Heading& heading) {
  return heading.level == 3 && report.source.slice(heading.marker).ends_with("、");
}

void check_level(const Context& context, const Run& run, bool uses_second_level, Sink& sink) {
  const Heading& first = *run.members.front();
  if (first.level != 3) return;
  const bool skipped = run.parent_level == 1 && uses_second_level && run.members.size() > 1;
  const bool comma = std::any_of(run.members.begin(), run.members.end(),
                                 [&](const Heading* heading) { return has_comma(context.report, *heading); });
  if (!skipped && !comma) return;
  const auto expected = [&](const Heading& heading) {
    const std::int32_t value = ordinal_value(heading.numeral).value_or(1);
    return skipped ? "（" + chinese_ordinal(value) + "）" : heading.numeral + ".";
  };
  const std::string wanted = expected(first);
  Finding finding;
  finding.rule = "layout/ordinal-level";
  finding.range = first.marker;
  finding.message =
      context.say("layout/ordinal-level",
                  {{"expected", wanted}, {"found", std::string(context.report.source.slice(first.marker))}});
  Fix fix;
  for (const Heading* heading : run.members) {
    if (skipped || has_comma(context.report, *heading)) fix.edits.push_back({heading->marker, expected(*heading)});
    if (heading != &first) {
      finding.related.push_back({heading->marker, std::string(context.report.source.slice(heading->marker))});
    }
  }
  fix.title = fix.edits.size() == 1 ? context.say("layout/ordinal-level.fix", {{"expected", wanted}})
                                    : context.say("layout/ordinal-level.fix-many",
                                                  {{"expected", wanted}, {"count", std::to_string(fix.edits.size())}});
  finding.fixes.push_back(std::move(fix));
  sink.add(std::move(finding));
}

void check(const Context& context, Sink& sink) {
  const std::vector<Run> runs = runs_of(context.report);
  const bool uses_second_level =
      std::any_of(runs.begin(), runs.end(), [](const Run& run) { return run.level == 2 && run.members.size() > 1; });
  for (const Run& run : runs) {
    check_sequence(context, run, sink);
    check_alone(context, run, sink);
    check_level(context, run, uses_second_level, sink);
  }
}

}  // namespace

RuleFamily layout_ordinal_family() {
  return {{"layout/ordinal", "layout/ordinal-level"}, check};
}

}  // namespace nianbao::rules
